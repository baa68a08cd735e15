"""The graph as one HTML page that works anywhere."""

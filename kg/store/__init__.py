"""Where the graph is kept: embedded Oxigraph."""

"""Article -> mentions and claims."""

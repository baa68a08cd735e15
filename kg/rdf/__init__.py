"""Claims become quads; the vocabulary, IRIs, rules and shapes of the graph."""

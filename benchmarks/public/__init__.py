"""Single stages measured on public corpora, which stay in the folders where they are."""

"""Scripts of the project; the ones that write files have `--check`."""

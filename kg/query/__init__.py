"""Named questions over a store: one `.rq` file each."""

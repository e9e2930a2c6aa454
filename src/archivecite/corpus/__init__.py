"""Many records: which files there are, and how they are read at once on all processors."""

"""Documents and records as HTML to look at: a page of its own, an index of pages, and what a notebook shows."""

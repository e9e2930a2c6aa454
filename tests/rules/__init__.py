"""The rules: examples, pages, corruptions."""

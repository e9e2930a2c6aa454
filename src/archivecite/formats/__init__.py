"""A record in other formats, one module a format."""

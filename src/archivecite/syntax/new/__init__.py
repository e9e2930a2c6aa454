"""The readers of dates and citations by the grammars that are parsed, beside those of the patterns."""

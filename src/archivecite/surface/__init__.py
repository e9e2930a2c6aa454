"""Bytes to text, and text to plain text: markup and white space dealt with once, each with the way back."""

"""Text to values and back, one module per grammar file. The only package that imports lark."""

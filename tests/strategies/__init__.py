"""Hypothesis strategies for the values of the model and for texts to read, one module per noun."""

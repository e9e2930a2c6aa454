"""Hypothesis strategies for the values of the model and for texts to read, one module per noun."""

from hypothesis import settings


def share(of: int) -> settings:
    """Settings for one of several properties that make one law: its share of the examples that a law gets."""
    return settings(max_examples=max(1, (settings.default or settings()).max_examples // of))

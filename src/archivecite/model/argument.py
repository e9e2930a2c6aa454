"""The arguments of the verbs: a value of a wrong type is refused in one line that says what was expected."""


def expect(verb: str, value: object, kinds: type | tuple[type, ...], expected: str, advice: str = "") -> None:
    """Raise ``TypeError`` unless ``value``, given to ``verb``, is of one of ``kinds``, which are called ``expected``.

    >>> expect("parse", b"Citation:", str, "a str", "read takes bytes")
    Traceback (most recent call last):
    TypeError: parse: expected a str, got bytes (read takes bytes)
    """
    if not isinstance(value, kinds):
        given = "None" if value is None else type(value).__name__
        raise TypeError(f"{verb}: expected {expected}, got {given}" + (f" ({advice})" if advice else ""))

"""Values that are worked out when they are first asked for, and kept."""

from collections.abc import Callable
from typing import Any, Generic, TypeVar, overload

V = TypeVar("V")


class lazy(Generic[V]):  # noqa: N801  used as property is
    """A property that is worked out once, and then is an attribute like any other.

    As ``functools.cached_property``, but without its lock, which takes longer than most of what is asked: what has such
    a property belongs to one reading of one text, and so to one thread.

    >>> class Line:
    ...     @lazy
    ...     def words(self) -> list[str]:
    ...         return "all is well".split()
    >>> line = Line()
    >>> line.words is line.words
    True
    """

    def __init__(self, function: Callable[[Any], V]) -> None:
        self.function = function
        self.name = function.__name__
        self.__doc__ = function.__doc__

    @overload
    def __get__(self, instance: None, owner: type) -> "lazy[V]": ...
    @overload
    def __get__(self, instance: object, owner: type) -> V: ...
    def __get__(self, instance: object | None, owner: type) -> "lazy[V] | V":
        if instance is None:
            return self
        value = self.function(instance)
        instance.__dict__[self.name] = value
        return value

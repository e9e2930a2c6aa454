"""Making values without running their validators: for readers, whose values are sound by the way they were found."""

from collections.abc import Callable
from functools import cache
from typing import Any, ParamSpec, TypeVar, cast

from attrs import NOTHING, fields

P = ParamSpec("P")
V = TypeVar("V")


def unchecked(kind: Callable[P, V]) -> Callable[P, V]:
    """A function that makes values of the class ``kind`` and believes what it is given.

    A reader makes a hundred values a record of text that it has just unwrapped; to validate them again costs a tenth of
    its time. No converter runs either, so tuples must be given as tuples, and what a class would work out from other
    fields (``text``) must be given. Values from anywhere else (a caller, a file of JSON) go by the class itself.

    >>> from archivecite.model.citation import Agent
    >>> unchecked(Agent)("NHK", qualifier="Japanese Television")
    Agent(name='NHK', qualifier='Japanese Television')
    """
    return cast(Callable[P, V], maker(kind))


@cache
def maker(kind: Any) -> Any:
    """The function for a class, as it has its fields: a text that is compiled."""
    names: dict[str, Any] = {"_kind": kind, "_new": object.__new__}
    parameters: list[str] = []
    keywords = ["*"]
    puts = []
    for each in fields(kind):
        names[f"_put_{each.name}"] = getattr(kind, each.name).__set__  # the slot's own: the class itself is frozen
        puts.append(f"_put_{each.name}(_value, {each.name})")
        given = each.name
        if each.default is not NOTHING and not getattr(each.default, "takes_self", False):
            names[f"_default_{each.name}"] = each.default
            given += f"=_default_{each.name}"
        (keywords if each.kw_only else parameters).append(given)
    signature = ", ".join(parameters + keywords if keywords[1:] else parameters)
    puts[0] = puts[0].replace("_value", "_value := _new(_kind)", 1)
    # To put a value gives None, so "or" goes on to the next.
    source = f"lambda {signature}: {' or '.join(puts)} or _value"
    return eval(source, names)  # noqa: S307  made of the model's own names alone

"""A person who signs a document or to whom it goes: a name, an office, or both."""

from typing import Any

from attrs import Attribute, field, frozen

from .text import optional_phrase, refuse, with_plain_strings
from .value import Value


def named_or_in_office(person: "Person", attribute: "Attribute[Any]", value: object) -> None:
    """attrs validator: an office, unless the person has a name."""
    optional_phrase(person, attribute, value)
    if value is None and person.name is None:
        raise refuse(person, attribute, "an office where there is no name", value)


@frozen(eq=False, repr=False, field_transformer=with_plain_strings)
class Person(Value):
    """Who signs or is addressed, as printed: a ``name`` with its forms of address and ranks, ``Comrade I.V. Stalin``,
    and the ``office`` printed beside it. ``name`` is None where only an office is printed; not both are None.

    >>> print(Person("Jan Petrov", "Chairman of the Board"))
    Jan Petrov, Chairman of the Board
    """

    name: str | None = field(default=None, validator=optional_phrase)
    office: str | None = field(default=None, validator=named_or_in_office)

    def __str__(self) -> str:
        return ", ".join(filter(None, (self.name, self.office)))

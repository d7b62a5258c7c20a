"""What dataclasses that the build has written out share: the methods that are the same for all of them.

tools/inlined_dataclasses.py makes use of them; the classes of the source have those of `dataclasses`.
"""

from __future__ import annotations

from typing import Any


def replaced(self: Any, /, **changes: Any) -> Any:
    """The same with other values for some fields."""
    return self.__class__(**{name: self.__dict__[name] for name in self.__match_args__} | changes)


def equal(self: Any, other: Any) -> Any:
    """Whether it is of the same class and its fields are equal."""
    return self.__dict__ == other.__dict__ if other.__class__ is self.__class__ else NotImplemented


def equal_in(self: Any, other: Any) -> Any:
    """The same, of a class that does not compare all of its fields."""
    if other.__class__ is not self.__class__:
        return NotImplemented
    return all(self.__dict__[name] == other.__dict__[name] for name in self.compared)


def hashed(self: Any) -> int:
    """The hash of all fields."""
    return hash((*self.__dict__.values(),))


def hashed_in(self: Any) -> int:
    """The hash of the fields that are compared."""
    return hash((*(self.__dict__[name] for name in self.compared),))


def frozen(_self: Any, name: str, *_: Any) -> None:
    """Refuse to set or delete an attribute."""
    raise AttributeError(f"cannot assign to field {name!r}")

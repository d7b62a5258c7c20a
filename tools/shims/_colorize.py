"""Stands in for CPython's module of the same name, which compiles six dataclasses of terminal colours whenever Python
starts: here nothing is coloured. What `traceback` asks of it is all there is.
"""


class Plain:
    """A theme whose sections and colours are all empty."""

    def __getattr__(self, _section: str) -> "Plain":
        return self

    def __str__(self) -> str:
        return ""

    def __add__(self, text: str) -> str:
        return text

    def __radd__(self, text: str) -> str:
        return text


PLAIN = Plain()


def can_colorize(**_: object) -> bool:
    """Whether a text may be coloured."""
    return False


def get_theme(**_: object) -> Plain:
    """The colours of everything."""
    return PLAIN

"""Stands in for htpy's module of the same name, whose three dataclasses would be compiled whenever Python starts. The
views hand nothing down through a context.
"""


class Context:
    """What htpy exports under this name."""

    def __init__(self, *_: object, **__: object) -> None:
        raise NotImplementedError("contexts are left out of the page's htpy: see tools/shims")


class ContextProvider(Context):
    """One that gives a value."""


class ContextConsumer(Context):
    """One that takes it."""

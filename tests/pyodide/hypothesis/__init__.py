"""Hypothesis where it cannot be: it is Rust, and here is Python in WebAssembly. Its tests are passed over."""

from collections.abc import Callable
from typing import Any

import pytest

from hypothesis import strategies as strategies


class settings:  # noqa: N801 -- its name there
    """What a test asks of Hypothesis, which does not come to it."""

    def __init__(self, **_: Any) -> None:
        """Take whatever is asked."""

    def __call__(self, test: Callable[..., Any]) -> Callable[..., Any]:
        """The test itself."""
        return test

    @staticmethod
    def register_profile(*_: Any, **__: Any) -> None:
        """Nothing."""

    @staticmethod
    def load_profile(*_: Any) -> None:
        """Nothing."""


def given(*_: Any, **__: Any) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """A test that is passed over."""

    def skipped(test: Callable[..., Any]) -> Callable[..., Any]:
        @pytest.mark.skip("Hypothesis is not pure Python")
        def none() -> None: ...

        none.__name__, none.__doc__ = test.__name__, test.__doc__
        return none

    return skipped


example = given
assume = note = print

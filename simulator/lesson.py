"""What the simulator takes from a lesson that has a model."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.wording import Wording

if TYPE_CHECKING:
    from engine.content.lazy_content import LazyContent
    from simulator.parameters import Model


def model_of(content: LazyContent) -> Model:
    """The model; only what needs one may ask for it."""
    if content.model is None:
        raise LookupError("this lesson has no model.yaml")
    return content.model


def wording(content: LazyContent) -> Wording:
    """The words in which facts and numbers are written."""
    return Wording(content.messages)

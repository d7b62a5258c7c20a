"""Each test of a lesson is made of every lesson in `content/`."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

import pytest

from engine.content.load import Content
from engine.content.practice_content import Workshop
from simulator.parameters import Model
from tools.content import content_files, lessons, load_lesson

loaded = cache(load_lesson)


@pytest.fixture(scope="session", params=lessons())
def name(request: pytest.FixtureRequest) -> str:
    """The name of a lesson."""
    found: str = request.param
    return found


@pytest.fixture(scope="session")
def files(name: str) -> Mapping[str, str]:
    """The author's files."""
    return MappingProxyType(content_files(name))


@pytest.fixture(scope="session")
def content(name: str) -> Content:
    """Everything that learners get."""
    return loaded(name)


@pytest.fixture(scope="session")
def model(workshop: Workshop) -> Model:
    """The parameters and rules of a lesson that has a model."""
    return workshop.model or pytest.skip("the lesson has no model")

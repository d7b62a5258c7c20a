"""What the tests of an author's mistakes share."""

from collections.abc import Callable, Mapping

import pytest

from engine.content.load import load
from engine.content.problems import ContentError, Problem
from tests.engine.mistakes import Mistake
from tests.engine.small import small_files

ProblemsOf = Callable[[Mistake], list[Problem]]
"""What the whole checker finds in the small lesson with a mistake in it."""


@pytest.fixture(scope="session")
def problems_of(schemas: Mapping[str, str]) -> ProblemsOf:
    """Each mistake is looked for once; its tests are of the group "mistakes"."""
    found: dict[str, list[Problem]] = {}

    def look(mistake: Mistake) -> list[Problem]:
        if mistake.name not in found:
            with pytest.raises(ContentError) as caught:
                load(small_files() | {mistake.file: mistake.text}, schemas)
            found[mistake.name] = caught.value.problems
        return found[mistake.name]

    return look

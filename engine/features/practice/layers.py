"""What a learner reads first of a case, and what comes below: its story in two layers."""

from __future__ import annotations

import re

BRIEF = 2
"""How many sentences of a situation are read first."""
_END = re.compile(r"(?<=[.?!])[\"”’)]*\s+(?=[\"“‘(]?[A-Z0-9])")


def layers(situation: str) -> tuple[str, str]:
    """The first sentences of a situation, and the rest.

    >>> layers('She clicks "Go". It takes 0.5 s. Nobody waits.')
    ('She clicks "Go". It takes 0.5 s.', 'Nobody waits.')
    >>> layers("One sentence.")
    ('One sentence.', '')
    """
    ends = [each.start() + len(each.group().rstrip()) for each in _END.finditer(situation)]
    if len(ends) < BRIEF:
        return situation, ""
    return situation[: ends[BRIEF - 1]], situation[ends[BRIEF - 1] :].lstrip()

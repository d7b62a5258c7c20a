"""A random walk: what a learner could do, in an order in which nobody would.

The browser chooses and does each action, from a number; so any driver that can evaluate JavaScript can lead the walk.
"""

import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

STEP, TROUBLE = (
    Path(__file__).with_name(name).read_text(encoding="utf-8").partition("\n")[2] for name in ("walk.js", "trouble.js")
)


def walk(evaluate: Callable[..., Any], actions: int, seed: int) -> None:
    """Do so many actions; `evaluate(function, argument)` runs JavaScript in the page and waits for what it promises.

    Stops with an `AssertionError` that tells the way to what is wrong.
    """
    dice, way = random.Random(seed), []  # noqa: S311 - to be repeated, not to be secret
    for _ in range(actions):
        way.append(evaluate(STEP, dice.randrange(1_000_000)))
        trouble = evaluate(TROUBLE, None)
        assert not trouble, (trouble, way[-6:])

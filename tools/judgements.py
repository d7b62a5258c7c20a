"""What the model says of every scenario, kept until the model or the scenario changes."""

from __future__ import annotations

import json
from collections.abc import Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from engine.review.verdicts import Judgement
from simulator.judgement import judgement, judgement_key, model_key
from simulator.lesson import model_of
from tools.content import load_lesson
from tools.kept import contents, kept_each

if TYPE_CHECKING:
    from engine.content.load import Content

PROCESSES = 2


def judgements(content: Content) -> Mapping[str, Judgement]:
    """What the model says of each scenario, by its name; nothing in a lesson without a model."""
    lesson, lazy = content.lesson.name, content.lazy
    if not lazy.model:
        return {}
    names = list(lazy.scenarios)
    code, model = contents([Path("simulator")]), model_key(content.lesson.modes, lazy.model)

    def made(missing: list[int]) -> list[bytes]:
        with ProcessPoolExecutor(PROCESSES) as processes:
            return list(processes.map(_judged, [(lesson, names[number]) for number in missing]))

    inputs = [code + judgement_key(model, scenario).encode() for scenario in lazy.scenarios.values()]
    found = [json.loads(each) for each in kept_each(".judgement", inputs, made)]
    return {
        name: Judgement(each["verdicts"], each["shares"], tuple(each["flipping"]))
        for name, each in zip(names, found, strict=True)
    }


def _judged(which: tuple[str, str]) -> bytes:
    lesson, scenario = which
    content = _loaded(lesson)
    return json.dumps(
        asdict(judgement(content.lesson.modes, model_of(content.lazy), content.lazy.scenarios[scenario]))
    ).encode()


_loaded = cache(load_lesson)

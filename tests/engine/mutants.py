"""Content that an author might have: the real one, cut short and then changed at random towards what is accepted."""

import json
from collections.abc import Iterator, Mapping
from copy import deepcopy
from random import Random
from typing import Any

from engine.content.document import Document
from engine.content.files import shape_of
from engine.content.load import Content, build, check
from tools.plurals import plural

Data = dict[str, Any]
"""The plain data of each file, by its name."""
LIMITS = (
    0,
    1e-6,
    0.01,
    0.1,
    0.5,
    1,
    2,
    3,
    5,
    16,
    20,
    40,
    50,
    100,
    120,
    1000,
    10_000,
    604_800,
    2_000_000,
    10_000_000,
    100_000_000,
)
TEXTS = ("=", "x", "W" * 24, "{0} %s {x}", "<b>&amp;", "a;b:c#d", "שלום", "e\u0301", "100%", "0", "\\", "'\"")
COLOURS, SHAPES = ("blue", "teal", "purple", "green"), ("circle", "triangle", "diamond", "square")
DAYS = 100
"""The fewest that the model may look at, for speed."""


def short(data: Data) -> Data:
    """The content with few scenarios, templates and failures, and without code."""
    data = deepcopy(data)
    tipping = [name for name, each in data["scenarios.yaml"].items() if "tipping" in each]
    kept = [*list(data["scenarios.yaml"])[:2], tipping[0]]
    data["scenarios.yaml"] = {name: data["scenarios.yaml"][name] for name in kept}
    data["templates.yaml"] = dict(list(data["templates.yaml"].items())[:2])
    data["failures.yaml"] = {mode: dict(list(failures.items())[:1]) for mode, failures in data["failures.yaml"].items()}
    data["code.yaml"]["remarks"] = {}
    data["model.yaml"]["days"]["value"] = DAYS
    return data


def accepted(data: Data, schemas: Mapping[str, str]) -> Content | None:
    """What the files make, if nothing is wrong with them."""
    documents = {name: Document(name, each, {}, {}) for name, each in data.items()}
    return None if check(documents, dict.fromkeys(data, ""), schemas) else build(documents, {}, schemas, plural=plural)


def mutant(data: Data, schemas: Mapping[str, str], random: Random) -> tuple[Data, str]:
    """The content after one to three changes, and what they were."""
    data = deepcopy(data)
    done = []
    for _ in range(random.choice((1, 1, 2, 3))):
        if random.random() < 0.2:
            done.append(_change_modes(data, random))
        else:
            done.append(_change_value(data, schemas, random))
    return data, ", ".join(done)


def _change_modes(data: Data, random: Random) -> str:
    listed = data["lesson.yaml"]["modes"]
    if random.random() < 0.5 and len(listed) > 1:
        kept = random.sample(listed, random.choice((1, 1, 2, len(listed) - 1)))
        for mode in [mode for mode in listed if mode not in kept]:
            _remove(data, mode)
        data["lesson.yaml"]["modes"] = kept
        return f"only {kept}"
    added = 0
    while len(listed) < random.choice((5, 6, 7)):
        added += 1
        _copy(data, random.choice(listed), f"added-{len(listed)}", random)
    return f"{added} modes more"


def _remove(data: Data, mode: str) -> None:
    for scenario in data["scenarios.yaml"].values():
        gone = scenario["choices"].pop(mode, {})
        if gone.get("verdict") == "best" and scenario["choices"]:
            first = next(iter(scenario["choices"].values()))
            first["verdict"] = "best"
            first.pop("reading", None)
    for group in (data, data["model.yaml"]["modes"], data["failures.yaml"]):
        group.pop(mode, None)
    data.pop(f"modes/{mode}.yaml", None)


def _copy(data: Data, mode: str, name: str, random: Random) -> None:
    if f"modes/{mode}.yaml" not in data:
        return
    copy = deepcopy(data[f"modes/{mode}.yaml"])
    taken = {(each["colour"], each["shape"]) for file, each in data.items() if shape_of(file) == "mode"}
    copy["name"] = name
    copy["colour"], copy["shape"] = random.choice(
        [(colour, shape) for colour in COLOURS for shape in SHAPES if (colour, shape) not in taken]
    )
    data[f"modes/{name}.yaml"] = copy
    data["lesson.yaml"]["modes"].append(name)
    if mode in data["model.yaml"]["modes"] and random.random() < 0.8:
        data["model.yaml"]["modes"][name] = deepcopy(data["model.yaml"]["modes"][mode])
        for scenario in data["scenarios.yaml"].values():
            choice = scenario["choices"][name] = deepcopy(scenario["choices"][mode])
            if choice["verdict"] == "best":
                choice["verdict"] = "poor"


def _change_value(data: Data, schemas: Mapping[str, str], random: Random) -> str:
    file = random.choice(
        [*data, "model.yaml", "model.yaml", "model.yaml", "scenarios.yaml", "templates.yaml", "settings.yaml"]
    )
    if file not in data:
        return "nothing"
    places = [*_places(data[file])]
    box, key = random.choice(places)
    value, was = box[key], str(box[key])[:30]
    kind = random.choice(("delete", "value", "value", "value", "order"))
    if kind == "delete" and isinstance(box, dict | list):
        del box[key]
    elif isinstance(value, bool):
        box[key] = not value
    elif isinstance(value, int | float):
        box[key] = random.choice((*LIMITS, value * 2, value / 2))
    elif isinstance(value, str):
        same = [other[at] for other, at in places if at == key and isinstance(other[at], str)]
        choices = _choices(json.loads(schemas.get(shape_of(file), "{}")), value)
        box[key] = random.choice(same if random.random() < 0.4 else choices or TEXTS)
    elif isinstance(value, list):
        box[key] = random.choice(([], value[:1], value[::-1], [*value, *deepcopy(value[-1:])], value[1:]))
    elif isinstance(value, dict):
        same = [other[at] for other, at in places if at == key and isinstance(other[at], dict)]
        box[key] = deepcopy(random.choice(same)) if random.random() < 0.7 else dict(reversed(value.items()))
    return f"{kind} {file} {key}: {was}"


def _places(data: Any) -> Iterator[tuple[Any, Any]]:
    """Every place in some data: what holds it, and its name or number there."""
    for key in data if isinstance(data, dict) else range(len(data)):
        yield data, key
        if isinstance(data[key], dict | list):
            yield from _places(data[key])


def _choices(schema: Any, value: str) -> list[str]:
    """What else a schema allows where it allows a value."""
    if isinstance(schema, dict):
        if value in schema.get("enum", ()):
            return list(schema["enum"])
        schema = list(schema.values())
    return next(filter(None, (_choices(each, value) for each in schema)), []) if isinstance(schema, list) else []

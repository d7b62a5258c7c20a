"""Content whose every text is as long as its schema allows, and that has as many modes as there may be."""

from collections.abc import Callable, Mapping
from copy import deepcopy
from typing import Any

from engine.content.catalogue import flattened
from engine.content.settings import TYPED
from engine.messages import Text

MOST_MODES = 6
FEW: Mapping[str, tuple[str, ...]] = {
    "scenarios.yaml": ("maintenance-report", "thirty-seconds", "chat", "document-summary", "nightly-tickets"),
    "templates.yaml": ("form-fields", "turn-by-turn"),
}
"""The entries that are kept of files which would become too large."""
WORDS = " or the longest name that an author would think of, such as a two-hour window with a webhook and a notice"
COMPOUND = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerk"

Stretch = Callable[[str, int], str]
"""Makes a text as long as it may be; equal texts stay equal, and different ones different."""


def in_words(text: str, most: int) -> str:
    """Ordinary words.

    >>> in_words("Flex", 21), in_words("Flex", 20)
    ('Flex or the longest n', 'Flex or the longest.')
    """
    cut = (text + WORDS * (most // len(WORDS) + 1))[:most]
    return f"{cut[:-1]}." if cut[-1] == " " else cut


def in_one_word(text: str, most: int) -> str:
    """One long word, as some languages have it.

    >>> in_one_word("Our flex", 24)
    'OurflexDonaudampfschifff'
    """
    return (text.replace(" ", "") + COMPOUND * (most // len(COMPOUND) + 1))[:most]


def stretched(data: Mapping[str, Any], schemas: Mapping[str, Any], stretch: Stretch) -> dict[str, Any]:
    """Plain data of content files, by name, with more modes and longer texts; `schemas` are all, by their own names."""
    filled = deepcopy(dict(data))
    for file, names in FEW.items():
        filled[file] = {name: filled[file][name] for name in names}
    if "hunch" in filled["lesson.yaml"]:
        filled["lesson.yaml"]["hunch"] = list(FEW["scenarios.yaml"][-2:])
    while len(filled["lesson.yaml"]["modes"]) < MOST_MODES:
        _add_mode(filled)
    for number, mode in enumerate(filled["lesson.yaml"]["modes"], 1):
        filled[f"modes/{mode}.yaml"]["name"] += f" {number}"
    own = {file: each for file, each in filled.items() if not file.startswith("messages")}
    longer = {file: _filled(each, _schema_of(file, schemas), stretch) for file, each in own.items()}
    # What a learner may type must have a form, and no place is made for it.
    typed = filled["settings.yaml"]["workload"]
    longer["settings.yaml"]["workload"] |= {name: typed[name] for name in TYPED if name in typed}
    texts = flattened(filled["messages/en.yaml"]) | filled.get("messages.yaml", {})
    return longer | {"messages.yaml": _messages(schemas["messages"], texts, stretch)}


def _messages(schema: Any, texts: Mapping[str, Text], stretch: Stretch) -> dict[str, Any]:
    """Every message as long as a lesson may make it."""
    longer: dict[str, Any] = {}
    for key, text in texts.items():
        message = schema["properties"][key]
        if isinstance(text, str):
            longer[key] = stretch(text, message["maxLength"])
        else:
            most = message["properties"]["other"]["maxLength"]
            longer[key] = {category: stretch(form, most) for category, form in text.items()}
    return longer


def _schema_of(file: str, schemas: Mapping[str, Any]) -> Any:
    return schemas["mode" if file.startswith("modes/") else file.removesuffix(".yaml")]


def _add_mode(data: dict[str, Any]) -> None:
    """One more mode, which is like the last but one and has a sign of its own."""
    listed = data["lesson.yaml"]["modes"]
    like, name = listed[-2], f"added-{len(listed)}"
    used = [data[f"modes/{mode}.yaml"] for mode in listed]
    signs = {(each["colour"], each["shape"]) for each in used}
    colour, shape = next(sign for sign in (("blue", "square"), ("teal", "diamond")) if sign not in signs)
    data[f"modes/{name}.yaml"] = deepcopy(data[f"modes/{like}.yaml"]) | {"colour": colour, "shape": shape}
    data["model.yaml"]["modes"][name] = deepcopy(data["model.yaml"]["modes"][like])
    for scenario in data["scenarios.yaml"].values():
        choice = scenario["choices"][name] = deepcopy(scenario["choices"][like])
        if choice["verdict"] == "best":
            choice["verdict"] = "poor"
    listed.append(name)


def _filled(value: Any, schema: Any, stretch: Stretch, root: Any = None) -> Any:
    """A value with its texts stretched, other than those that must have a form."""
    root = root or schema
    for other in schema.get("anyOf", ()):
        if other.get("type") != "null":
            schema = other
    if "$ref" in schema:
        schema = root["$defs"][schema["$ref"].removeprefix("#/$defs/")]
    if isinstance(value, str):
        return stretch(value, schema["maxLength"]) if "maxLength" in schema and "pattern" not in schema else value
    if isinstance(value, list) and "items" in schema:
        return [_filled(each, schema["items"], stretch, root) for each in value]
    if not isinstance(value, dict):
        return value
    known = schema.get("properties", {})
    further = [*schema.get("patternProperties", {}).values(), schema.get("additionalProperties")][0]
    filled = {key: _filled(each, known.get(key, further), stretch, root) for key, each in value.items()}
    if filled.get("states") and "from" in filled:
        most = known["from"]["maxLength"]
        filled["states"] = {stretch(name, most): state for name, state in filled["states"].items()}
    return filled

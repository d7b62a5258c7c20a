"""Checks the judged workloads, prints their counts, and with --hold-back marks those that are held back.

    .venv/bin/python tests/lessons/judged/check.py [--hold-back]

It reads nothing of the model, so that a judgement cannot lean on what the model says.
"""

import re
import sys
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).parent
MODES = ("sync", "streaming", "async", "batch")
KEYS = ("name", "source", "situation", "facts", "more", "best", "defensible", "grey", "why", "held_back")
SOURCE = ("title", "address", "date", "answer")
NUMBERS = (
    "requests",
    "times_a_day",
    "input_tokens",
    "output_tokens",
    "seconds",
    "deadline",
    "timeout",
    "rate_limit",
    "price_in",
    "price_out",
    "caller_limit_s",
    "turns",
    "items_at_once",
    "thinking_tokens",
    "cached_share",
    "longest_output_tokens",
    "first_words_s",
    "whole_answer_s",
)
LEAST = {"thinking_tokens": 0}
"""What may be none at all; every other number is above zero."""
FLAGS = ("independent", "partial", "webhook", "retention", "background", "must_survive", "partial_ok", "shared_limit")
CHOICES = {"reader": ("waiting", "watching", "gone"), "missed": ("fallback", "annoyance", "loss")}
TODAY = (
    "requests",
    "times_a_day",
    "independent",
    "input_tokens",
    "output_tokens",
    "seconds",
    "reader",
    "partial",
    "deadline",
    "timeout",
    "rate_limit",
    "webhook",
    "retention",
    "price_in",
    "price_out",
)
"""The facts that a workload has today; the others stand under `more`."""


def cases() -> list[dict[str, Any]]:
    """Every case of the folder."""
    return [case for path in sorted(FOLDER.glob("*.yaml")) for case in yaml.safe_load(path.read_text("utf-8"))]


def stated(value: Any) -> Any:
    """What a fact says, whether it is exact or about."""
    return value["about"] if isinstance(value, dict) else value


def complaints(case: dict[str, Any]) -> list[str]:
    """What is wrong with a case."""
    wrong = []
    if tuple(case) not in (KEYS, KEYS[:-1]):
        wrong.append(f"keys {tuple(case)}")
    if tuple(case["source"]) != SOURCE or not isinstance(case["source"]["date"], date):
        wrong.append("source")
    if not case["source"]["address"].startswith("https://"):
        wrong.append("address")
    for name, value in [*case["facts"].items(), *case["more"].items()]:
        if (name in TODAY) is not (name in case["facts"]):
            wrong.append(f"{name} stands in the wrong place")
        if isinstance(value, dict) and (set(value) != {"about"} or name not in NUMBERS):
            wrong.append(f"{name}: only a number can be about")
        good = (
            (name in NUMBERS and isinstance(stated(value), (int, float)) and stated(value) >= LEAST.get(name, 1e-9))
            or (name in FLAGS and isinstance(value, bool))
            or value in CHOICES.get(name, ())
        )
        if not good:
            wrong.append(f"{name}: {value!r}")
    meant = "first_words_s" if case["facts"]["reader"] == "watching" else "whole_answer_s"
    if case["facts"]["deadline"] != case["more"].get(meant):
        wrong.append(f"deadline is not {meant}")
    if case["best"] not in MODES or not set(case["defensible"]) <= set(MODES) - {case["best"]}:
        wrong.append("modes")
    if case["grey"] is not bool(case["defensible"]):
        wrong.append("grey is not whether another mode is defensible")
    if not re.match(rf"{case['best'].capitalize()}\b", case["why"]):
        wrong.append("why does not start with the answer")
    sentences = len(re.findall(r"[.?!](?= [A-Z\"]|$)", case["situation"]))
    if sentences != 2:
        wrong.append(f"situation has {sentences} sentences")
    return wrong


def held_back(found: list[dict[str, Any]]) -> set[str]:
    """The names of those that are held back: every third, ordered by mode, grey or plain, and name."""
    order = sorted(found, key=lambda case: (case["best"], case["grey"], case["name"]))
    return {case["name"] for case in order[2::3]}


def mark(names: set[str]) -> None:
    """Write into each file which of its cases are held back."""
    for path in FOLDER.glob("*.yaml"):
        text = re.sub(r"^  held_back: .*\n", "", path.read_text("utf-8"), flags=re.MULTILINE)
        head, *parts = re.split(r"(?m)^(?=- name: )", text)
        done = []
        for part in parts:
            name = part.splitlines()[0].removeprefix("- name: ")
            done.append(part.rstrip() + f"\n  held_back: {str(name in names).lower()}\n")
        path.write_text(head + "\n".join(done), "utf-8")


def main() -> int:
    """Check, count and, if asked to, mark."""
    if "--hold-back" in sys.argv[1:]:
        mark(held_back(cases()))
    found = cases()
    wrong = [f"{case['name']}: {each}" for case in found for each in complaints(case)]
    wrong += [f"{name} stands twice" for name, count in Counter(case["name"] for case in found).items() if count > 1]
    if {case["name"] for case in found if case.get("held_back")} != held_back(found):
        wrong.append("run with --hold-back: the marks do not follow the rule")
    print("\n".join(wrong) or "All cases are well formed.")
    back = [case for case in found if case.get("held_back")]
    for title, some in (("all", found), ("held back", back)):
        grey = sum(case["grey"] for case in some)
        modes = ", ".join(f"{mode} {sum(case['best'] == mode for case in some)}" for mode in MODES)
        print(f"{title}: {len(some)} cases, grey {grey}, plain {len(some) - grey}; best: {modes}")
    pairs = Counter("/".join(sorted((case["best"], *case["defensible"]))) for case in found if case["grey"])
    print("grey pairs:", ", ".join(f"{pair} {count}" for pair, count in pairs.most_common()))
    print("sources:", len({case["source"]["address"] for case in found}))
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main())

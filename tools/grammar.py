"""Goes over every text of the content with Harper, a grammar checker that runs on this machine and asks no server.

Harper is a development dependency (`package.json`); learners load nothing of it. What it found in a file is kept until
the file, the accepted words or the rules change.
"""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from engine.content.document import Document, read
from engine.content.document import Path as Place
from engine.content.problems import Problem
from engine.content.settings import TYPED
from tools.content import BOOK, CONTENT, content_files
from tools.kept import kept_each

WORDS = "accepted-words.txt"
"""The words, below `content/`, that Harper does not know and that are right."""

OFF: Mapping[str, str] = {
    "Initialisms": "chat shorthand, which our texts do not have; leaving such groups out saves a third of the time",
    "Phrase Corrections": "sayings, which our texts do not have",
    "Proper Nouns": "the accepted words say how the products of our subjects are written",
    "Regionalisms and Dialect": "it is about idioms",
    "Numbers and Units": "we write the units as they are, such as MB",
    "ExpandMinimum": "min is a unit, and part of a setting's name",
    "OxfordComma": "our house style has none",
    "SentenceCapitalization": "labels and notes are no sentences, and a sentence may begin with a setting's name",
    "EllipsisLength": "../ is a path",
    "MergeWords": "it reads the s of 5 s and the next word as one word",
    "SplitWords": "it splits terms, such as lognormal",
    "DisjointPrefixes": "it reads `adds them up per day` as `upper`",
    "PhrasalVerbAsCompoundNoun": "it reads the timeout as a verb",
    "PronounInflectionBe": "it reads `no figures for it are published` as `it are`",
    "MissingPreposition": "it finds one missing in right sentences, such as `The cost is more engineering`",
    "MissingDeterminer": "it finds one missing in right sentences",
    "MissingTo": "it reads `What this view needs could not be loaded` as `needs to`",
    "MassNouns": "it refuses `an expiry`, which is our field's word",
    "Spaces": "it takes the % of 5 % for the end of a sentence",
}
"""The rules, and groups of rules, that are switched off, each with the reason."""

PLACEHOLDER = re.compile(r"\{\w+\}|\S+\.yaml\b")
STAND_IN = "Batch"
"""What a placeholder of a message, or the name of a file, reads as."""
UNITS = {"s": "seconds", "min": "minutes", "h": "hours"}
UNIT = re.compile(rf"(?<=\d )({'|'.join(UNITS)})\b")
"""What Harper is given in full, since it takes `s.` and `h.` for abbreviations that need no full stop."""
NOT_OURS = re.compile(r"/sources[./]")
"""Files with the words of others: titles and publishers."""
PROCESSES = min(4, os.cpu_count() or 1)
WORTH_A_PROCESS = 50
"""Texts: fewer take less time than Harper needs to start."""


def mistakes(lessons: Sequence[str]) -> list[Problem]:
    """Every mistake that Harper finds in the texts of some lessons, and in the page's own words."""
    files: dict[str, str] = {}
    for lesson in lessons:
        book = CONTENT / lesson / BOOK
        own = {BOOK: book.read_text(encoding="utf-8")} if book.exists() else {}
        for name, text in (content_files(lesson) | own).items():
            files[name if name.startswith("messages/") else f"{lesson}/{name}"] = text
    return mistakes_in(files, accepted_words((CONTENT / WORDS).read_text(encoding="utf-8")))


def mistakes_in(files: Mapping[str, str], words: Sequence[str] = ()) -> list[Problem]:
    """The same in some YAML files, given by their names below `content/`. What cannot be read, others report."""
    ours = {file: text for file, text in files.items() if file.endswith(".yaml") and not NOT_OURS.search(file)}
    documents = [each for file, text in ours.items() if isinstance(each := read(file, text), Document)]
    texts = [[each for each in _texts(document.data, ()) if not _is_typed(document, each[0])] for document in documents]
    kinds = {"words": list(words), "off": sorted(OFF)}
    made_from = f"{Path('package-lock.json').read_text()}{Path('tools/grammar.mjs').read_text()}{json.dumps(kinds)}"
    inputs = [f"{made_from}{json.dumps([text for _, text in each])}".encode() for each in texts]

    def check(missing: list[int]) -> list[bytes]:
        found = iter(_found([text for number in missing for _, text in texts[number]], kinds))
        return [json.dumps([next(found) for _ in texts[number]]).encode() for number in missing]

    kept = (json.loads(each) for each in kept_each(".grammar", inputs, check))
    return [
        _problem(document, place, finding)
        for document, placed, findings in zip(documents, texts, kept, strict=True)
        for (place, _), of_text in zip(placed, findings, strict=True)
        for finding in of_text
    ]


def _is_typed(document: Document, place: Place) -> bool:
    """Whether a text lists words that learners type, which are no English sentence."""
    return document.file.endswith("/settings.yaml") and place[0] == "workload" and place[1] in TYPED


def accepted_words(text: str) -> list[str]:
    """The words of the list, which has one a line; what follows a # is a comment.

    >>> accepted_words("# Units\\n\\nh\\nnack  # of basic.nack\\n")
    ['h', 'nack']
    """
    return [word for line in text.splitlines() if (word := line.partition("#")[0].strip())]


def _texts(data: Any, place: Place) -> Iterator[tuple[Place, str]]:
    """The texts in some data that are for people, each with its place: a name has no space and begins small."""
    if isinstance(data, str):
        if " " in data or data[:1].isupper():
            yield place, UNIT.sub(lambda unit: UNITS[unit[0]], PLACEHOLDER.sub(STAND_IN, data))
    elif isinstance(data, dict | list):
        for name, value in data.items() if isinstance(data, dict) else enumerate(data):
            yield from _texts(value, (*place, name))


def _found(texts: list[str], kinds: Mapping[str, list[str]]) -> list[Any]:
    """What Harper finds in each text, the work shared by some processes."""
    shares = min(PROCESSES, len(texts) // WORTH_A_PROCESS + 1)
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', '')}"  # where a Node from PyPI is

    def run(number: int) -> list[Any]:
        asked = json.dumps({**kinds, "texts": texts[number::shares]}).encode()
        command, environment = ["node", "tools/grammar.mjs"], {**os.environ, "PATH": path}
        done = subprocess.run(command, input=asked, stdout=subprocess.PIPE, check=True, env=environment)
        result: list[Any] = json.loads(done.stdout)
        return result

    found: list[Any] = [None] * len(texts)
    with ThreadPoolExecutor(shares) as pool:
        for number, part in enumerate(pool.map(run, range(shares))):
            found[number::shares] = part
    return found


def _problem(document: Document, place: Place, finding: Mapping[str, Any]) -> Problem:
    instead = " or ".join(f"“{each}”" for each in finding["instead"] if each.strip())
    remedy = f"Write {instead}." if instead else "Say it in another way."
    if finding["rule"] == "SpellCheck":
        remedy += f" If the word is right, add it to content/{WORDS}."
    return document.problem(
        place, f"“{finding['problem']}”: {finding['message'].rstrip('.')} ({finding['rule']})", remedy
    )

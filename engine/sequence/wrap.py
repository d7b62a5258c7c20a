"""Breaks a text into lines where its language allows: between words first, inside one that is longer than a line next,
inside a letter never.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from unicodedata import category, combining, east_asian_width

BREAKS = (
    re.compile(r"(?<= )(?<!\d\. )(?!(?<=\d )(?:ms|s|min|h|[kKMGT]?B|%|×)(?!\w))"),
    re.compile(r"(?<= )"),
    re.compile(
        r"(?<=[/\\?&|\u200b])(?=\w)|(?<=[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60])"
        r"(?![\u3001\u3002\u3005\u300d\u300f\u3011\u3099\u309a\u30fc\ufe00-\ufe0f\uff01\uff09\uff0c\uff1a\uff1b\uff1f])"
    ),
    re.compile(r"(?<=[_=@\u00ad])(?=\w)|(?<=[.:,;-])(?=[^\W\d])|(?<=[:,;=])(?=[\"'{\[(<])|(?<=[^\W\d_A-Z])(?=[A-Z])"),
)
"""Where a text may break, the best places first: between words, but not between a number and its unit or after a step's
number; at any space; between the parts of a path and between ideographs; and in a word after a sign that joins its
parts, or before a capital."""

VIRAMA = 9
"""The combining class of the mark that puts one consonant of India below the next."""
JOINED = "\u200d\u0e33\u0eb3"
"""What belongs to the letter before it though it is no mark: the joiner of emoji, and the vowel AM of Thai and Lao."""
LEADING = "\u200d\u0e40\u0e41\u0e42\u0e43\u0e44\u0ec0\u0ec1\u0ec2\u0ec3\u0ec4"
"""What the next letter belongs to: the joiner, and the vowels that Thai and Lao write first."""
UNSPACED = ("Mn", "Me", "Cf")
"""Categories of signs that take no room of their own: marks above and below, and what is not seen."""


def wrapped(text: str, width: int) -> list[str]:
    """The text in lines of at most so many columns, as even as their number allows. Only a letter that is wider than
    that by itself gives a longer one.

    >>> wrapped("1. Sends idempotency_key", 16)
    ['1. Sends', 'idempotency_key']
    >>> wrapped("1. POST api.vendor.com/v1/batches", 16)
    ['1. POST', 'api.vendor.com/', 'v1/batches']
    """
    pieces = list(_pieces(" ".join(text.split()), width))
    lines = _filled(pieces, width)
    least = max(map(columns, pieces), default=0)
    for narrower in range(width - 1, least - 1, -1):
        if len(fewer := _filled(pieces, narrower)) > len(lines):
            break
        lines = fewer
    return lines


def columns(text: str) -> int:
    """How many columns a text takes: an ideograph or an emoji two, a mark none, and none what may hang over at its end.

    >>> columns("e\u0301te\u0301: "), columns("非同期"), columns("👩\u200d💻")
    (3, 6, 2)
    """
    return sum(
        2
        if east_asian_width(letter[0]) in "WF" or "\ufe0f" in letter
        else sum(category(sign) not in UNSPACED for sign in letter)
        for letter in letters(text.rstrip(" .,:;"))
    )


def letters(text: str) -> list[str]:
    """The letters as a reader counts them: each with its marks, an emoji with all that it is joined from."""
    parts: list[str] = list(text[:1])
    for before, sign in pairwise(text):
        flag = _is_flag(before) and _is_flag(sign) and len(parts[-1]) % 2
        if flag or _goes_on(sign) or before in LEADING or _joins(before, sign):
            parts[-1] += sign
        else:
            parts.append(sign)
    return parts


def _goes_on(sign: str) -> bool:
    """Whether a sign is a part of the letter before it."""
    return category(sign) in (*UNSPACED, "Mc") or sign in JOINED or "\U0001f3fb" <= sign <= "\U0001f3ff"


def _is_flag(sign: str) -> bool:
    """Whether a sign is half of a flag."""
    return "\U0001f1e6" <= sign <= "\U0001f1ff"


def _joins(before: str, sign: str) -> bool:
    """Whether two signs are one letter: consonants of India below each other, parts of a Korean syllable."""
    syllable = "\u1100" <= before <= "\u11ff" and "\u1160" <= sign <= "\u11ff"
    return syllable or (combining(before) == VIRAMA and category(sign) == "Lo")


def _pieces(text: str, width: int, level: int = 0) -> Iterator[str]:
    """The parts that a text is broken into at most: no more than is needed for each to fit."""
    for part in BREAKS[level].split(text) if level < len(BREAKS) else letters(text):
        if columns(part) > width and level < len(BREAKS):
            yield from _pieces(part, width, level + 1)
        else:
            yield part


def _filled(pieces: list[str], width: int) -> list[str]:
    """Lines that each take as many pieces as they have room for."""
    lines = [""]
    for piece in pieces:
        if lines[-1] and columns(lines[-1] + piece) > width:
            lines.append("")
        lines[-1] += piece
    return [line.rstrip() for line in lines]

"""A quantity as people write or paste it, such as "2h 45m", "$2 per 1M tokens", "60 rpm" or "twice a day".

All words are the author's (`WorkloadSettings`); here stands only in which order they may come. A number may be followed
by a size ("million") and a word for what is counted ("tokens"), and that by what it is counted per ("a day"). A word
may be cut short, so that it means something while it is still being typed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import product
from math import isnan
from typing import TYPE_CHECKING, Literal

from engine.numerals import ENGLISH, Numerals, swapped
from simulator.numerals import NUMERAL, values
from simulator.spellings import languages, listed, plain, size

if TYPE_CHECKING:
    from engine.features.workload.settings import Counted as Unit
    from engine.features.workload.settings import WorkloadSettings
    from simulator.workload import Declared

LONGEST = 40
"""Characters of a number that somebody would type."""
DAY, MINUTE = 86_400.0, 60.0
PERIOD: Mapping[str, float] = {"times_a_day": DAY, "a_minute": MINUTE}
"""The seconds that a rate counts in; a number without a period is in these."""
MILLION = 1_000_000.0
"""The tokens that a price is for."""
CURRENCY = "$"
OVER = "/"
PERCENT = "%"
_HYPHEN = re.compile(r"(?<=[0-9])-(?=[^\W\d_])")
"""The one of "3-mal"."""
_TOKEN = re.compile(rf"\s*({NUMERAL.pattern}|[^\W\d_]+\.?|[{OVER}{CURRENCY}{PERCENT},&+])\s*")


@dataclass(frozen=True)
class Meanings:
    """The numbers that a text can mean; empty where it means none."""

    numbers: tuple[float, ...] = ()
    unsure: bool = False
    """Whether it is written as nobody writes on this page, so that even a single one may be wrong."""

    def __bool__(self) -> bool:
        return bool(self.numbers)

    def __iter__(self) -> Iterator[float]:
        return iter(self.numbers)


@dataclass
class _Read:
    """What has been read of a text: numbers over numbers, and the words beside them."""

    over: list[tuple[float, ...]] = field(default_factory=list)
    """What each number above the line can be."""
    by: float = 1.0
    """By what words multiply it."""
    under: list[tuple[float, ...]] = field(default_factory=list)
    under_by: float | None = None
    """The size, or the seconds, of what it is counted per; None where that is not said."""


def means_nothing(text: str, spellings: WorkloadSettings) -> bool:
    """Whether a text says that there is no such number, such as "none" or "no limit"."""
    return plain(text) in listed(spellings.nothing)


def means_unknown(text: str, spellings: WorkloadSettings) -> bool:
    """Whether a text says that nobody knows, such as "n/a"."""
    return plain(text) in listed(spellings.unknown)


def meanings(declared: Declared, text: str, spellings: WorkloadSettings, numerals: Numerals = ENGLISH) -> Meanings:
    """Every number that a text can mean for a fact; what its language would mean by it is the likely one."""
    if declared.quantity is None or len(text) > LONGEST:
        return Meanings()
    read = (_meanings(declared.quantity.unit, text, each, numerals) for each in languages(spellings))
    return next(filter(None, read), Meanings())


def _meanings(unit: Unit | Literal["duration"], text: str, spellings: WorkloadSettings, numerals: Numerals) -> Meanings:
    tokens = [swapped(token, numerals) if _is_number(token) else token for token in _tokens(text, spellings)]
    if not tokens:
        return Meanings()
    found = _duration(tokens, spellings) if unit == "duration" else _counted(tokens, unit, spellings)
    known = tuple(dict.fromkeys(each for each in found if not isnan(each)))
    return Meanings(known, any(re.fullmatch(r"0,[0-9]{3}", token) for token in tokens))


def _tokens(text: str, spellings: WorkloadSettings) -> list[str]:
    """The numbers, words and signs of a text that say something; none where something else stands in it."""
    text, found, at = _HYPHEN.sub(" ", plain(text)), list[str](), 0
    while at < len(text):
        token = _TOKEN.match(text, at)
        if token is None:
            return []
        found.append(token[1])
        at = token.end()
    passed = listed(spellings.passed)
    return [token for token in found if token.removesuffix(".") not in passed]


def _is_number(token: str) -> bool:
    return NUMERAL.fullmatch(token) is not None


def _duration(tokens: list[str], spellings: WorkloadSettings) -> list[float]:
    """The sums of pieces such as 2 h and 45 min; a bare number is in seconds."""
    pieces: list[tuple[float, ...]] = []
    ahead = [token for token in tokens if token not in (",", "&", "+")]
    alone = len(ahead)
    while ahead:
        numeral = ahead.pop(0)
        if not _is_number(numeral):
            return []
        found = values(numeral)
        if len(ahead) >= 2 and ahead[0] == OVER and _is_number(ahead[1]):
            found = _divided(found, values(ahead[1]))
            del ahead[:2]
        bare = 1.0 if not pieces and alone in (1, 3) else None
        by = size(ahead.pop(0), spellings.units) if ahead else bare
        if by is None or not found:
            return []
        pieces.append(tuple(each * by for each in found))
    return [sum(chosen) for chosen in product(*pieces)]


def _counted(tokens: list[str], unit: Unit, spellings: WorkloadSettings) -> list[float]:
    """A number of what is counted, over what it is counted per."""
    every = listed(spellings.every)
    per = (OVER, *listed(spellings.per), *every)
    while tokens and tokens[-1] in per:
        tokens = tokens[:-1]  # what it is counted per is still to come
    read, under = _Read(), False
    for at, token in enumerate(tokens):
        follows = tokens[at - 1] if at else ""
        if token in per and (read.over or under or token == OVER or token in every):
            if under and follows not in per:
                return []
            under = True
        elif token == CURRENCY:
            if unit != "price":
                return []
        elif _is_number(token):
            column = read.under if under else read.over
            if column:
                return []
            column.append(values(token, exact=size(_after(tokens, at), spellings.sizes) is not None))
        elif not (
            _read_under(read, token, unit, spellings) if under else _read_over(read, token, follows, unit, spellings)
        ):
            return []
    if under and not (read.under or read.under_by):
        return []
    return _worked_out(read, unit, under)


def _after(tokens: list[str], at: int) -> str:
    return tokens[at + 1] if at + 1 < len(tokens) else ""


def _read_over(read: _Read, word: str, follows: str, unit: Unit, spellings: WorkloadSettings) -> bool:
    """Take a word beside the number; False where it means nothing there."""
    larger = size(word, spellings.sizes) if _is_number(follows) else None
    counted = size(word, spellings.words.get(unit, ()))
    often = size(word, spellings.often) if unit == "times_a_day" else None
    instead = size(word, spellings.numbers) if not read.over else None
    if larger is not None:
        read.by *= larger
    elif counted is not None:
        read.by *= counted
    elif instead is not None:
        read.over.append((instead,))
    elif often is not None:
        read.over = read.over or [(1.0,)]
        read.by *= often
    else:
        return False
    return True


def _read_under(read: _Read, word: str, unit: Unit, spellings: WorkloadSettings) -> bool:
    """Take a word of what it is counted per; False where it means nothing there."""
    by = size(word, spellings.units if unit in PERIOD else spellings.sizes)
    if by is not None and read.under_by is None:
        read.under_by = by
        return True
    instead = size(word, spellings.numbers) if not read.under and read.under_by is None else None
    if instead is not None:
        read.under.append((instead,))
        return True
    known = any(size(word, words) is not None for words in spellings.words.values())
    if known and unit not in PERIOD:
        read.under_by = read.under_by or 1.0
    return known and unit not in PERIOD


def _worked_out(read: _Read, unit: Unit, under: bool) -> list[float]:
    """The number in the unit of its field."""
    over = read.over or ([(1.0,)] if under and unit == "times_a_day" else [])
    if not over or not over[0]:
        return []
    below = read.under[0] if read.under else (1.0,)
    default = {"price": MILLION if not under else 1.0}.get(unit, PERIOD.get(unit, 1.0))
    if unit == "share":
        return [_share(each, read.by) for each in _divided(over[0], below)]
    scale = {"price": MILLION}.get(unit, PERIOD.get(unit, 1.0)) / (read.under_by or default)
    return [each * read.by * scale for each in _divided(over[0], below)]


def _share(number: float, by: float) -> float:
    """A share that is written as 80 %, as 0.8 or, since none is more than 1, as 80."""
    return round(number * by if by != 1 or number <= 1 else number / 100, 12)


def _divided(over: tuple[float, ...], under: tuple[float, ...]) -> tuple[float, ...]:
    return tuple(a / b for a in over for b in under if b)

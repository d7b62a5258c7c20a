"""The features that come after the first screen."""

from collections.abc import Mapping

from engine.feature import Room
from engine.features.code.room import ROOM as CODE
from engine.features.failures.room import ROOM as FAILURES
from engine.features.practice.room import ROOM as PRACTICE
from engine.features.race.room import ROOM as RACE
from engine.features.workload.room import ROOM as WORKLOAD

ROOMS: Mapping[str, Room] = {
    "failures": FAILURES,
    "code": CODE,
    "race": RACE,
    "practice": PRACTICE,
    "workload": WORKLOAD,
}

"""How long a text may be and what it may hold: named limits that the fields of the model are annotated with.

They become the JSON Schema (`tools/schema.py`), and nothing checks them but that schema. A limit is a layout's
promise to an author: what is shorter than this fits where it is shown.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, Any

from annotated_types import Ge, Gt, Le, Len


@dataclass(frozen=True)
class Matches:
    """Text that a regular expression accepts; `such_as` is the example shown to an author who missed it."""

    pattern: str
    such_as: str

    def __get_pydantic_json_schema__(self, core: Any, schema_of: Callable[[Any], dict[str, Any]]) -> dict[str, Any]:
        return schema_of(core) | {"pattern": self.pattern, "examples": [self.such_as]}


Word = Annotated[str, Len(1, 24)]
Label = Annotated[str, Len(1, 60)]
Line = Annotated[str, Len(1, 240)]
Paragraph = Annotated[str, Len(1, 1200)]
Identifier = Annotated[str, Len(1, 40), Matches(r"^[a-z][a-z0-9-]{0,39}$(?!\n)", "message-batches")]
Address = Annotated[str, Len(1, 300), Matches(r"^https://[^\s\"<>]+$(?!\n)", "https://example.org/page")]
Day = Annotated[str, Matches(r"^20\d\d-[01]\d-[0-3]\d$(?!\n)", "2026-11-22")]

Seconds = Annotated[float, Gt(0), Le(7 * 24 * 3600)]
Multiplier = Annotated[float, Gt(0), Le(20)]
Weight = Annotated[int, Ge(1), Le(5)]
Minutes = Annotated[int, Ge(1), Le(120)]
Pixels = Annotated[int, Ge(200), Le(2000)]

AtLeastOne = Len(1, 40)
StepCount = Len(2, 16)
"""style/step.css lights steps 1 to 16."""
ParticipantCount = Len(2, 4)

"""What every lesson is made of: the vocabulary of sequence diagrams, and how many modes and steps there may be.

Which of it a lesson uses, and under which names, its own files say.
"""

from __future__ import annotations

from typing import Literal

Kind = Literal["request", "reply", "notification", "data", "work"]
"""What a step is; work has one participant, everything else goes from one to another."""

ARROWS: dict[str, str] = {"request": "->>", "data": "->>", "reply": "-->>", "notification": "--)"}
"""How Mermaid writes the arrow of each kind of step that has one."""

Frame = Literal["alternative", "loop"]
"""What a box around neighbouring steps means."""

FRAMES: dict[str, str] = {"alternative": "alt", "loop": "loop"}
"""How Mermaid begins each kind of frame."""

Fill = Literal["none", "solid", "hatched", "crossed"]
"""How the bar on a lifeline is filled while its participant is in a state; "none" has no bar."""

Colour = Literal["blue", "teal", "purple", "green", "amber", "pink", "red", "grey"]
"""The colours that style/tokens.css has, for light and for dark."""

Shape = Literal["circle", "triangle", "diamond", "square"]
"""A mode's second sign, for whoever does not see its colour."""

MODES = (2, 6)
"""How few and how many modes a lesson has; style sheets show those from the first to the sixth."""

STEPS = (1, 16)
"""How few and how many steps a sequence has; style sheets light those from the first to the sixteenth."""

PARTICIPANTS = (2, 4)

ANNOTATIONS = (1, 4)
"""How few and how many kinds of annotations a lesson has; style sheets show those from the first to the fourth."""

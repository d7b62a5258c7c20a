"""What a learner can do in Practice."""

from dataclasses import dataclass


@dataclass(frozen=True)
class ChooseAnswer:
    """Choose a mode to recommend."""

    mode: str


@dataclass(frozen=True)
class ToggleMark:
    """Mark a fact as one that decides, or no longer."""

    fact: str


@dataclass(frozen=True)
class SetSure:
    """Say how sure one is."""

    level: int


@dataclass(frozen=True)
class Predict:
    """Predict in which range a number will be."""

    range: int


@dataclass(frozen=True)
class Answer:
    """Answer with what is chosen and marked."""


@dataclass(frozen=True)
class TakeHint:
    """Show the next hint."""


@dataclass(frozen=True)
class TryAgain:
    """Answer the same question again."""


@dataclass(frozen=True)
class ShowAnswer:
    """Show the best answer instead of giving one."""


@dataclass(frozen=True)
class LookAt:
    """Look at how another mode would do."""

    mode: str


@dataclass(frozen=True)
class PickFlip:
    """Pick a fact, to see whether another value of it flips the decision."""

    fact: str


@dataclass(frozen=True)
class ChangeFact:
    """Change one fact, to see whether that flips the decision: slide it to a step, or switch it to a value."""

    fact: str
    value: str


@dataclass(frozen=True)
class Guess:
    """Say which mode a scenario asks for: on a hunch, or at the end."""

    scenario: str
    mode: str


@dataclass(frozen=True)
class CompareReasons:
    """Compare one's reasons with the questions that guide the decision."""


@dataclass(frozen=True)
class Next:
    """Go on to the next question, or to the result."""


@dataclass(frozen=True)
class GoOn:
    """Go back from the result to the question, as it was left."""


@dataclass(frozen=True)
class OpenScenario:
    """Open a scenario."""

    scenario: str


@dataclass(frozen=True)
class Shuffle:
    """Put the scenarios in another order."""


@dataclass(frozen=True)
class TeachingOrder:
    """Put the scenarios in teaching order."""


@dataclass(frozen=True)
class GoOnWithSeries:
    """A new workload: the next of the series, or the one that was left open."""


@dataclass(frozen=True)
class NewSeries:
    """A series of new workloads, whichever."""


@dataclass(frozen=True)
class StartSeries:
    """The series of new workloads that a seed makes."""

    seed: int


@dataclass(frozen=True)
class ShowResult:
    """Show the result."""


@dataclass(frozen=True)
class AskToRestart:
    """Ask whether all answers shall be forgotten."""


@dataclass(frozen=True)
class KeepAnswers:
    """Forget nothing."""


@dataclass(frozen=True)
class Restart:
    """Forget all answers."""


@dataclass(frozen=True)
class LookAgain:
    """Take a second look at a scenario that was missed."""

    scenario: str


@dataclass(frozen=True)
class ShowOwn:
    """Show the learner's own answers instead of those that came with a link."""


@dataclass(frozen=True)
class CopyResult:
    """Copy the result as text."""


@dataclass(frozen=True)
class CopySeries:
    """Copy the result of a series as text."""


EVENTS = (
    ChooseAnswer,
    ToggleMark,
    SetSure,
    Predict,
    Answer,
    TakeHint,
    TryAgain,
    ShowAnswer,
    LookAt,
    PickFlip,
    ChangeFact,
    Guess,
    CompareReasons,
    Next,
    GoOn,
    OpenScenario,
    LookAgain,
    Shuffle,
    TeachingOrder,
    GoOnWithSeries,
    NewSeries,
    StartSeries,
    ShowResult,
    AskToRestart,
    KeepAnswers,
    Restart,
    ShowOwn,
    CopyResult,
    CopySeries,
)

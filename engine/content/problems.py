"""What is wrong with content, as data: the words are put together only where an author reads them."""

from dataclasses import dataclass, replace


@dataclass(frozen=True, order=True)
class Problem:
    """One mistake in one file; `line` and `column` count from 1.

    >>> print(Problem("modes/batch.yaml", 41, 11, "modes.batch.steps[2].to", "unknown participant `Vendr`",
    ...               "Did you mean `Vendor`?"))
    content/modes/batch.yaml:41:11: modes.batch.steps[2].to: unknown participant `Vendr`. Did you mean `Vendor`?
    """

    file: str
    line: int
    column: int
    path: str
    wrong: str
    remedy: str
    unwritten: bool = False
    """Whether it is no mistake, but a place that still needs words; the remedy says which."""

    def __str__(self) -> str:
        return f"content/{self.file}:{self.line}:{self.column}: {self.path}: {self.wrong}. {self.remedy}"


class ContentError(Exception):
    """Content that cannot become a lesson; `problems` holds every mistake that was found, in reading order."""

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = sorted(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))

    def below(self, folder: str) -> "ContentError":
        """The same mistakes in the files of a folder; the catalogues of messages stand beside it."""
        return ContentError(
            [
                each if each.file.startswith("messages/") else replace(each, file=f"{folder}/{each.file}")
                for each in self.problems
            ]
        )

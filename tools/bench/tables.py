"""The results as Markdown tables, which are also what the terminal shows."""

from collections.abc import Mapping, Sequence

from tools.bench.endurance import SWITCHES
from tools.bench.hosts import HostFigures
from tools.bench.lines import LINES
from tools.bench.pages import DRAWING, NAMES
from tools.bench.ratios import Ratio
from tools.bench.run import COLD, WARM, Key
from tools.bench.visit import Task

COLUMNS = {
    "diagram": ("first diagram", 0),
    "paint": ("LCP", 0),
    "shift": ("layout shift", 3),
    "works": ("switch works", 0),
    "ready": ("sim:ready", 0),
    "kb_diagram": ("KB to diagram", 0),
    "kb_ready": ("KB to ready", 0),
    "requests": ("requests", 0),
    "heap": ("JS heap MB", 1),
    "wasm": ("Wasm MB", 1),
    "memory": ("memory MB", 1),
}
SWITCHING = {
    "switch": ("median", 0),
    "switch_p95": ("p95", 0),
    "handlers": ("its handlers", 1),
    "script": ("all its script", 1),
}
Medians = Mapping[Key, Mapping[str, float]]


def starts(medians: Medians) -> list[tuple[str, str]]:
    """A title and a table for each line, cold and warm."""
    return [
        (f"{line}, {state} cache", _compared(medians, line.name, state, COLUMNS))
        for line in LINES
        for state in (COLD, WARM)
    ]


def switches(medians: Medians) -> str:
    """Mode switches after ready."""
    return _compared(medians, LINES[0].name, COLD, SWITCHING)


def targets(found: Sequence[Ratio]) -> str:
    """What was to be reached, and what came of it."""
    return table(
        ["this page's", "against", "at most", "measured", "", DRAWING],
        [
            [
                each.target.what,
                each.target.rival,
                f"{each.target.at_most:.2f}",
                f"{each.value:.2f}",
                "met" if each.met else "NOT MET",
                "–" if each.drawing is None else f"{each.drawing:.2f}",
            ]
            for each in found
        ],
    )


def endurance(counts: Mapping[str, Mapping[str, float]]) -> str:
    """What many switches leave behind."""
    return table(
        ["", f"before {SWITCHES} switches", "after"],
        [[name, f"{count['before']:,.0f}", f"{count['after']:,.0f}"] for name, count in counts.items()],
    )


def figures(found: Mapping[str, float]) -> str:
    """Figures by their names."""
    return table(
        ["", "milliseconds, or KB"],
        [[name, f"{value:.0f}" if value >= 10 else f"{value:.1f}"] for name, value in found.items()],
    )


def hosts(figures: HostFigures) -> str:
    """Kilobytes to ready and whether a page starts, by kind of host."""
    return table(
        ["host", "page", "KB to ready", "starts"],
        [
            [host, page, f"{found['kb_ready']:.0f}" if found else "–", "yes" if found else "no"]
            for host, visited in figures.items()
            for page, found in visited.items()
        ],
    )


def long_tasks(tasks: Sequence[Task]) -> str:
    """The longest tasks of a start."""
    return table(
        ["starts at", "lasts", "during"],
        [[f"{task['start']:.0f}", f"{task['duration']:.0f}", task["during"]] for task in tasks],
    )


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A Markdown table whose columns line up; figures stand right.

    >>> print(table(["", "ms"], [["a page", "9"]]))
    |        | ms |
    |:-------|---:|
    | a page |  9 |
    """
    widths = [max(map(len, column)) for column in zip(head, *rows, strict=True)]
    figures = [all(row[index][:1].isdigit() or row[index] == "–" for row in rows) for index in range(len(head))]

    def line(cells: Sequence[str]) -> str:
        padded = (
            cell.rjust(width) if figure else cell.ljust(width)
            for cell, width, figure in zip(cells, widths, figures, strict=True)
        )
        return f"| {' | '.join(padded)} |"

    rule = "|".join(
        "-" * (width + 1) + ":" if figure else ":" + "-" * (width + 1)
        for width, figure in zip(widths, figures, strict=True)
    )
    return "\n".join([line(head), f"|{rule}|", *map(line, rows)])


def _compared(medians: Medians, line: str, state: str, columns: Mapping[str, tuple[str, int]]) -> str:
    rows = []
    for name in NAMES:
        values = medians[line, state, name]
        rows.append(
            [name, *(f"{values[key]:.{digits}f}" if key in values else "–" for key, (_, digits) in columns.items())]
        )
    return table(["", *(title for title, _ in columns.values())], rows)

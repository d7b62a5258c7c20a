"""Keeps the results: bench/results.json for programs, and the tables of docs/performance.md for people."""

import json
import os
import platform
import re
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from tools.bench import tables
from tools.bench.endurance import LONGEST, SWITCHES
from tools.bench.hosts import HostFigures
from tools.bench.lines import LINES
from tools.bench.ratios import Ratio
from tools.bench.visit import Task
from tools.versions import versions

RESULTS = Path("bench/results.json")
NOTE = Path("docs/performance.md")
BETWEEN = re.compile(r"(?<=<!-- results: written by `make bench` -->\n).*(?=<!-- end of results -->)", re.DOTALL)


def circumstances(chromium: str, runs: int) -> dict[str, Any]:
    """When, where and with what was measured."""
    return {
        "date": datetime.now(UTC).date().isoformat(),
        "runs": runs,
        "browser": f"Chromium {chromium}, headless",
        "machine": f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores",
        "versions": versions(),
    }


def texts(
    medians: tables.Medians,
    found: list[Ratio],
    counts: dict[str, dict[str, float]],
    tasks: list[Task],
    of_lazy_views: dict[str, float],
    of_author: dict[str, float],
    on_hosts: HostFigures,
) -> list[tuple[str, str]]:
    """Every table with its title, the targets last."""
    return [
        *tables.starts(medians),
        ("Mode switch after ready, milliseconds", tables.switches(medians)),
        (f"What {SWITCHES} mode switches leave behind, after garbage collection", tables.endurance(counts)),
        (
            f"The {LONGEST} longest tasks of this page after its first paint (local, cold), milliseconds",
            tables.long_tasks(tasks),
        ),
        ("The lazy views, and the model, in the page (local)", tables.figures(of_lazy_views)),
        ("The author's page (local)", tables.figures(of_author)),
        ("On three kinds of host (local, cold)", tables.hosts(on_hosts)),
        ("To reach", tables.targets(found)),
    ]


def keep(
    about: dict[str, Any],
    medians: tables.Medians,
    found: list[Ratio],
    counts: dict[str, dict[str, float]],
    tasks: list[Task],
    of_lazy_views: dict[str, float],
    of_author: dict[str, float],
    on_hosts: HostFigures,
) -> None:
    """Write both files; of the note only what lies between its two marks."""
    nested: dict[str, dict[str, dict[str, dict[str, float]]]] = {}
    for (line, state, page), columns in medians.items():
        rounded = {name: round(value, 3) for name, value in columns.items()}
        nested.setdefault(line, {}).setdefault(state, {})[page] = rounded
    ratios = [
        {
            **asdict(each.target),
            "measured": round(each.value, 3),
            "met": each.met,
            "drawing": each.drawing and round(each.drawing, 3),
        }
        for each in found
    ]
    results = {
        **about,
        "lines": [asdict(line) for line in LINES],
        "medians": nested,
        "ratios": ratios,
        "switches": counts,
        "long_tasks": tasks,
        "lazy_views": of_lazy_views,
        "author": of_author,
        "hosts": on_hosts,
    }
    RESULTS.write_text(json.dumps(results, indent=1) + "\n", encoding="utf-8")
    made_of = ", ".join(str(about[name]) for name in ("date", "machine", "browser", "versions"))
    body = f"\n{made_of}. Medians of {about['runs']}.\n\n"
    body += "".join(
        f"### {title[0].upper()}{title[1:]}\n\n{text}\n\n"
        for title, text in texts(medians, found, counts, tasks, of_lazy_views, of_author, on_hosts)
    )
    NOTE.write_text(BETWEEN.sub(lambda _: body, NOTE.read_text(encoding="utf-8")), encoding="utf-8")

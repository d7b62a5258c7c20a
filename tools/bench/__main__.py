"""`python -m tools.bench [--runs 7] [--quick] [--ablate]`: builds every page, measures, prints, and keeps the results.

With `--ablate` the page is measured against itself without each of tools/couplings.py, and only printed.
"""

import argparse
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from engine.content.problems import ContentError
from tools import browser
from tools.bench import ablate, author, endurance, hosts, lazy_views, pages, report, run, serving
from tools.bench.ratios import ratios


def main() -> int:
    """Measure; a target that is missed is no error."""
    parser = argparse.ArgumentParser(description="Measure the lesson side by side with other ways to make it.")
    parser.add_argument("--runs", type=int, default=7, help="visits to each page of each kind (7)")
    parser.add_argument("--quick", action="store_true", help="one run, printed but not kept")
    parser.add_argument("--ablate", action="store_true", help="measure what each of tools/couplings.py gains instead")
    options = parser.parse_args()
    runs = 1 if options.quick else options.runs
    with tempfile.TemporaryDirectory() as work:
        if options.ablate:
            with sync_playwright() as playwright:
                print(ablate.table(ablate.ablate(playwright, Path(work), runs)))
            return 0
        print("Building the pages; compressing them takes a minute the first time…", flush=True)
        try:
            folders = pages.assemble(Path(work))
        except ContentError as error:
            print(error, file=sys.stderr)
            return 1
        for folder in folders.values():
            serving.compress(folder)
        _measure(folders, Path(work), runs, keep=not options.quick)
    return 0


def _measure(folders: dict[str, Path], work: Path, runs: int, keep: bool) -> None:
    with sync_playwright() as playwright:
        samples = run.run(playwright, folders, runs)
        launched = browser.launch(playwright)
        about = report.circumstances(launched.version, runs)
        ours = serving.serve(folders[pages.OURS], strict=True)
        counts = endurance.endurance(launched, f"http://127.0.0.1:{ours.server_port}/index.html")
        of_lazy_views = lazy_views.measure(launched, f"http://127.0.0.1:{ours.server_port}/index.html", runs)
        of_author = author.measure(launched, f"http://127.0.0.1:{ours.server_port}/author.html", runs)
        on_hosts = hosts.hosts(launched, folders, work)
        launched.close()
    medians = samples.medians()
    found, tasks = ratios(medians), endurance.longest(samples.long_tasks)
    for title, text in report.texts(medians, found, counts, tasks, of_lazy_views, of_author, on_hosts):
        print(f"\n{title}\n\n{text}")
    if keep:
        report.keep(about, medians, found, counts, tasks, of_lazy_views, of_author, on_hosts)
        print(f"\nKept in {report.RESULTS} and {report.NOTE}.")


if __name__ == "__main__":
    sys.exit(main())

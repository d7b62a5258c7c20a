"""What the views in which a learner decides cost: their archive, opening them, and the model behind them."""

import json
from pathlib import Path
from statistics import median
from typing import Any

from playwright.sync_api import Browser, Page

from engine.features import FEATURES
from tools.bench.lines import LINES
from tools.bench.visit import KILOBYTE, opened

MODEL = Path("bench/model.py")
VIEWS = tuple(feature.name for feature in FEATURES if feature.lazy and not feature.within)
PATIENCE = 60_000

Figures = dict[str, float]


def measure(launched: Browser, address: str, runs: int) -> Figures:
    """The medians, by name: milliseconds but for the archive, whose kilobytes are those sent."""
    found = [_once(launched, address) for _ in range(runs)]
    return {name: median(each[name] for each in found) for name in found[0]}


def _once(launched: Browser, address: str) -> Figures:
    with launched.new_context() as context, opened(context, address, LINES[0]) as (page, _):
        page.locator("#region-code-sync pre").wait_for(state="attached")
        sent = page.evaluate("""() => performance.getEntriesByType("resource")
            .filter(({ name }) => /(lazy|lazy_content)-/.test(name))
            .reduce((sum, { transferSize }) => sum + transferSize, 0)""")
        figures: Figures = {"the archive and its style sheet, KB": sent / KILOBYTE}
        for when in ("first", "again"):
            for view in VIEWS:
                figures[f"{view}, opened {when}"] = _opening(page, view)
        return figures | _model(page)


def _opening(page: Page, view: str) -> float:
    """From the change of the address to the end of the frame that shows the view."""
    elapsed: float = page.evaluate(
        """([view, patience]) => new Promise((done, fail) => {
      const start = performance.now();
      const look = () => {
        if (document.querySelector(`#region-${view} > :not(.waiting)`)?.checkVisibility()) {
          setTimeout(() => done(performance.now() - start));
        } else if (performance.now() - start > patience) {
          fail(new Error(`the view ${view} does not come`));
        } else {
          requestAnimationFrame(look);
        }
      };
      location.hash = `#view=${view}`;
      requestAnimationFrame(look);
    })""",
        [view, PATIENCE],
    )
    page.evaluate("() => new Promise((done) => { location.hash = '#view=about'; setTimeout(done, 300); })")
    return elapsed


def _model(page: Page) -> Figures:
    """What bench/model.py finds in the page's own Python."""
    page.evaluate(
        """(code) => {
      const script = Object.assign(document.createElement("script"), { type: "py", textContent: code });
      document.body.append(script);
    }""",
        MODEL.read_text(encoding="utf-8"),
    )
    page.locator("html[data-bench]").wait_for(state="attached", timeout=PATIENCE)
    found: dict[str, Any] = json.loads(str(page.locator("html").get_attribute("data-bench")))
    return {name: float(value) for name, value in found.items()}

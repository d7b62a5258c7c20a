"""What the author's page costs: until one can type in it, and from a keystroke to what comes of it."""

from statistics import median

from playwright.sync_api import Browser, Page

from tools.bench.visit import KILOBYTE

PATIENCE = 120_000
KEYSTROKES = 20
FILE = "modes/sync.yaml"
RIGHT, WRONG = "to: Vendor", "to: Vendr"
LEAD = "lead: "
BETWEEN = 400
"""Milliseconds between what came of one change and the next change."""

Figures = dict[str, float]

SENT = """() => performance.getEntriesByType("resource").filter(({ responseEnd }) => responseEnd <= %s)
  .reduce((sum, { transferSize }) => sum + transferSize, 0)"""
TYPING = "performance.getEntriesByName('author:typing')[0].startTime"
CHANGE = """([old, fresh, seen]) => new Promise((done) => {
  const { view } = document.querySelector(".cm-content").cmTile;
  const from = view.state.doc.toString().indexOf(old);
  const lesson = document.getElementById("lesson").contentDocument;
  const marked = () => Boolean(document.querySelector(".cm-lintRange-error"));
  const came = {
    underline: marked,
    none: () => !marked() && /built|live/.test(document.getElementById("standing").dataset.state),
    lesson: () => lesson.querySelector(".guide .lead").textContent === fresh.slice("lead: ".length),
  }[seen];
  const start = performance.now();
  const look = () => (came() ? done(performance.now() - start) : setTimeout(look, 4));
  view.dispatch({ changes: { from, to: from + old.length, insert: fresh }, userEvent: "input.type" });
  look();
})"""


def measure(launched: Browser, address: str, runs: int) -> Figures:
    """Medians by name, and for what comes of a keystroke also the 95th of 100; milliseconds, or kilobytes sent."""
    starts = [_start(launched, address) for _ in range(runs)]
    figures = {name: median(each[name] for each in starts) for name in starts[0]}
    with launched.new_context(viewport={"width": 1280, "height": 900}) as context:
        page = context.new_page()
        _ready(page, address)
        underlines, views = _keystrokes(page)
    for what, times in (("to the underline", underlines), ("to the lesson", views)):
        ordered = sorted(times)
        figures[f"from a keystroke {what}, median"] = median(ordered)
        figures[f"from a keystroke {what}, p95"] = ordered[round(0.95 * (len(ordered) - 1))]
    return figures


def _start(launched: Browser, address: str) -> Figures:
    """One cold visit."""
    with launched.new_context() as context:
        page = context.new_page()
        _ready(page, address)
        typing: float = page.evaluate(TYPING)
        return {
            "until one can type": typing,
            "KB until one can type": page.evaluate(SENT % TYPING) / KILOBYTE,
        }


def _ready(page: Page, address: str) -> None:
    """The checker has looked at everything."""
    page.goto(address)
    page.locator('#standing[data-state="built"]').wait_for(timeout=PATIENCE)


def _keystrokes(page: Page) -> tuple[list[float], list[float]]:
    """How long each change took to be underlined, or to be seen in the lesson."""
    page.locator(f'#files [data-file="{FILE}"]').click()
    page.locator(f'#file:text-is("{FILE}")').wait_for()
    underlines, views = list[float](), list[float]()
    text: str = page.evaluate("document.querySelector('.cm-content').cmTile.view.state.doc.toString()")
    lead = next(line for line in text.splitlines() if line.startswith(LEAD))
    for number in range(KEYSTROKES):
        fresh = f"{LEAD}Ask {number} times."
        for old, new, seen, times in (
            (RIGHT, WRONG, "underline", underlines),
            (WRONG, RIGHT, "none", []),
            (lead, fresh, "lesson", views),
        ):
            times.append(page.evaluate(CHANGE, [old, new, seen]))
            page.wait_for_timeout(BETWEEN)
        lead = fresh
    return underlines, views

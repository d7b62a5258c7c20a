"""A random walk: what a learner could do, in an order in which nobody would.

The browser chooses and does each action, from a number; so any driver that can evaluate JavaScript can lead the walk.
"""

import random
from collections.abc import Callable
from typing import Any

STEP = """(number) => {
  const seen = (element) => element.checkVisibility({ visibilityProperty: true });
  const pick = (all) => all[Math.floor(number / 7) % all.length];
  const addresses = ["#", "#view=explore&mode=batch&step=3", "#view=explore&mode=async&part=use",
    "#view=explore&mode=batch&drill=expired-batch&step=2", "#view=race&scenario=thirty-seconds", "#view=compare", "#view=practice&page=result",
    "#view=workload", "#view=practice&seed=3", "#view=nothing&mode=none", "#view=about"];
  const keys = ["ArrowRight", "ArrowDown", "ArrowLeft", "Home", "End", "Escape", "Enter"];
  const done = (what) => new Promise((then) => requestAnimationFrame(() => setTimeout(() => then(what))));
  if (number % 7 === 0) {
    location.hash = pick(addresses);
    return done(location.hash);
  }
  if (number % 7 === 1) {
    const places = [...document.querySelectorAll("[data-keys]")].filter(seen);
    const place = pick(places);
    place?.focus({ preventScroll: true });
    document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key: pick(keys), bubbles: true }));
    return done(`${pick(keys)} at ${place?.outerHTML.slice(0, 60)}`);
  }
  const kinds = 'a[href^="#"], button, input, select, summary, svg [data-step]';
  const controls = [...document.getElementById("sim").querySelectorAll(kinds)]
    .filter((each) => seen(each) && each.dataset.event !== "download" && !each.dataset.early);
  const control = pick(controls);
  const what = control.outerHTML.slice(0, 100);
  control.focus?.({ preventScroll: true });
  if (control.matches("select, [type=text], [type=range]")) {
    if (control.options) control.selectedIndex = number % control.options.length;
    else control.value = ["0", "12", "90 s", "soon", "1000000", ""][number % 6];
    for (const kind of ["input", "change"]) control.dispatchEvent(new Event(kind, { bubbles: true }));
  } else control.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
  return done(what);
}"""
TROUBLE = """() => {
  const found = [];
  const { python } = document.documentElement.dataset;
  if (python !== "ready") found.push(`Python is ${python}`);
  for (const element of [document.documentElement, document.body, document.getElementById("sim"),
    ...document.querySelectorAll("main, main div, main section")]) {
    if (!element.checkVisibility({ visibilityProperty: true }) || !element.scrollTop) continue;
    if (/auto|scroll/.test(getComputedStyle(element).overflowY)) continue;
    found.push(`scrolled: ${element.outerHTML.slice(0, 80)}`);
  }
  const active = document.activeElement;
  if (active !== document.body && !active.checkVisibility({ visibilityProperty: true })) {
    found.push(`a hidden element has the focus: ${active.outerHTML.slice(0, 80)}`);
  }
  return found;
}"""
"""What must never be, whatever is shown."""


def walk(evaluate: Callable[..., Any], actions: int, seed: int) -> None:
    """Do so many actions; `evaluate(function, argument)` runs JavaScript in the page and waits for what it promises.

    Stops with an `AssertionError` that tells the way to what is wrong.
    """
    dice, way = random.Random(seed), []  # noqa: S311 - to be repeated, not to be secret
    for _ in range(actions):
        way.append(evaluate(STEP, dice.randrange(1_000_000)))
        trouble = evaluate(TROUBLE, None)
        assert not trouble, (trouble, way[-6:])

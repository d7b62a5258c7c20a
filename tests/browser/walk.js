// One step of a random walk: does to the page what a learner might do next, chosen by `dice` (0 to 1, three of them), and
// says what that was.
(kind, which, value) => {
  const pick = (all, dice) => all[Math.floor(dice * all.length)];
  const seen = (element) => element.getClientRects().length > 0 && element.checkVisibility();
  const shown = [...document.querySelectorAll("#sim :is(a[href^='#'], button, summary, input, select)")].filter(seen);
  if (kind < 0.1) {
    const view = pick(["explore", "compare", "race", "practice", "workload", "about"], which);
    location.hash = `view=${view}`;
    return location.hash;
  }
  const control = pick(shown, which);
  if (control.matches("input[type=text]")) {
    control.value = pick(["", "1", "40", "0.5", "-3", "1e9", "x"], value);
    for (const type of ["input", "change"]) control.dispatchEvent(new Event(type, { bubbles: true }));
  } else if (control.matches("input[type=range]")) {
    control.value = Math.round(value * control.max);
    for (const type of ["input", "change"]) control.dispatchEvent(new Event(type, { bubbles: true }));
  } else if (control.matches("select")) {
    control.selectedIndex = Math.floor(value * control.options.length);
    control.dispatchEvent(new Event("change", { bubbles: true }));
  } else if (control.dataset.event !== "download") {
    control.focus({ preventScroll: true });
    control.click();
    const key = pick(["ArrowRight", "ArrowLeft", "Home", "End", "Escape"], value);
    document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
  }
  return control.outerHTML.slice(0, 90);
}

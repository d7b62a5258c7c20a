// One step of a random walk: does to the page what a learner could do next, chosen by a number, and says what that was.
(number) => {
  const seen = (element) => element.checkVisibility({ visibilityProperty: true });
  const pick = (all) => all[Math.floor(number / 7) % all.length];
  const addresses = ["#", "#view=explore&mode=batch&step=3", "#view=explore&mode=async&section=use",
    "#view=explore&mode=batch&failure=expired-batch&step=2", "#view=race&scenario=thirty-seconds",
    "#view=explore&mode=sync&pane=code", "#view=explore&mode=streaming&pane=failures", "#view=explore&mode=async&part=use",
    "#view=compare", "#view=practice&page=result", "#view=workload", "#view=practice&seed=3", "#view=nothing&mode=none", "#view=about"];
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
}

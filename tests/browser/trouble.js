// What must never be, whatever is shown: a list of what is wrong now.
() => {
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
}

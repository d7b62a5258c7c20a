// Says what does not fit on the page as it stands: cut off, out of its place, too small to read or to hit.
(scrolls) => {
  const faults = [];
  const complain = (what, element) =>
    faults.push(`${what}: <${element.tagName} class="${element.getAttribute("class") ?? ""}"> ` +
                element.textContent.trim().slice(0, 50));
  const seen = (element) => element.checkVisibility({ checkVisibilityCSS: true }) && !element.closest(".unseen");
  const holds = (outer, inner, slack = 1) =>
    inner.left >= outer.left - slack && inner.right <= outer.right + slack &&
    inner.top >= outer.top - slack && inner.bottom <= outer.bottom + slack;
  const box = (element) => element.getBoundingClientRect();
  // Firefox counts the slant of italic letters as if it stood out at both ends of a line.
  const slack = (text) => (getComputedStyle(text.querySelector("tspan") ?? text).fontStyle === "normal" ? 1 : 5);
  const wide = { left: 0, right: innerWidth, top: -Infinity, bottom: Infinity };

  // The table of Compare may be wider than its place, since it scrolls; what else may, the caller says.
  const SCROLLS = scrolls ?? ".comparison";
  for (const element of document.querySelectorAll("html, body, #sim, #sim *:not(svg *)")) {
    if (!seen(element) || element.closest(`${SCROLLS}, svg, input, select`)) continue;
    const clips = getComputedStyle(element).overflowX !== "visible";
    if ((clips || element.matches("html, body, #sim")) && element.scrollWidth > element.clientWidth + 1) {
      complain("wider than its place", element);
    }
  }

  // Text is inside the window and inside whatever would clip it.
  const walker = document.createTreeWalker(document.getElementById("sim"), NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const parent = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || !seen(parent) || parent.closest("svg, textarea, select")) continue;
    if (parseFloat(getComputedStyle(parent).fontSize) < 12) complain("smaller than 12 px", parent);
    const range = document.createRange();
    range.selectNodeContents(walker.currentNode);
    for (const line of range.getClientRects()) {
      if (!parent.closest(SCROLLS) && !holds(wide, line)) complain("outside of the window", parent);
      for (let place = parent; place && place.id !== "sim"; place = place.parentElement) {
        const { overflowY } = getComputedStyle(place);
        if (["auto", "scroll"].includes(overflowY)) break;
        if (["hidden", "clip"].includes(overflowY) && !holds(box(place), line)) complain("cut off", parent);
      }
    }
  }

  for (const svg of document.querySelectorAll("svg.drawing")) {
    if (!seen(svg)) continue;
    const scale = box(svg).width / svg.viewBox.baseVal.width;
    for (const text of svg.querySelectorAll("text")) {
      if (parseFloat(getComputedStyle(text).fontSize) * scale < 11) complain("smaller than 11 px as displayed", text);
      if (!holds(box(svg), box(text))) complain("outside of its drawing", text);
    }
    for (const note of svg.querySelectorAll("g.note")) {
      const paper = box(note.querySelector("rect"));
      for (const text of note.querySelectorAll("text")) {
        if (!holds(paper, box(text), slack(text))) complain("outside of its note", text);
      }
    }
    const heads = [...svg.querySelectorAll("rect.actor")].map(box);
    for (const text of svg.querySelectorAll("text.actor")) {
      if (!heads.some((head) => holds(head, box(text)))) complain("outside of its participant's box", text);
    }
    const labels = [...svg.querySelectorAll(".labelBox")].map(box);
    for (const text of svg.querySelectorAll(".labelText")) {
      if (!labels.some((label) => holds(label, box(text), 2 * Math.max(1, scale)))) complain("outside of its label", text);
    }
  }

  for (const axis of document.querySelectorAll(".ticks, .scale")) {
    const names = [...axis.querySelectorAll("span")].filter(seen).map((name) => [name, box(name)]);
    names.forEach(([name, { left }], at) => {
      if (at > 0 && names[at - 1][1].right > left) complain("runs into the name before it", name);
    });
  }

  for (const control of document.querySelectorAll("#sim :is(a[href], button, summary, input, select, textarea)")) {
    if (!seen(control)) continue;
    const inSentence = control.matches("a") && getComputedStyle(control).display === "inline";
    const target = box(control.closest("label") ?? control);
    if (!inSentence && (target.width < 24 || target.height < 24)) complain("a small target", control);
  }
  return faults;
}

// Where the address leads, and what a learner does before Python is there: radios and links work without it, the rest is
// remembered.

import { framed, query, whenLive, whenRead } from "./page.js";

const early = [];
export const remembered = () => early;

const place = () => {
  const sim = document.getElementById("sim");
  const place = new URLSearchParams(location.hash.slice(1));
  for (const name of ["view", "mode", "pane"]) {
    const value = name === "pane" && place.has("failure") ? "failures" : place.get(name) ?? query.get(name);
    if (!value || !/^[\w-]+$/.test(value)) continue;
    const radio = sim.querySelector(`input[name="${name}"][value="${value}"]`);
    if (radio) radio.checked = true;
    const links = [...sim.querySelectorAll(`nav [data-${name}]`)];
    const chosen = links.find(({ dataset }) => dataset[name] === value);
    if (chosen) {
      document.getElementById("main").scrollTop = 0;
      links.forEach((link) => { link.removeAttribute("aria-current"); });
      chosen.setAttribute("aria-current", "page");
    }
    if (radio || chosen) sim.setAttribute(`data-${name}`, value);
  }
  if (document.hasFocus() && document.activeElement?.checkVisibility?.({ visibilityProperty: true }) === false) {
    document.getElementById("main").focus({ preventScroll: true });
  }
  if (query.get("embed") === "1") sim.dataset.embedded = "yes";
};
whenRead(place);
addEventListener("hashchange", place, whenLive);

document.addEventListener("click", ({ target }) => {
  const control = target.closest("button[data-event]");
  if (control) early.push([control.dataset.event, control.dataset.value, ""]);
}, whenLive);
document.addEventListener("change", ({ target }) => {
  const { event, value } = target.dataset;
  if (!event) return;
  early.push([event, value, target.value]);
  if (target.name === "pane") document.getElementById("sim").dataset.pane = target.value;
  if (target.name !== "mode") return;
  try { history.replaceState(null, "", `#view=explore&mode=${target.value}`); } catch { /* a sandbox may forbid it */ }
}, whenLive);
document.addEventListener("click", (event) => {
  const { target } = event;
  if (target.closest("[data-early=again]")) location.reload();
  // In a frame a link makes no entry in the history of the page around it, nor takes the lesson away.
  const link = framed && target.closest("a[href]");
  if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  if (link.getAttribute("href").startsWith("#")) {
    event.preventDefault();
    location.replace(link.href);
  } else link.target = "_blank";
});

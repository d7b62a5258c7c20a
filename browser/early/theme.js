// The theme: what the address asks for, else what the page around a frame says, else how that page looks, where it is of
// our origin, else the reader's system.

import { framed, query, root } from "./page.js";

const NAMES = ["data-md-color-scheme", "data-bs-theme", "data-theme", "data-color-mode", "class"];
const NAMED = /(?:^|\s)(?:(?:is|theme|mode)-+)?(?:(dark|slate)|light)(?:-+(?:theme|mode))?(?:\s|$)/;

const known = (theme) => (["light", "dark"].includes(theme) ? theme : undefined);
const asked = known(query.get("theme"));
let said;

const follow = () => {
  const theme = asked ?? said ?? (framed ? around() : undefined);
  if (theme) root.dataset.theme = theme; else delete root.dataset.theme;
};

// What a frame lies in, from the inside out; throws where that is of another origin.
function* behind() {
  for (let element = frameElement.parentElement; element; element = element.parentElement) yield element;
}

// The theme of the page around us: by the names that books give it, else by what is painted behind the frame.
const around = () => {
  try {
    for (const element of behind()) {
      const found = NAMES.map((name) => NAMED.exec(element.getAttribute(name))).find(Boolean);
      if (found) return found[1] ? "dark" : "light";
    }
    for (const element of behind()) {
      const { backgroundColor: colour } = parent.getComputedStyle(element);
      const [one, two, three, opacity = 1] = colour.match(/[\d.]+/g).map(Number);
      if (opacity < 0.5) continue;
      const lightness = colour.startsWith("rgb") ? (one * 3 + two * 6 + three) / 2550 : one > 1 ? one / 100 : one;
      return lightness < 0.5 ? "dark" : "light";
    }
    const { colorScheme } = parent.getComputedStyle(frameElement);
    const dark = /dark/.test(colorScheme) && (!/light/.test(colorScheme) || system.matches);
    return dark ? "dark" : "light";
  } catch { return undefined; } // of another origin
};

const system = matchMedia("(prefers-color-scheme: dark)");
follow();
if (framed) {
  addEventListener("message", ({ data, source }) => {
    if (source !== parent || data?.type !== "microsim-theme" || !(known(data.theme) || data.theme === "auto")) return;
    said = known(data.theme);
    follow();
  });
  system.addEventListener("change", follow);
  try {
    const watch = new MutationObserver(() => { follow(); setTimeout(follow, 500); }); // a palette may change slowly
    for (const element of behind()) watch.observe(element, { attributes: true });
    addEventListener("pagehide", () => { watch.disconnect(); });
  } catch { /* of another origin */ }
}

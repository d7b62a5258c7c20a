// What Python asks of the browser beyond the DOM: patching, drawing, saving, and what is seen.

import { Idiomorph } from "idiomorph/dist/idiomorph.esm.js";
import { focus } from "./sight.js";

export * from "./sight.js";

// Changes what is inside `element` to `html` by as few touches as possible; focus, scroll and typed text stay.
export const morph = (element, html) => {
  const parsed = document.createElement("template");
  parsed.innerHTML = html; // Idiomorph would set up a whole document for it
  const id = document.activeElement?.id;
  Idiomorph.morph(element, parsed.content, { morphStyle: "innerHTML", restoreFocus: false }); // which would scroll
  const again = id && document.activeElement?.id !== id && document.getElementById(id);
  if (again) focus(again);
};

// For what nobody sees: it waits until the next frame is painted and nothing more urgent is to be done.
export const afterPaint = (work) => {
  const whenIdle = window.requestIdleCallback ?? ((then) => setTimeout(then)); // WebKit has only the latter
  requestAnimationFrame(() => whenIdle(() => work(), { timeout: 200 }));
};

// Mermaid is large, so it comes when the first diagram must be drawn.
export const draw = async (...drawing) => (await import("./draw.js")).draw(...drawing);

// Saves an SVG with the styles that it needs, so that the picture stands alone.
export const save = (name, svg) => {
  const picture = svg.cloneNode(true);
  const style = document.createElementNS("http://www.w3.org/2000/svg", "style");
  style.textContent = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules])
    .filter((rule) => rule.selectorText?.startsWith(".drawing")).map((rule) => rule.cssText).join("\n");
  picture.prepend(style);
  const file = new Blob([new XMLSerializer().serializeToString(picture)], { type: "image/svg+xml" });
  const link = Object.assign(document.createElement("a"), { href: URL.createObjectURL(file), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
};

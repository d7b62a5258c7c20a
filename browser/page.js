// What Python asks of the browser beyond the DOM: patching, drawing, saving, and what is seen.

import { Idiomorph } from "idiomorph/dist/idiomorph.esm.js";
import { focus } from "./scroll.js";

export * from "./scroll.js";

// Changes what is inside `element` to `html` by as few touches as possible; focus, scroll and typed text stay.
export const morph = (element, html) => {
  const parsed = document.createElement("template");
  parsed.innerHTML = html; // Idiomorph would set up a whole document for it
  const id = document.activeElement?.id;
  Idiomorph.morph(element, parsed.content, {
    morphStyle: "innerHTML",
    restoreFocus: false, // which would scroll
    callbacks: { beforeAttributeUpdated: (name, node) => name !== "open" || node.tagName !== "DETAILS" }, // the reader's
  });
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

// Saves a drawing as a picture, "svg" or "png".
export const save = async (...picture) => (await import("./picture.js")).save(...picture);
export const saveText = async (...text) => (await import("./picture.js")).saveText(...text);

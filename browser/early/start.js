// Starts Python once the first screen is painted.

import { fail } from "./health.js";
import { afterwards, isWhole, own, root } from "./page.js";

// Where a policy forbids WebAssembly, Pyodide only waits; the smallest module there is tells at once.
const compiles = () => {
  try { return new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0)) instanceof WebAssembly.Module; }
  catch { return false; }
};

export const begin = () => {
  if (location.protocol === "file:") fail("a page opened from a file may not load modules", "file");
  else if (!compiles()) fail("WebAssembly is missing or forbidden here", "no-webassembly");
  else afterwards(() => {
    if (isWhole()) document.head.append(document.getElementById("later").content);
    else fail("the page did not arrive whole", "not-whole");
  });
  // A host may forbid styles inside the page; those in a file of their own it allows.
  afterwards(() => {
    if (getComputedStyle(root).getPropertyValue("--paper")) return;
    document.head.append(Object.assign(document.createElement("link"), { rel: "stylesheet", href: own.dataset.style }));
  });
};

// Starts Python once the first screen is painted, and shows how much of it has arrived.

import { fail } from "./health.js";
import { afterwards, root } from "./page.js";

const { bytes, style, wasm } = document.currentScript.dataset;

// Where a policy forbids WebAssembly, Pyodide only waits; the smallest module there is tells at once.
const compiles = () => {
  try { return new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0)) instanceof WebAssembly.Module; }
  catch { return false; }
};

// Some hosts do not say that a file is WebAssembly; it is then compiled once it is there.
const compileWhole = async () => WebAssembly.compile(await (await fetch(wasm)).arrayBuffer());

const startPython = () => {
  document.head.append(document.getElementById("later").content);
  window.sim.interpreter = WebAssembly.compileStreaming(fetch(wasm)).catch(compileWhole);
  window.sim.interpreter.catch((error) => fail(error, "missing-file")); // of which Pyodide would only tell the console
};

// Progress is the share of bytes that have arrived, of those that the build counted.
const showProgress = () => {
  const total = Number(bytes);
  let arrived = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      arrived += entry.decodedBodySize;
      if (entry.responseStatus >= 400 && root.dataset.python === "loading") fail(`${entry.name} is missing`, "missing-file");
    }
    const bar = document.querySelector(".progress progress");
    if (bar && total) bar.value = Math.min(95, (100 * arrived) / total);
  }).observe({ type: "resource", buffered: true });
};

export const begin = () => {
  showProgress();
  if (location.protocol === "file:") fail("a page opened from a file may not load modules", "file");
  else if (!compiles()) fail("WebAssembly is missing or forbidden here", "no-webassembly");
  else afterwards(() => {
    if (document.querySelector("[type=py]")) startPython(); else fail("the page did not arrive whole", "not-whole");
  });
  // A host may forbid styles inside the page; those in a file of their own it allows.
  afterwards(() => {
    if (getComputedStyle(root).getPropertyValue("--paper")) return;
    document.head.append(Object.assign(document.createElement("link"), { rel: "stylesheet", href: style }));
  });
};

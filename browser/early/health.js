// How Python is: loading, ready or failed, and the calm sentence for the last.

import { tellHealth, tellHeight } from "./host.js";
import { live, root, whenLive, whenRead } from "./page.js";

const PATIENCE = 90_000; // milliseconds; should Python arrive all the same, the page comes alive all the same

root.dataset.python = "loading";

// `reason` is one of: file, no-access, no-webassembly, not-whole, missing-file, too-long, stopped.
export const fail = (detail, reason = "stopped") => {
  if (root.dataset.python === "failed") return;
  console.warn(`Python ${root.dataset.python === "ready" ? "stopped" : "did not start"}: ${detail}`);
  root.dataset.python = "failed";
  // A frame without an origin may fetch only what the host lets everybody fetch.
  tellHealth("microsim-error", { reason: reason === "missing-file" && origin === "null" ? "no-access" : reason });
  const announce = () => {
    document.querySelector("[role=status]").textContent = document.querySelector(".failed p").textContent;
  };
  whenRead(announce);
};

const ready = () => {
  live();
  root.dataset.python = "ready";
  performance.mark("sim:ready");
  tellHealth("microsim-ready");
  tellHeight();
};

export const health = { fail, ready };

addEventListener("error", (event) => {
  if (event.target instanceof HTMLScriptElement) fail(`${event.target.src} did not load`, "missing-file");
  else if (event.message) fail(event.message);
}, { capture: true, ...whenLive });
addEventListener("unhandledrejection", (event) => fail(event.reason), whenLive);
setTimeout(() => { if (root.dataset.python === "loading") fail("it is taking very long", "too-long"); }, PATIENCE);

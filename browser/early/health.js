// How Python is: loading, ready or failed, and the calm sentence for the last.

import { tellHeight } from "./height.js";
import { tell } from "./host.js";
import { live, root, whenLive, whenRead } from "./page.js";

const PATIENCE = 90_000; // milliseconds; should Python arrive all the same, the page comes alive all the same

root.dataset.python = "loading";

export const fail = (reason) => {
  if (root.dataset.python === "failed") return;
  console.warn(`Python ${root.dataset.python === "ready" ? "stopped" : "did not start"}: ${reason}`);
  root.dataset.python = "failed";
  tell({ type: "microsim-error" });
  const announce = () => {
    document.querySelector("[role=status]").textContent = document.querySelector(".failed p").textContent;
  };
  whenRead(announce);
};

const ready = () => {
  live();
  root.dataset.python = "ready";
  performance.mark("sim:ready");
  tell({ type: "microsim-ready" });
  tellHeight();
};

export const health = { fail, ready };

addEventListener("error", (event) => {
  if (event.target instanceof HTMLScriptElement) fail(`${event.target.src} did not load`);
  else if (event.message) fail(event.message);
}, { capture: true, ...whenLive });
addEventListener("unhandledrejection", (event) => fail(event.reason), whenLive);
setTimeout(() => { if (root.dataset.python === "loading") fail("it is taking very long"); }, PATIENCE);

// How Python is: loading, ready or failed, and the calm sentence for the last. Only what is ours can fail: a page around
// us, an extension or a host's own script may throw what it likes.

import { tellHeight } from "./height.js";
import { tellHealth } from "./host.js";
import { assets, isWhole, live, own, read, root, whenLive, whenRead } from "./page.js";

const PATIENCE = 90_000; // milliseconds; should Python arrive all the same, the page comes alive all the same
const STALLED = 8; // seconds in which nothing of an unfinished page has come

root.dataset.python = "loading";

let takeBack = () => {};

// The sentence for a reason stands on our own script's element, so it is here wherever the page broke off.
const say = (reason) => {
  const sentence = own.getAttribute(`data-${reason}`) ?? own.dataset.failed;
  if (!document.querySelector(".failed")) {
    const place = document.createElement("div");
    place.className = "failed";
    place.append(document.createElement("p"), document.createElement("button"));
    place.lastChild.dataset.early = "again";
    place.lastChild.textContent = own.dataset.again;
    (document.body ?? root).append(place);
  }
  document.querySelector(".failed p").textContent = sentence;
  const status = document.querySelector("[role=status]");
  if (!status) return;
  const before = [...status.childNodes];
  status.textContent = sentence;
  takeBack = () => { if (status.textContent === sentence) status.replaceChildren(...before); };
};

// `reason` is one of: file, no-access, no-webassembly, not-whole, missing-file, too-long, stopped.
export const fail = (detail, reason = "stopped") => {
  if (root.dataset.python === "failed") return;
  console.warn(`Python ${root.dataset.python === "ready" ? "stopped" : "did not start"}: ${detail}`);
  root.dataset.python = "failed";
  root.dataset.reason = reason;
  // A frame without an origin may fetch only what the host lets everybody fetch.
  tellHealth("microsim-error", { reason: reason === "missing-file" && origin === "null" ? "no-access" : reason });
  if (reason === "not-whole") say(reason); else whenRead(() => say(reason));
};

const ready = () => {
  live();
  root.dataset.python = "ready";
  takeBack();
  performance.mark("sim:ready");
  tellHealth("microsim-ready");
  tellHeight();
};

export const health = { fail, ready };

addEventListener("error", ({ target, filename, message }) => {
  if (target.src?.startsWith(assets)) fail(`${target.src} did not load`, "missing-file");
  else if (filename?.startsWith(assets)) fail(message);
}, { capture: true, ...whenLive });
addEventListener("unhandledrejection", ({ reason }) => {
  if (`${reason?.message} ${reason?.stack}`.includes(assets)) fail(reason);
}, whenLive);
setTimeout(() => { if (root.dataset.python === "loading") fail("it is taking very long", "too-long"); }, PATIENCE);

let [seen, still] = [0, 0];
const watch = setInterval(() => {
  const { length } = document.getElementsByTagName("*");
  if (document.readyState !== "loading") clearInterval(watch);
  else if (length > seen) [seen, still] = [length, 0];
  else if (++still === STALLED) isWhole() ? read() : fail("the page stopped arriving", "not-whole");
}, 1_000);

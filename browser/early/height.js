// How high a frame should be: what the lesson is designed for, where it scrolls inside; or as high as its content, where
// the address asks for that or the page around lets the browser size the frame, and then nothing scrolls inside.

import { tell } from "./host.js";
import { framed, query, root, whenRead } from "./page.js";

const DESIGNED = 37.625; // rem, which is 602 px
const PATIENCE = 1_000; // milliseconds

let told = "";

export const tellHeight = (again = true) => {
  const sim = document.getElementById("sim");
  const height = Math.ceil(root.dataset.height ? sim.getBoundingClientRect().height
    : DESIGNED * parseFloat(getComputedStyle(root).fontSize));
  const now = `${innerWidth} ${height}`;
  if (!innerWidth || (!again && now === told)) return;
  told = now;
  tell({ type: "microsim-resize", height });
  tell({ subject: "lti.frameResize", height });
  if (root.dataset.height) resize();
};

const resize = () => { try { requestResize(); } catch { /* not every browser can, nor every embedding */ } };

const flow = () => { root.dataset.height = "content"; };

// Chromium does not say that it sizes a frame by its content, so the page asks for one pixel more and looks.
const probe = () => {
  let wanted, patience;
  const stop = () => {
    removeEventListener("resize", ask);
    root.style = "";
  };
  const ask = () => {
    clearTimeout(patience);
    if (innerHeight && innerHeight === wanted) {
      stop();
      flow();
      return;
    }
    wanted = innerHeight + 1;
    root.style = `overflow: hidden; min-block-size: ${wanted}px`;
    resize();
    if (innerHeight) patience = setTimeout(stop, PATIENCE);
  };
  addEventListener("resize", ask);
  ask();
};

if (query.get("height") === "content") flow();
if (framed) {
  whenRead(() => {
    const sim = document.getElementById("sim");
    new ResizeObserver(() => tellHeight(false)).observe(sim);
    new MutationObserver(() => tellHeight()).observe(sim, { attributeFilter: ["data-view", "data-mode"] });
    if (window.requestResize && !root.dataset.height) probe();
  });
}

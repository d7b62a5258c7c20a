// Starts PyScript.

import "./couplings/indexeddb.js";
import "./couplings/workers.js";

// It goes on without a program that it could not fetch.
addEventListener("py:all-done", () => {
  if (document.documentElement.dataset.python === "loading") window.sim.fail("the program did not arrive", "missing-file");
});

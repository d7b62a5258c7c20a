// Starts PyScript.

import "./memory.js";
import { hooks } from "@pyscript/core";

// PyScript sets up workers with Function(), which our Content-Security-Policy forbids and we do not use.
hooks.worker.onBeforeRunAsync.clear();

// It goes on without a program that it could not fetch.
addEventListener("py:all-done", () => {
  if (document.documentElement.dataset.python === "loading") window.sim.fail("the program did not arrive", "missing-file");
});

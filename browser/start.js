// Starts PyScript.

import "./memory.js";
import { hooks } from "@pyscript/core";

// PyScript sets up workers with Function(), which our Content-Security-Policy forbids and we do not use.
hooks.worker.onBeforeRunAsync.clear();

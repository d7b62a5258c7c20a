// PyScript sets up workers with Function(), which our Content-Security-Policy forbids and we do not use.

import { hooks } from "@pyscript/core";

hooks.worker.onBeforeRunAsync.clear();

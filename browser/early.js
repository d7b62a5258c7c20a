// Runs as soon as it is there, before Python: the theme and the view that the address asks for, real progress while
// Python loads, the calm sentence when it cannot, and a memory for whatever a learner does until then.

import "./early/theme.js";
import "./early/language.js";
import { health } from "./early/health.js";
import { remembered } from "./early/place.js";
import { begin } from "./early/start.js";

window.sim = { ...health, early: remembered };
begin();

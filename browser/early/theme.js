// The theme that the address asks for; else the reader's system decides.

import { query, root } from "./page.js";

if (["light", "dark"].includes(query.get("theme"))) root.dataset.theme = query.get("theme");

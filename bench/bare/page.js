// The floor that Pyodide itself sets: as shipped, with PyYAML imported, and nothing on the page.

import { loadPyodide } from "./pyodide/pyodide.mjs";

const archive = fetch("./assets/yaml.zip").then((answer) => answer.arrayBuffer());
const pyodide = await loadPyodide();
pyodide.unpackArchive(await archive, "zip");
pyodide.runPython("import yaml");
performance.mark("sim:ready");

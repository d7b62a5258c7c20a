// The interpreter that PyScript starts: Pyodide from beside us, with a library that holds only what the page imports
// (tools/library.mjs), and with no package index, since nothing is installed at run time.

import "./couplings/suspending.js";
import { info } from "../node_modules/pyodide/pyodide-lock.json";
import { loadPyodide as load, version } from "pyodide";
import { lesson } from "./loading.js";

const here = (path) => new URL(path, import.meta.url).href;

const settings = {
  indexURL: here("./"),
  stdLibURL: "library", // known to couplings/fetching.js
  packageBaseUrl: here("./"),
  lockFileContents: { info, packages: {} },
  // Its own name ends in .mjs, which many a host does not know to be JavaScript.
  createPyodideModule: async (options) => (await import(here("../pyodide.asm.js"))).default(options),
};

export { version };
export const loadPyodide = async (options) => {
  const pyodide = await orFail(() => load({ ...options, ...settings }));
  const words = await (await lesson).arrayBuffer();
  pyodide.FS.writeFile("/lesson.wasm", new Uint8Array(words)); // main.py looks there
  for (const name of ["runPython", "runPythonAsync"]) {
    const run = pyodide[name].bind(pyodide);
    pyodide[name] = (...code) => orFail(() => run(...code));
  }
  return pyodide;
};

// PyScript logs what goes wrong and says no more; a reader must see a sentence.
function orFail(work) {
  const fail = (error) => { window.sim.fail(error); throw error; };
  try {
    const result = work();
    return result instanceof Promise ? result.catch(fail) : result;
  } catch (error) {
    return fail(error);
  }
}

// The interpreter that PyScript starts: Pyodide from beside us, with a library that holds only what the page imports
// (tools/library.mjs), and with no package index, since nothing is installed at run time.

import { info } from "../node_modules/pyodide/pyodide-lock.json";
import { loadPyodide as load, version } from "../pyodide/pyodide.mjs";

const here = (path) => new URL(path, import.meta.url).href;

const settings = {
  indexURL: here("../pyodide/"),
  stdLibURL: here("../library.zip"),
  packageBaseUrl: here("../pyodide/"),
  lockFileContents: { info, packages: {} },
};

export { version };
export const loadPyodide = async (options) => {
  try {
    return await load({ ...options, ...settings });
  } catch (error) {
    window.sim.fail(error);
    throw error;
  }
};

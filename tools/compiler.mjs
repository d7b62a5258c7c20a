// Pyodide under Node, as the archives are made with it.

import { loadPyodide } from "pyodide";
import { readFileSync } from "node:fs";

// One that finds the modules of a folder.
export const python = async (folder, env = {}) => {
  const pyodide = await loadPyodide({ env });
  pyodide.mountNodeFS("/input", folder);
  pyodide.runPython("import sys; sys.path.insert(0, '/input')");
  return pyodide;
};

// One that has the functions of library.py too.
//
// What it compiles tells the line of each instruction, but not the column: a traceback points at columns only in a source
// that it can read, and no archive has one. Columns were a quarter of what the archives are when they are sent.
export const compiler = async (folder) => {
  const pyodide = await python(folder, { PYTHONNODEBUGRANGES: "1" });
  pyodide.runPython(readFileSync(new URL("./library.py", import.meta.url), "utf8"));
  return pyodide;
};

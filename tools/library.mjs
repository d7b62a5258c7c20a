// Makes the Python library that the page loads: node tools/library.mjs INPUT_FOLDER OUTPUT_FOLDER
//
// What the page imports decides what is in it. One Pyodide, under Node, does nothing but import what our sources and
// PyScript's import, and says which modules that took. A second one compiles those, so that a browser need not, into
// .pyc files that are never checked against a source. Two archives: library.zip for every learner, and checker.zip
// with what only edited content needs.

import { loadPyodide } from "pyodide";
import { readFileSync, writeFileSync } from "node:fs";

const [, , input, output] = process.argv;

const OURS = ["library/sim", "main", "pyscript"];

// Python looks these up by name, so no import statement tells of them: zipfile reads file names in this encoding.
const BY_NAME = ["encodings.cp437"];

const python = async () => {
  const pyodide = await loadPyodide();
  pyodide.mountNodeFS("/input", input);
  pyodide.runPython("import sys; sys.path[:0] = ['/input/library', '/input/checker']");
  return pyodide;
};

const [maker, scout] = await Promise.all([python(), python()]);
maker.runPython(readFileSync(new URL("./library.py", import.meta.url), "utf8"));

const importAll = scout.runPython(`
import importlib, sys
def import_all(names):
    for name in names:
        try:
            importlib.import_module(name)
        except ImportError:
            pass  # a name inside a module, or an optional one: a C accelerator, another system's
    return {name: module.__file__ for name, module in sys.modules.items()
            if getattr(module, "__file__", None) and module.__spec__ and module.__spec__.origin != "frozen"}
import_all
`);

try {
  let sofar = {};
  for (const [archive, folders] of [["library.zip", OURS], ["checker.zip", [...OURS, "late"]]]) {
    const names = [...maker.globals.get("imported_by")(maker.toPy(folders)).toJs(), ...BY_NAME];
    const files = importAll(scout.toPy(names)).toJs({ dict_converter: Object.fromEntries });
    const fresh = Object.fromEntries(Object.entries(files).filter(([name]) => !(name in sofar)));
    const parents = Object.keys(fresh).map((name) => name.replace(/\.?[^.]*$/, "")).filter((name) => name in sofar);
    const zip = maker.globals.get("compiled")(maker.toPy(fresh), maker.toPy(parents));
    writeFileSync(`${output}/${archive}`, zip.toJs());
    sofar = { ...sofar, ...fresh };
    scout.runPython("import sim.content; sim.content.__path__.append('/input/checker/sim/content')");
  }
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
process.exit(0);

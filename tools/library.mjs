// Makes the Python archives that the pages of all lessons load: node tools/library.mjs INPUT_FOLDER OUTPUT_FOLDER
// [LEFT_OUT,…]
//
// What is imported decides what is in them. Each archive has entry modules; which of our modules those reach is read from
// their import statements, and what these in turn need of the standard library one Pyodide, under Node, finds out by
// importing it. A second Pyodide compiles it all, so that a browser need not, into .pyc files that are never checked
// against a source. A later archive leaves out what an earlier one has.
//
// What is left out is some of the couplings of tools/couplings.py, by their names.

import { compiler, python } from "./compiler.mjs";
import { writeFileSync } from "node:fs";

const [, , input, output, names = ""] = process.argv;
const leftOut = names.split(",");
const shims = ["asyncio"].filter((name) => !leftOut.includes(name)); // modules of ours in place of others' (tools/shims)

const ARCHIVES = {
  library: ["browser.runtime", "pyscript", ...shims],
  lazy: ["engine.lazy"],
  checker: ["engine.content.load"],
  author: ["browser.desk"],
};

// The packages whose import statements are read; those of others are tried.
const OURS = ["engine", "simulator", "browser", "lesson", "lazy_content", "pyscript", ...shims];

// PyScript's own Python, where PyScript is to bring it itself.
const theirOwn = (name) => leftOut.includes("stdlib") && name.split(".")[0] === "pyscript";

// Whoever imports these goes on without them: asyncio, shutil and zipfile say so. Importing them takes time at each start.
const UNUSED = leftOut.includes("optional") ? [] : ["ssl", "_ssl", "bz2", "lzma", "compression"];

// Python looks these up by name, so no import statement tells of them: zipfile reads file names in this encoding.
const BY_NAME = ["encodings.cp437"];

const [maker, scout] = await Promise.all([compiler(input), python(input)]);

const importAll = scout.runPython(`
import importlib, sys
def import_all(names, unused):
    for name in names:
        try:
            importlib.import_module(name)
        except ImportError:
            pass  # a name inside a module, or an optional one: a C accelerator, another system's
    return {name: module.__file__ for name, module in sys.modules.items()
            if getattr(module, "__file__", None) and module.__spec__ and module.__spec__.origin != "frozen"
            and name.partition(".")[0] not in unused}
import_all
`);

try {
  let sofar = {};
  for (const [archive, entries] of Object.entries(ARCHIVES)) {
    const [ours, needed] = maker.globals.get("reached")(maker.toPy(entries), maker.toPy(OURS), maker.toPy(Object.keys(sofar)))
      .toJs({ dict_converter: Object.fromEntries });
    const theirs = importAll(scout.toPy([...needed, ...BY_NAME]), scout.toPy(UNUSED));
    const files = { ...theirs.toJs({ dict_converter: Object.fromEntries }), ...ours };
    const fresh = Object.fromEntries(Object.entries(files).filter(([name]) => !(name in sofar) && !theirOwn(name)));
    const zip = maker.globals.get("archived")(archive, maker.toPy(fresh), maker.toPy(Object.keys(sofar)),
      !leftOut.includes("bytecode"));
    writeFileSync(`${output}/${archive}.zip`, zip.toJs());
    sofar = { ...sofar, ...fresh };
  }
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
process.exit(0);

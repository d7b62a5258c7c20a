// Compiles a lesson's content: node tools/content.mjs INPUT_FOLDER OUTPUT_FOLDER
//
// Each module in the input folder gets an archive of its own name. It is compiled by Pyodide, under Node, as the engine is
// (tools/library.mjs), so that a browser need not.

import { compiler } from "./compiler.mjs";
import { readdirSync, writeFileSync } from "node:fs";

const [, , input, output] = process.argv;
const pyodide = await compiler(input);
const archived = pyodide.globals.get("archived");
for (const file of readdirSync(input).filter((name) => name.endsWith(".py"))) {
  const name = file.replace(".py", "");
  writeFileSync(`${output}/${name}.zip`, archived(name, pyodide.toPy({ [name]: `/input/${file}` }), pyodide.toPy([]), true).toJs());
}
process.exit(0);

// What the bundle changes in other people's scripts; tools/couplings.py says of each why, and where to look when it breaks.

import { readFile } from "node:fs/promises";

// Mermaid imports each kind of diagram, and PyScript each plugin, when it meets one. The lesson has one kind of diagram
// and no plugin; all the others stay out, and where PyScript asks for a plugin all the same it gets an idle one.
const KEPT = /\/sequenceDiagram-/;
const IDLE = "export default {}; export const notOnDOM = () => {}; export const notify = window.sim.fail;";
const left = {
  name: "unused",
  setup(bundler) {
    bundler.onResolve({ filter: /./ }, ({ kind, path, importer }) =>
      kind === "dynamic-import" && /\/(mermaid|@pyscript\/core|polyscript)\//.test(importer) && !KEPT.test(path)
        ? { path: "idle", namespace: "unused" } : undefined);
    bundler.onLoad({ filter: /./, namespace: "unused" }, () => ({ contents: IDLE }));
  },
};

// PyScript would write its Python package into the file system as source text; it is in our library, compiled.
const IN_LIBRARY = 'export const stdlib = "import pyscript\\n", optional = "";';
const stdlib = {
  name: "stdlib",
  setup(bundler) {
    bundler.onResolve({ filter: /\/stdlib\.js$/ }, () => ({ path: "stdlib", namespace: "stdlib" }));
    bundler.onLoad({ filter: /./, namespace: "stdlib" }, () => ({ contents: IN_LIBRARY }));
  },
};

// Mermaid measures a text before it turns its own signs for an escaped character (ﬂ°°34¶ß for a quotation mark) into that
// character, so that a drawing would be wider than its words.
const MEASURED = "textObj.text = line ||";
const READ = 'textObj.text = line.replace(/ﬂ°°(\\d+)¶ß/g, (_, code) => String.fromCodePoint(code)) ||';
const measuring = {
  name: "measuring",
  setup(bundler) {
    let found = 0;
    bundler.onLoad({ filter: /\/mermaid\/dist\/chunks\/mermaid\.core\/chunk-\w+\.mjs$/ }, async ({ path }) => {
      const contents = await readFile(path, "utf8");
      found += contents.includes(MEASURED);
      return { contents: contents.replace(MEASURED, READ) };
    });
    bundler.onEnd(() => found === 1 ? undefined : { errors: [{ text:
      "Mermaid no longer measures a text as it did: see `measuring` in tools/couplings.py for where to look." }] });
  },
};

// A module of browser/couplings that is left out is empty.
const without = (names) => ({
  name: "without",
  setup(bundler) {
    const paths = new RegExp(`/couplings/(${names.join("|")})\\.js$`);
    bundler.onLoad({ filter: paths }, () => ({ contents: "" }));
  },
});

// The plugins for every bundle, and those for what draws.
export const couplings = (names) => ({
  everywhere: [left, stdlib].filter(({ name }) => !names.includes(name)).concat(without(names.map((each) => each || "-"))),
  drawing: [measuring].filter(({ name }) => !names.includes(name)),
});

// Bundles the page's scripts and styles: node tools/bundle.mjs FOLDER

import { build } from "esbuild";
import { readFile } from "node:fs/promises";

// Mermaid imports each kind of diagram, and PyScript each plugin, when it meets one. The lesson has one kind of diagram
// and no plugin; all the others stay out, and where PyScript asks for a plugin all the same it gets an idle one.
const KEPT = /\/sequenceDiagram-/;
const IDLE = "export default {}; export const notOnDOM = () => {}; export const notify = window.sim.fail;";


// PyScript would write its Python package into the file system as source text; it is in our library, compiled.
const IN_LIBRARY = 'export const stdlib = "import pyscript\\n", optional = "";';

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
    bundler.onEnd(() => found === 1 ? undefined : { errors: [{ text: "Where Mermaid measures a text has changed." }] });
  },
};

const leftOut = {
  name: "left-out",
  setup(bundler) {
    bundler.onResolve({ filter: /./ }, ({ kind, path, importer }) =>
      kind === "dynamic-import" && /\/(mermaid|@pyscript\/core|polyscript)\//.test(importer) && !KEPT.test(path)
        ? { path: "idle", namespace: "left-out" } : undefined);
    bundler.onResolve({ filter: /\/stdlib\.js$/ }, () => ({ path: "stdlib", namespace: "in-library" }));
    bundler.onLoad({ filter: /./, namespace: "in-library" }, () => ({ contents: IN_LIBRARY }));
    bundler.onLoad({ filter: /./, namespace: "left-out" }, () => ({ contents: IDLE }));
  },
};

const shared = { bundle: true, minify: true, target: ["chrome123", "firefox128", "safari17.5"], legalComments: "none",
  outdir: process.argv[2], logLevel: "error", external: ["*.woff2", "./draw.js", "./picture.js", "./loading.js", "node:*"],
  plugins: [leftOut] };

await Promise.all([
  build({ ...shared, entryPoints: ["browser/early.js"], format: "iife" }),
  build({ ...shared, entryPoints: ["start", "page", "picture", "loading"].map((name) => `browser/${name}.js`), format: "esm" }),
  build({ ...shared, entryPoints: ["browser/draw.js"], plugins: [leftOut, measuring], format: "esm" }),
  build({ ...shared, entryPoints: ["browser/interpreter.js"], inject: ["browser/arrived.js"], format: "esm" }),
  build({ ...shared, entryPoints: ["style.css", "style/no-script.css", "style/desk.css"], entryNames: "[name]" }),
]);

// Bundles the page's scripts and styles: node tools/bundle.mjs FOLDER

import { build } from "esbuild";

// Mermaid imports each kind of diagram, and PyScript each plugin, when it meets one. The lesson has one kind of diagram
// and no plugin; all the others stay out, and where PyScript asks for a plugin all the same it gets an idle one.
const KEPT = /\/sequenceDiagram-/;
const IDLE = "export default {}; export const notOnDOM = () => {}; export const notify = window.sim.fail;";


// PyScript would write its Python package into the file system as source text; it is in our library, compiled.
const IN_LIBRARY = 'export const stdlib = "import pyscript\\n", optional = "";';

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

const shared = { bundle: true, minify: true, target: ["chrome123", "firefox121", "safari17.5"], legalComments: "none",
  outdir: process.argv[2], logLevel: "error", external: ["*.woff2", "./draw.js", "./loading.js", "node:*"], plugins: [leftOut] };

await Promise.all([
  build({ ...shared, entryPoints: ["browser/early.js"], format: "iife" }),
  build({ ...shared, entryPoints: ["start", "page", "draw", "loading"].map((name) => `browser/${name}.js`), format: "esm" }),
  build({ ...shared, entryPoints: ["browser/interpreter.js"], inject: ["browser/arrived.js"], format: "esm" }),
  build({ ...shared, entryPoints: ["style.css", "style/no-script.css", "style/desk.css"], entryNames: "[name]" }),
]);

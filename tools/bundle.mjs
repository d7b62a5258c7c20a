// Bundles the page's scripts and styles: node tools/bundle.mjs FOLDER

import { build } from "esbuild";

// Mermaid imports each kind of diagram, and PyScript each plugin, when it meets one. The lesson has one kind of diagram
// and no plugin; all the others stay out, and where PyScript asks for a plugin all the same it gets an idle one.
const KEPT = /\/sequenceDiagram-/;
const IDLE = "export default {}; export const notOnDOM = () => {}; export const notify = window.sim.fail;";

const leftOut = {
  name: "left-out",
  setup(bundler) {
    bundler.onResolve({ filter: /./ }, ({ kind, path, importer }) =>
      kind === "dynamic-import" && /\/(mermaid|@pyscript\/core|polyscript)\//.test(importer) && !KEPT.test(path)
        ? { path: "idle", namespace: "left-out" } : undefined);
    bundler.onLoad({ filter: /./, namespace: "left-out" }, () => ({ contents: IDLE }));
  },
};

const shared = { bundle: true, minify: true, target: ["chrome123", "firefox121", "safari17.5"], legalComments: "none",
  outdir: process.argv[2], logLevel: "error", external: ["*.woff2", "../pyodide/*", "./draw.js"], plugins: [leftOut] };

await Promise.all([
  build({ ...shared, entryPoints: ["browser/early.js"], format: "iife" }),
  build({ ...shared, entryPoints: ["start", "interpreter", "page", "draw"].map((name) => `browser/${name}.js`), format: "esm" }),
  build({ ...shared, entryPoints: ["style.css"] }),
]);

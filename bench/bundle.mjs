// Bundles the plain rival's script as ours are bundled, with sequence diagrams alone:
// node bench/bundle.mjs FOLDER (that has page.js and diagrams.json) OUTPUT_FILE

import { build } from "esbuild";

const [, , folder, outfile] = process.argv;

const leftOut = {
  name: "left-out",
  setup(bundler) {
    bundler.onResolve({ filter: /./ }, ({ kind, path, importer }) =>
      kind === "dynamic-import" && /\/mermaid\//.test(importer) && !/\/sequenceDiagram-/.test(path)
        ? { path: "idle", namespace: "left-out" } : undefined);
    bundler.onLoad({ filter: /./, namespace: "left-out" }, () => ({ contents: "export default {};" }));
  },
};

await build({ bundle: true, minify: true, format: "esm", target: ["chrome123", "firefox121", "safari17.5"],
  legalComments: "none", logLevel: "error", nodePaths: ["node_modules"], entryPoints: [`${folder}/page.js`], outfile,
  plugins: [leftOut] });

// Bundles the page's scripts and styles: node tools/bundle.mjs FOLDER [LEFT_OUT,…]
//
// What is left out is some of the couplings of tools/couplings.py, by their names.

import { build } from "esbuild";
import { couplings } from "./couplings.mjs";

const [, , folder, names = ""] = process.argv;
const { everywhere, drawing } = couplings(names.split(","));
const shared = { bundle: true, minify: true, target: ["chrome123", "firefox128", "safari17.5"], legalComments: "none",
  outdir: folder, logLevel: "error",
  external: ["*.woff2", "./draw.js", "./picture.js", "./loading.js", "../loading.js", "node:*"], plugins: everywhere };

await Promise.all([
  build({ ...shared, entryPoints: ["browser/early.js"], format: "iife" }),
  build({ ...shared, entryPoints: ["start", "page", "picture", "loading"].map((name) => `browser/${name}.js`), format: "esm" }),
  build({ ...shared, entryPoints: ["browser/draw.js"], plugins: [...everywhere, ...drawing], format: "esm" }),
  build({ ...shared, entryPoints: ["browser/interpreter.js"], inject: ["browser/couplings/fetching.js"], format: "esm" }),
  build({ ...shared, entryPoints: ["browser/author/start.js"], format: "esm", entryNames: "author" }),
  build({ ...shared, entryPoints: ["style/author.css", "style.css", "style/no-script.css", "style/lazy.css", "style/print.css"], entryNames: "[name]" }),
]);

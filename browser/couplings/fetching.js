// What Pyodide is given in place of the browser's functions of these names (tools/bundle.mjs): its WebAssembly and its
// library have been asked for by loading.js, and the first is being compiled while PyScript is still on its way.

import { interpreter, library } from "../loading.js";

const fetched = (address, options) => {
  const name = String(address);
  if (name.endsWith("/library")) return library;
  return name.endsWith(".wasm") ? interpreter : window.fetch(address, options);
};

const instantiated = async (compiled, imports) => {
  const module = await compiled;
  return { module, instance: await WebAssembly.instantiate(module, imports) };
};

export { fetched as "fetch", instantiated as "WebAssembly.instantiateStreaming" };

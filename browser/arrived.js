// What Pyodide is given in place of the browser's functions of these names (tools/bundle.mjs): its WebAssembly has been
// asked for by early.js, and is being compiled while PyScript is still on its way.

const fetched = (address, options) =>
  (String(address).endsWith(".wasm") ? window.sim.interpreter : window.fetch(address, options));

const instantiated = async (compiled, imports) => {
  const module = await compiled;
  return { module, instance: await WebAssembly.instantiate(module, imports) };
};

export { fetched as "fetch", instantiated as "WebAssembly.instantiateStreaming" };

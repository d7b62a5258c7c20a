// Put into every page that is measured, before its own scripts: notices when the first diagram is there, and switches
// modes as a reader would. It knows of a page only what DESIGN.md promises: radios, and a figure with a data-mode.

(() => {
  const SIZE = 100; // an icon is smaller than a diagram
  const seen = { paint: 0, shift: 0, longTasks: [] };

  const isDiagram = (svg) => {
    const { width, height } = svg.getBoundingClientRect();
    return width > SIZE && height > SIZE && svg.checkVisibility({ visibilityProperty: true });
  };
  const shownMode = () => [...document.querySelectorAll("figure[data-mode]")]
    .find((figure) => [...figure.querySelectorAll("svg")].some(isDiagram))?.dataset.mode;
  const radios = () => [...document.querySelectorAll('input[type="radio"]')]
    .filter(({ value }) => ["sync", "streaming", "async", "batch"].includes(value));
  const sleep = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

  const onceInAFrame = (holds, then) => requestAnimationFrame(() => (holds() ? then() : onceInAFrame(holds, then)));
  const afterThisFrame = (then) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => { port1.close(); then(); };
    port2.postMessage(null);
  };

  onceInAFrame(shownMode, () => afterThisFrame(() => performance.mark("diagram")));

  // With this in the address, tries from the start to switch, and notes when that first shows another diagram.
  if (new URLSearchParams(location.search).has("bench-try")) {
    let next = 0;
    let last = -Infinity;
    onceInAFrame(() => {
      const mode = shownMode();
      if (mode && mode !== "sync") return true;
      const others = radios().filter(({ value }) => value !== "sync");
      if (others.length && performance.now() - last > 50) {
        last = performance.now();
        others[next++ % others.length].click();
      }
      return false;
    }, () => performance.mark("switched"));
  }

  const watch = (type, use) => new PerformanceObserver((list) => list.getEntries().forEach(use))
    .observe({ type, buffered: true });
  watch("largest-contentful-paint", ({ startTime }) => { seen.paint = startTime; });
  watch("layout-shift", ({ value, hadRecentInput }) => { if (!hadRecentInput) seen.shift += value; });
  watch("longtask", ({ startTime, duration }) => { seen.longTasks.push({ start: startTime, duration }); });

  const at = (name) => performance.getEntriesByName(name)[0]?.startTime ?? null;
  const arrivedBy = (time) => {
    const all = [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")]
      .filter(({ responseEnd }) => responseEnd && responseEnd <= time);
    return { requests: all.length, bytes: all.reduce((sum, { transferSize }) => sum + transferSize, 0) };
  };

  // What a start was at, by the files that had come by then.
  const phase = (time) => {
    const came = (ending) => performance.getEntriesByType("resource")
      .find(({ name }) => name.endsWith(ending))?.responseEnd ?? Infinity;
    if (time >= at("sim:ready")) return "after sim:ready";
    if (time >= came(".wasm")) return "the interpreter's start, PyScript's Python, our imports or the adoption";
    if (time >= came(".asm.js")) return "the interpreter: its script, and compiling WebAssembly";
    return "the page itself and PyScript's script";
  };

  // WebAssembly's memory is in no count of the browser's that every page may read, so it is noted where it is made.
  const memories = new Set();
  for (const name of ["instantiate", "instantiateStreaming"]) {
    const original = WebAssembly[name];
    WebAssembly[name] = async (source, imports = {}) => {
      const made = await original.call(WebAssembly, source, imports);
      for (const held of [(made.instance ?? made).exports, ...Object.values(imports)]) {
        Object.values(held).filter((value) => value instanceof WebAssembly.Memory).forEach((each) => memories.add(each));
      }
      return made;
    };
  }

  // Chooses a mode at a random moment of a frame; tells how long its handlers took, and until its diagram was painted.
  const switchTo = async (radio) => {
    await sleep(20 + 16 * Math.random());
    const start = performance.now();
    radio.click();
    const script = performance.now() - start;
    await new Promise((resolve) => onceInAFrame(() => shownMode() === radio.value, () => afterThisFrame(resolve)));
    return { script, painted: performance.now() - start };
  };

  window.bench = {
    is: (name) => at(name) !== null,
    // Everything about the start, once the page is ready.
    start: () => {
      const diagram = at("diagram");
      const ready = at("sim:ready");
      return { diagram, ready, paint: seen.paint || null, shift: seen.shift, switched: at("switched"),
        contentful: at("first-contentful-paint"), atDiagram: diagram === null ? null : arrivedBy(diagram),
        atReady: arrivedBy(ready), longTasks: seen.longTasks.filter(({ start: begun }) => begun >= (at("first-contentful-paint") ?? 0))
          .map((task) => ({ ...task, during: phase(task.start) })) };
    },
    wasmBytes: () => [...memories].reduce((sum, { buffer }) => sum + buffer.byteLength, 0),
    switches: async (count) => {
      const found = [];
      for (let index = 1; index <= count; index++) found.push(await switchTo(radios()[index % 4]));
      return found;
    },
  };
})();

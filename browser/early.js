// Runs as soon as it is there: the theme and the view that the address asks for, real progress while Python loads,
// the calm sentence when it cannot, and a memory for whatever a learner does before Python is there.

(() => {
  // Where a policy forbids WebAssembly, Pyodide only waits; the smallest module there is tells at once.
  const compiles = () => {
    try { return new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0)) instanceof WebAssembly.Module; }
    catch { return false; }
  };

  const { bytes, style, wasm } = document.currentScript.dataset;
  const PATIENCE = 90_000; // milliseconds; should Python arrive all the same, the page comes alive all the same
  const root = document.documentElement;
  const query = new URLSearchParams(location.search);
  const controls = new AbortController();
  const early = [];
  const whenLive = { signal: controls.signal };

  root.dataset.python = "loading";
  if (["light", "dark"].includes(query.get("theme"))) root.dataset.theme = query.get("theme");

  // The script does not hold the page back, so it may come before the page or after it.
  const whenRead = (work) => {
    if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", work); else work();
  };

  const tell = (message) => { if (parent !== window) parent.postMessage(message, "*"); };

  const fail = (reason) => {
    if (root.dataset.python === "failed") return;
    console.warn(`Python ${root.dataset.python === "ready" ? "stopped" : "did not start"}: ${reason}`);
    root.dataset.python = "failed";
    tell({ type: "microsim-error" });
    const announce = () => {
      document.querySelector("[role=status]").textContent = document.querySelector(".failed p").textContent;
    };
    whenRead(announce);
  };

  window.sim = {
    fail,
    early: () => early,
    ready: () => {
      controls.abort();
      root.dataset.python = "ready";
      performance.mark("sim:ready");
      tell({ type: "microsim-ready" });
      const main = document.getElementById("main");
      tell({ type: "microsim-resize", height: main.offsetTop + main.scrollHeight });
    },
  };

  // Radios and links work without Python; the rest is remembered until it is there.
  const place = () => {
    const sim = document.getElementById("sim");
    const place = new URLSearchParams(location.hash.slice(1));
    for (const name of ["view", "mode"]) {
      const value = place.get(name) ?? query.get(name);
      if (!value || !/^[a-z-]+$/.test(value)) continue;
      const radio = sim.querySelector(`input[name="${name}"][value="${value}"]`);
      if (radio) radio.checked = true;
      const links = [...sim.querySelectorAll(`nav [data-event="${name}"]`)];
      const chosen = links.find(({ dataset }) => dataset.value === value);
      if (chosen) {
        document.getElementById("main").scrollTop = 0;
        links.forEach((link) => { link.removeAttribute("aria-current"); });
        chosen.setAttribute("aria-current", "page");
      }
      if (radio || chosen) sim.setAttribute(`data-${name}`, value);
    }
    if (document.activeElement?.checkVisibility?.() === false) document.getElementById("main").focus();
    if (query.get("embed") === "1") sim.dataset.embedded = "yes";
  };
  whenRead(place);
  addEventListener("hashchange", place, whenLive);
  document.addEventListener("click", ({ target }) => {
    const control = target.closest("button[data-event]");
    if (control) early.push([control.dataset.event, control.dataset.value ?? ""]);
  }, whenLive);
  document.addEventListener("change", ({ target }) => {
    const { event } = target.dataset;
    if (!event) return;
    early.push([event, target.value]);
    if (event !== "mode") return;
    try { history.replaceState(null, "", `#view=explore&mode=${target.value}`); } catch { /* a sandbox may forbid it */ }
  }, whenLive);
  document.addEventListener("click", ({ target }) => {
    if (target.closest("[data-early=again]")) location.reload();
  });

  // Progress is the share of bytes that have arrived, of those that the build counted.
  const total = Number(bytes);
  let arrived = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      arrived += entry.decodedBodySize;
      if (entry.responseStatus >= 400 && root.dataset.python === "loading") fail(`${entry.name} is missing`);
    }
    const bar = document.querySelector(".progress progress");
    if (bar && total) bar.value = Math.min(95, (100 * arrived) / total);
  }).observe({ type: "resource", buffered: true });

  addEventListener("error", (event) => {
    if (event.target instanceof HTMLScriptElement) fail(`${event.target.src} did not load`);
    else if (event.message) fail(event.message);
  }, { capture: true, ...whenLive });
  addEventListener("unhandledrejection", (event) => fail(event.reason), whenLive);
  setTimeout(() => { if (root.dataset.python === "loading") fail("it is taking very long"); }, PATIENCE);

  // Once the first screen is painted, so that nothing competes with it; a page that is not being painted, because it is in
  // another tab, does not wait for ever. The page must be whole: PyScript looks once for its script, the last line, and
  // would start an interpreter from elsewhere if it found none.
  const afterwards = (work) => {
    let done = false;
    const once = () => { if (!done) work(); done = true; };
    requestAnimationFrame(() => setTimeout(whenRead, 0, once));
    setTimeout(whenRead, 1_000, once);
  };

  // Some hosts do not say that a file is WebAssembly; it is then compiled once it is there.
  const compileWhole = async () => WebAssembly.compile(await (await fetch(wasm)).arrayBuffer());
  const begin = () => {
    document.head.append(document.getElementById("later").content);
    window.sim.interpreter = WebAssembly.compileStreaming(fetch(wasm)).catch(compileWhole);
    window.sim.interpreter.catch(fail); // of which Pyodide would only tell the console
  };

  if (location.protocol === "file:") fail("a page opened from a file may not load modules");
  else if (!compiles()) fail("WebAssembly is missing or forbidden here");
  else afterwards(() => {
    if (document.querySelector("[type=py]")) begin(); else fail("the page did not arrive whole");
  });

  // A host may forbid styles inside the page; those in a file of their own it allows.
  afterwards(() => {
    if (getComputedStyle(root).getPropertyValue("--paper")) return;
    document.head.append(Object.assign(document.createElement("link"), { rel: "stylesheet", href: style }));
  });
})();

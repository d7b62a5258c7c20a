// Fetches what is large in the form that suits the host, and shows how much of everything has arrived.

const PACKING = 2.7; // how many times smaller a packed file is
const here = (path) => new URL(path, import.meta.url).href;
const { documentElement: root } = document;
const { sim } = window;
const own = document.querySelector("[data-bytes]").dataset; // what the build says of this page

// A large file lies here twice: as WebAssembly, which hosts compress where they compress anything, and packed (.bin). The
// second is taken where the first is refused, answered with a page, or not sent compressed.
export const fetched = async (address) => {
  const answer = await fetch(address).catch(() => Response.error());
  const type = answer.headers.get("content-type") ?? "";
  const packed = address.replace(/wasm$/, "bin");
  if (packed !== address && !(answer.ok && !/html/.test(type) && answer.headers.has("content-encoding"))) {
    answer.body?.cancel();
    return fetched(packed);
  }
  if (!answer.ok) throw new Error(`${address} did not arrive`);
  return type === "application/wasm" ? answer : unpacked(answer);
};

// What its first byte says to be packed is unpacked: a host or a proxy may have done so already.
const unpacked = async ({ body }) => {
  const [ahead, whole] = body.tee();
  const reader = ahead.getReader();
  const { value } = await reader.read();
  reader.cancel();
  const stream = value?.[0] === 0x1f ? whole.pipeThrough(new DecompressionStream("gzip")) : whole;
  return new Response(stream, { headers: { "content-type": "application/wasm" } });
};

// Progress is the share of bytes that have arrived, of those that the build counted.
const showProgress = () => {
  const total = Number(own.bytes);
  let arrived = 0;
  new PerformanceObserver((list) => {
    for (const { name, decodedBodySize, responseStatus } of list.getEntries()) {
      arrived += decodedBodySize * (name.endsWith(".bin") ? PACKING : 1);
      const ours = name.startsWith(here("./")) && !name.endsWith(".wasm");
      if (responseStatus >= 400 && ours && root.dataset.python === "loading") sim.fail(`${name} is missing`, "missing-file");
    }
    const bar = document.querySelector(".progress progress");
    if (bar && total) bar.value = Math.min(95, (100 * arrived) / total);
  }).observe({ type: "resource", buffered: true });
};

export const interpreter = WebAssembly.compileStreaming(fetched(here("./pyodide.asm.wasm")));
export const library = fetched(here("./library.wasm"));
export const lesson = fetched(new URL(own.content, location.href).href);
for (const part of [interpreter, library, lesson]) part.catch((error) => sim.fail(error, "missing-file"));
sim.fetched = fetched;
showProgress();

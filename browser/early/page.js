// What every early script needs to know of the page.

export const root = document.documentElement;
export const query = new URLSearchParams(location.search);
export const framed = parent !== window;

// The element that brought the early scripts, with what the build wrote on it, and the folder that has all of ours.
export const own = document.currentScript;
export const assets = own.src.replace(/[^/]*$/, "");

// Once the page is read. A host that promises more bytes than it sends leaves a browser waiting for them for ever, so
// `read` may be called before the browser does.
const ahead = [];
export const read = () => ahead.splice(0).forEach((work) => work());
export const whenRead = (work) => { if (document.readyState === "loading") ahead.push(work); else work(); };
document.addEventListener("DOMContentLoaded", read);

// Once the first screen is painted, so that nothing competes with it; a page that is not being painted, because it is in
// another tab, does not wait for ever. The page must be whole: PyScript looks once for its script, the last line, and
// would start an interpreter from elsewhere if it found none.
export const isWhole = () => document.querySelector("[type=py]");
export const afterwards = (work) => {
  let done = false;
  const once = () => { if (!done) work(); done = true; };
  requestAnimationFrame(() => setTimeout(whenRead, 0, once));
  setTimeout(whenRead, 1_000, once);
};

// What listens only until Python is there.
const controls = new AbortController();
export const whenLive = { signal: controls.signal };
export const live = () => controls.abort();

// What every early script needs to know of the page.

export const root = document.documentElement;
export const query = new URLSearchParams(location.search);
export const framed = parent !== window;

// The script does not hold the page back, so it may come before the page or after it.
export const whenRead = (work) => {
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", work); else work();
};

// Once the first screen is painted, so that nothing competes with it; a page that is not being painted, because it is in
// another tab, does not wait for ever. The page must be whole: PyScript looks once for its script, the last line, and
// would start an interpreter from elsewhere if it found none.
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

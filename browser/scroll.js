// What is seen and what has the focus, in this page alone: scrollIntoView and a plain focus() would scroll the page around
// a frame too, and take the focus from it.

// Whether a reader sees an element, or would after scrolling.
export const seen = (element) => element.checkVisibility({ checkVisibilityCSS: true, visibilityProperty: true });

// Scrolls what a reader could scroll around `element`, by as little as possible or until it stands `atTop`.
export const reveal = (element, atTop = false) => {
  const { top, bottom } = element.getBoundingClientRect();
  const { scrollMarginTop, scrollMarginBottom } = getComputedStyle(element);
  let box = [top - parseFloat(scrollMarginTop), bottom + parseFloat(scrollMarginBottom)];
  for (let around = element.parentElement; around; around = around.parentElement) {
    if (!scrolls(around)) continue;
    const before = around.scrollTop;
    around.scrollTop += way(box, windowOf(around), atTop);
    box = box.map((edge) => edge - around.scrollTop + before);
  }
};

// Whether the reader used a key last, rather than a pointer or the browser's own buttons.
let byKey = false;
addEventListener("keydown", () => (byKey = true), true);
addEventListener("pointerdown", () => (byKey = false), true);

// Gives an element the focus, unless the reader is in the page around this one. Only who uses keys sees a ring around it.
export const focus = (element) => {
  if (parent !== window && !document.hasFocus()) return;
  element.toggleAttribute("data-quiet", !byKey && element.tabIndex < 0);
  element.focus({ preventScroll: true });
  reveal(element, isTall(element));
};

// Of what is taller than about half of what one sees, the beginning is what one reads first.
const isTall = (element) => element.getBoundingClientRect().height > innerHeight / 2;

const scrolls = (element) =>
  (element === document.scrollingElement ? /visible|auto/ : /auto|scroll/).test(getComputedStyle(element).overflowY);

// Where, from top to bottom, what scrolls in `element` can be seen.
const windowOf = (element) => {
  const { scrollPaddingTop, scrollPaddingBottom } = getComputedStyle(element);
  const top = element === document.scrollingElement ? 0 : element.getBoundingClientRect().top + element.clientTop;
  return [top + (parseFloat(scrollPaddingTop) || 0), top + element.clientHeight - (parseFloat(scrollPaddingBottom) || 0)];
};

// How far to scroll so that a box is in a window: as scrollIntoView's "nearest" and "start" have it.
const way = ([top, bottom], [from, to], atTop) => {
  if (atTop) return top - from;
  if ((top < from) === (bottom > to)) return 0;
  return Math.abs(top - from) < Math.abs(bottom - to) ? top - from : bottom - to;
};

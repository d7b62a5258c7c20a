// The participants' boxes at the top of a drawing, in one group, so that the page can show them a second time.

const SVG = "http://www.w3.org/2000/svg";
const HEAD_WIDTH = 78; // the least width of a participant's box
export const HEAD_HEIGHT = 24;

// Brings the boxes and the names of all participants together in a drawing, each as large as its name needs.
export function gather(svg) {
  const heads = document.createElementNS(SVG, "g");
  heads.setAttribute("class", "heads");
  heads.append(...svg.querySelectorAll("rect.actor, text.actor"));
  svg.append(heads);
  for (const box of heads.querySelectorAll("rect")) narrow(box);
  raise(heads);
}

// A participant's box is as wide as the room between two lines; this much of it is enough, or what its name needs.
function narrow(box) {
  const names = [...box.parentElement.querySelectorAll("text.actor")]
    .filter((text) => Number(text.getAttribute("x")) > Number(box.getAttribute("x")))
    .filter((text) => Number(text.getAttribute("x")) < Number(box.getAttribute("x")) + Number(box.getAttribute("width")));
  const needed = Math.max(HEAD_WIDTH, ...names.map((text) => text.getBBox().width + 10));
  const spare = Number(box.getAttribute("width")) - needed;
  if (spare <= 0) return;
  box.setAttribute("width", needed);
  box.setAttribute("x", Number(box.getAttribute("x")) + spare / 2);
}

// Mermaid makes a box no higher for a name of two lines: all grow upwards by what the highest name needs.
function raise(heads) {
  const texts = [...heads.querySelectorAll("text.actor")], boxes = heads.querySelectorAll("rect");
  if (texts.length === boxes.length) return; // a line each
  const bottom = Math.max(...[...boxes].map((box) => Number(box.getAttribute("y")) + Number(box.getAttribute("height"))));
  const middle = bottom - HEAD_HEIGHT / 2;
  const tallest = 2 * Math.max(...texts.map((text) => text.getBBox()).flatMap(({ y, height }) => [middle - y, y + height - middle]));
  const more = Math.ceil(tallest + 6 - HEAD_HEIGHT);
  if (more <= 0) return;
  for (const box of boxes) {
    box.setAttribute("y", Number(box.getAttribute("y")) - more);
    box.setAttribute("height", HEAD_HEIGHT + more);
  }
  for (const text of texts) text.setAttribute("transform", `translate(0 ${-more / 2})`);
  heads.dataset.height = HEAD_HEIGHT + more + 4;
}

// Draws Mermaid source as an SVG whose parts say which step they are. The one place that drives Mermaid.
// It knows nothing of the subject: the key (engine/sequence/diagram.py) says, in Mermaid's own order, what each element stands for.

import mermaid from "mermaid";
import { HEAD_HEIGHT, gather } from "./heads.js";

const SVG = "http://www.w3.org/2000/svg";
const FONT = '"Source Sans 3", "Source Sans 3 More", system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif';
const SIZE = 12;
const WIDTH = 324; // that of every drawing, so that all are shown at one scale

const setUp = (spacing) => mermaid.initialize({
  startOnLoad: false,
  securityLevel: "strict",
  look: "classic",
  theme: "base",
  htmlLabels: false,
  fontFamily: FONT,
  fontSize: SIZE,
  themeVariables: { fontFamily: FONT, fontSize: `${SIZE}px` },
  sequence: {
    useMaxWidth: false, mirrorActors: false, width: spacing, height: HEAD_HEIGHT, actorMargin: 0, activationWidth: 8, wrapPadding: 4,
    diagramMarginX: 2, diagramMarginY: 2, boxMargin: 4, boxTextMargin: 2, noteMargin: 3, messageMargin: 6,
    actorFontSize: SIZE, messageFontSize: SIZE, noteFontSize: SIZE, actorFontFamily: FONT, messageFontFamily: FONT,
    noteFontFamily: FONT,
  },
});

// The SVG text of `source`; `id` makes its references unique on the page. Throws what Mermaid says of a bad source.
// Where nothing can be measured, in a frame that is not shown, it waits until it is.
export async function draw(id, source, keyText) {
  const stage = document.createElement("div");
  stage.style = "position: fixed; visibility: hidden";
  stage.textContent = "·";
  document.body.append(stage);
  try {
    for (;;) {
      await shown(stage);
      try {
        return await drawn(stage, id, source, JSON.parse(keyText));
      } catch (error) {
        if (isShown(stage)) throw error;
      }
    }
  } finally {
    stage.remove();
  }
}

const isShown = (stage) => stage.getBoundingClientRect().width > 0;

// Resolves once the stage has a size.
function shown(stage) {
  return new Promise((resolve) => {
    if (isShown(stage)) return resolve();
    const sizes = new ResizeObserver(() => {
      if (!isShown(stage)) return;
      sizes.disconnect();
      resolve();
    });
    sizes.observe(stage);
  });
}

async function drawn(stage, id, source, key) {
  await document.fonts.load(`${SIZE}px "Source Sans 3"`).catch(() => {});
  setUp(key.spacing);
  const { svg: text } = await mermaid.render(`drawing-${id}`, source);
  stage.innerHTML = text;
  const svg = stage.firstElementChild;
  aside(svg, key);
  label(svg, key);
  clear(svg);
  fix(svg);
  dress(svg);
  hatch(svg, id);
  svg.querySelector(".heads").id = `heads-${id.replace("/", "-")}`;
  if (!isShown(stage)) throw new Error("hidden while it was measured");
  return svg.outerHTML;
}

const x1OfLines = (svg) => [...svg.querySelectorAll(".actor-line")].map((line) => Number(line.getAttribute("x1")))
  .sort((a, b) => a - b);

// Mermaid makes a note as wide as the room between two lines, and leaves half of that before one beside a line.
function aside(svg, key) {
  const lifelines = x1OfLines(svg);
  svg.querySelectorAll('[data-et="note"]').forEach((note, index) => {
    const { participant, side, marks } = key.notes[index];
    const [box, lines] = [note.querySelector("rect"), [...note.querySelectorAll("tspan")]];
    const width = Math.max(...lines.map((line) => line.getComputedTextLength())) + 14 + 6 * marks.length;
    const left = lifelines[participant] + { "right of": 8, over: -width / 2, "left of": -8 - width }[side];
    box.setAttribute("x", left);
    box.setAttribute("width", width);
    for (const each of note.querySelectorAll("text, tspan")) each.setAttribute("x", left + width / 2 - 3 * marks.length);
  });
}

// Gathers each step's text, arrow and notes in one group that can be pointed at.
function label(svg, key) {
  const messages = [...svg.querySelectorAll('[data-et="message"]')];
  const notes = [...svg.querySelectorAll('[data-et="note"]')];
  const bars = [...svg.querySelectorAll('rect[class^="activation"]')];
  bars.forEach((bar, index) => {
    const { step, fill, colour } = key.bars[index];
    bar.setAttribute("class", "bar");
    bar.setAttribute("style", `--from: ${step}`);
    bar.dataset.fill = fill;
    if (colour) bar.dataset.colour = colour;
  });
  const groups = new Map();
  const groupOf = (step) => {
    if (!groups.has(step)) {
      const group = svg.appendChild(document.createElementNS(SVG, "g"));
      group.setAttribute("class", "step");
      group.dataset.step = step;
      groups.set(step, group);
    }
    return groups.get(step);
  };
  const entries = [
    ...messages.map((element, index) => ({ element, ...key.messages[index] })),
    ...notes.map((element, index) => ({ element, ...key.notes[index] })),
  ].sort((a, b) => a.step - b.step);
  for (const { element, step, kind, lines, marks } of entries) {
    const group = groupOf(step);
    const name = (line, index) => {
      line.setAttribute("class", `line ${lines[index].class}`);
      if (lines[index].colour) line.dataset.colour = lines[index].colour;
    };
    if (element.dataset.et === "message") {
      const words = [];
      for (let text = element.previousElementSibling; text?.classList.contains("messageText");) {
        words.unshift(text);
        text = text.previousElementSibling;
      }
      words.forEach(name);
      element.setAttribute("class", `arrow ${kind}`);
      group.append(...words, element, token(element));
    } else {
      element.querySelectorAll("tspan").forEach(name);
      element.setAttribute("class", `note ${kind}`);
      group.append(element);
    }
    const words = [...group.querySelectorAll(".line.label")].at(-1).getBBox();
    marks.forEach((colour, index) => {
      const mark = circle("noted", words.x + words.width + 5 + 6 * index, words.y + words.height / 2, 2);
      mark.dataset.colour = colour;
      group.append(mark);
    });
  }
  for (const group of groups.values()) {
    const box = group.getBBox();
    const row = document.createElementNS(SVG, "rect");
    const size = { x: box.x - 4, y: box.y - 3, width: box.width + 8, height: box.height + 6, rx: 4 };
    for (const [name, value] of Object.entries(size)) row.setAttribute(name, Math.round(value));
    row.setAttribute("class", "row");
    group.prepend(row);
  }
}

// What travels along the arrow of a chosen step.
function token(arrow) {
  const [x1, x2, y] = ["x1", "x2", "y1"].map((name) => Number(arrow.getAttribute(name)));
  const made = circle("token", x1, y, 4);
  made.setAttribute("style", `--way: ${Math.round(x2 - x1)}px`);
  return made;
}

function circle(name, cx, cy, r) {
  const made = document.createElementNS(SVG, "circle");
  const size = { class: name, cx: Math.round(cx), cy: Math.round(cy), r };
  for (const [attribute, value] of Object.entries(size)) made.setAttribute(attribute, value);
  return made;
}

// Mermaid centres the words of a loop and of an alternative, often over a lifeline; they move to the nearest room that
// is wide enough between two of these, and off the line above.
function clear(svg) {
  const lifelines = x1OfLines(svg);
  const rooms = lifelines.slice(1).map((right, index) =>
    ({ middle: (lifelines[index] + right) / 2, width: right - lifelines[index] - 20 }));
  const blocks = Map.groupBy(svg.querySelectorAll(".loopText, .sectionTitle"), (text) => text.getAttribute("x"));
  for (const [x, texts] of blocks) {
    const width = Math.max(...texts.map((text) => text.getComputedTextLength()));
    const [room] = rooms.filter((each) => each.width >= width)
      .sort((a, b) => Math.abs(a.middle - x) - Math.abs(b.middle - x));
    if (!room || !lifelines.some((line) => Math.abs(line - x) < width / 2 + 8)) continue;
    for (const each of texts.flatMap((text) => [text, ...text.querySelectorAll("tspan")])) {
      each.setAttribute("x", room.middle);
    }
  }
  for (const text of svg.querySelectorAll(".loopText, .sectionTitle")) {
    text.setAttribute("y", Number(text.getAttribute("y")) + 6);
  }
}

// Every line of text keeps the place and the width that it was drawn with, whatever font a reader's browser has. It stands
// on the one baseline that every program knows.
function fix(svg) {
  for (const text of svg.querySelectorAll("text")) {
    const { y } = text.getBBox();
    text.removeAttribute("dominant-baseline");
    text.setAttribute("y", Number(text.getAttribute("y")) + y - text.getBBox().y);
    for (const line of text.querySelector("tspan") ? text.querySelectorAll("tspan") : [text]) {
      const width = line.getComputedTextLength();
      if (width > 0) {
        line.setAttribute("textLength", Math.round(width));
        line.setAttribute("lengthAdjust", "spacingAndGlyphs");
      }
    }
  }
}

// Leaves the looks to style/drawing.css: no style of Mermaid's own, no unused marker, a box that hugs the drawing.
function dress(svg) {
  svg.querySelectorAll("style, filter, symbol").forEach((element) => element.remove());
  const used = new Set([...svg.querySelectorAll("[marker-end], [marker-start]")]
    .flatMap((line) => ["marker-end", "marker-start"].map((name) => line.getAttribute(name)?.slice(5, -1))));
  svg.querySelectorAll("marker").forEach((marker) => { if (!used.has(marker.id)) marker.remove(); });
  for (const element of svg.querySelectorAll("*")) {
    for (const name of [...(element.matches(".bar, .token") ? [] : ["style"]), "fill", "stroke", "stroke-width", "data-look", "filter", "name", "alignment-baseline",
      "data-type", "data-et", "data-id", "data-from", "data-to"]) {
      if (!element.closest("marker") || name === "style") element.removeAttribute(name);
    }
    if (element.id && !element.closest("marker, title, desc")) element.removeAttribute("id");
    for (const name of ["x", "y", "x1", "x2", "y1", "y2", "width", "height"]) {
      const value = element.getAttribute(name);
      if (value?.includes(".")) element.setAttribute(name, Math.round(value));
    }
  }
  gather(svg);
  svg.querySelectorAll("defs:empty, g:empty").forEach((element) => element.remove());
  const lines = svg.querySelectorAll(".actor-line");
  lines.forEach((line) => line.setAttribute("y2", 0));
  const box = svg.getBBox();
  const bottom = Math.ceil(box.y + box.height) + 6;
  lines.forEach((line) => line.setAttribute("y2", bottom));
  const width = Math.max(WIDTH, Math.ceil(box.width) + 4);
  const left = Math.floor(box.x + box.width / 2 - width / 2);
  const size = [left, Math.floor(box.y) - 2, width, bottom - Math.floor(box.y) + 4];
  svg.setAttribute("viewBox", size.join(" "));
  svg.setAttribute("width", size[2]);
  svg.setAttribute("height", size[3]);
  svg.setAttribute("class", "drawing");
  svg.setAttribute("role", "img");
  svg.removeAttribute("aria-roledescription");
  svg.style = `--width: ${size[2]}px; --ratio: ${Math.round(1000 * size[2] / size[3]) / 1000}`;
}

// Hatching tells states apart without colour; a crossed bar has stripes both ways.
function hatch(svg, id) {
  const patterns = new Map();
  for (const bar of svg.querySelectorAll('.bar:is([data-fill="hatched"], [data-fill="crossed"])')) {
    const { fill, colour = "" } = bar.dataset;
    const name = ["bar", fill, colour, id].filter(Boolean).join("-");
    if (!patterns.has(name)) patterns.set(name, stripes(name, fill, colour));
    bar.setAttribute("fill", `url(#${name})`);
  }
  svg.prepend(...patterns.values());
}

function stripes(id, fill, colour) {
  const pattern = document.createElementNS(SVG, "pattern");
  const size = { id, width: 5, height: 5, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" };
  for (const [name, value] of Object.entries(size)) pattern.setAttribute(name, value);
  if (colour) pattern.dataset.colour = colour;
  for (const [width, height] of fill === "crossed" ? [[2.4, 5], [5, 2.4]] : [[2.4, 5]]) {
    const stripe = pattern.appendChild(document.createElementNS(SVG, "rect"));
    for (const [name, value] of Object.entries({ class: "stripe", width, height })) stripe.setAttribute(name, value);
  }
  return pattern;
}

// A drawing as a picture that leaves the page, for a document or slides, in a program that knows neither our styles nor our
// font: each colour stands as an attribute of its element; there is no style sheet, no variable, no class.

const SVG = "http://www.w3.org/2000/svg";
const FONTS = "'Source Sans 3', 'Source Sans Pro', 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";
const INHERITED = ["fill", "stroke", "stroke-width", "stroke-dasharray", "stroke-linecap", "font-size", "font-weight",
  "font-style", "text-anchor"];
const LOOKS = [...INHERITED, "rx"];
const KEPT = ["marker", "pattern", "title", "desc"]; // what another element refers to by its id
const SCALE = 2; // pixels of a PNG for each of the drawing's

// Saves `svg`, a drawing of the page, under a name that ends in ".svg" or ".png". Gives "saved", "unsure" where a frame may
// forbid it without saying so, or "failed".
export async function save(svg, name) {
  try {
    const drawn = picture(svg);
    const file = name.endsWith(".png") ? await png(drawn, getComputedStyle(svg).fontFamily)
      : new Blob([written(drawn)], { type: "image/svg+xml" });
    return offered(file, name);
  } catch (error) {
    console.warn(name, error);
    return "failed";
  }
}

// Saves a text under a name, likewise.
export const saveText = (text, name) => offered(new Blob([text], { type: "text/plain;charset=utf-8" }), name);

function offered(file, name) {
  const link = Object.assign(document.createElement("a"), { href: URL.createObjectURL(file), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  return mayDownload() ? "saved" : "unsure";
}

// Whether nothing around the page can forbid a download. A sandbox of another origin does not tell.
function mayDownload() {
  try {
    return window === parent || !frameElement.hasAttribute("sandbox") || frameElement.sandbox.contains("allow-downloads");
  } catch {
    return false;
  }
}

// A copy in light colours, whatever the page's, since paper and slides are white. No step stands out in it, since what
// lights a step up is a matter of the place that the copy has left.
function picture(svg) {
  const stage = document.createElement("div");
  stage.style = "position: fixed; visibility: hidden; color-scheme: light; background: var(--paper)";
  stage.dataset.colour = svg.closest("[data-colour]").dataset.colour;
  const copy = stage.appendChild(svg.cloneNode(true));
  document.body.append(stage);
  try {
    copy.querySelectorAll(".row, .token").forEach((each) => each.remove()); // what only a lit step shows
    const looks = new Map([copy, ...copy.querySelectorAll("*")].map((element) => [element, looksOf(element)]));
    const haloed = [...copy.querySelectorAll("text")].filter((text) =>
      getComputedStyle(text).paintOrder.startsWith("stroke") && looks.get(text).stroke !== "none");
    for (const [element, look] of looks) dress(element, look, looks.get(element.parentNode));
    haloed.forEach(halo);
    copy.setAttribute("font-family", FONTS);
    const { x, y, width, height } = copy.viewBox.baseVal;
    const paper = document.createElementNS(SVG, "rect");
    write(paper, { x, y, width, height, fill: paint(getComputedStyle(stage).backgroundColor) });
    copy.querySelector(":scope > :not(title, desc)").before(paper);
    return copy;
  } finally {
    stage.remove();
  }
}

function looksOf(element) {
  const computed = getComputedStyle(element);
  return Object.fromEntries(LOOKS.map((name) => [name, paint(computed.getPropertyValue(name))]));
}

// A value as every program reads it: "#1d5dbd" for "rgb(29, 93, 189)", "1.5" for "1.5px".
function paint(value) {
  const rgb = value.match(/^rgba?\(([\d.]+), ([\d.]+), ([\d.]+)(?:, ([\d.]+))?\)$/);
  if (rgb?.[4] === "0") return "none";
  if (rgb) return `#${rgb.slice(1, 4).map((part) => Math.round(part).toString(16).padStart(2, "0")).join("")}`;
  return value.replace(/^url\("(?:[^"]*)(#[^"]+)"\)/, "url($1)").replaceAll(/(?<=[\d.])px/g, "");
}

// Leaves an element with what it needs to look the same: what it does not take from its parent.
function dress(element, look, parent = { fill: "#000000", stroke: "none", "stroke-width": "1", "stroke-dasharray": "none",
  "stroke-linecap": "butt", "font-weight": "400", "font-style": "normal", "text-anchor": "start" }) {
  for (const { name } of [...element.attributes]) {
    if (/^(class|style|data-.*)$/.test(name) || LOOKS.includes(name)) element.removeAttribute(name);
  }
  if (!KEPT.includes(element.localName)) element.removeAttribute("id");
  if (element.matches("title, desc")) return;
  write(element, Object.fromEntries(INHERITED.filter((name) => look[name] !== parent[name]).map((name) => [name, look[name]])));
  if (element.matches("rect") && Number(look.rx)) write(element, { rx: look.rx });
  if (element.matches("marker")) write(element, { orient: "auto" }); // the head of an arrow; few know "auto-start-reverse"
}

// Letters with an outline of paper behind them, for programs that would draw it over them.
function halo(text) {
  const outline = text.cloneNode(true);
  write(outline, { fill: text.getAttribute("stroke"), "aria-hidden": "true" });
  text.before(outline);
  write(text, { stroke: "none" });
}

function write(element, attributes) {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
}

const written = (svg) => `${new XMLSerializer().serializeToString(svg)}\n`;

// The picture in pixels, in our own font, which an image must hold itself.
async function png(svg, family) {
  const style = document.createElementNS(SVG, "style");
  style.textContent = (await faces()).join("\n");
  svg.prepend(style);
  svg.setAttribute("font-family", family);
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(written(svg))}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = svg.getAttribute("width") * SCALE;
  canvas.height = svg.getAttribute("height") * SCALE;
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("no picture"))), "image/png");
  });
}

// The page's font faces that are in use, each with its font inside.
async function faces() {
  const used = new Set([...document.fonts].filter(({ status }) => status === "loaded").map(({ family }) => bare(family)));
  const rules = [...document.styleSheets].flatMap(rulesOf)
    .filter((rule) => rule instanceof CSSFontFaceRule && used.has(bare(rule.style.getPropertyValue("font-family"))));
  return Promise.all(rules.map(async ({ cssText }) => {
    const [, address] = cssText.match(/url\("?([^")]+)"?\)/);
    if (address.startsWith("data:")) return cssText;
    const font = await fetch(new URL(address, document.baseURI)).then((answer) => answer.blob()).catch(() => null);
    return font ? cssText.replace(address, await dataOf(font)) : "";
  }));
}

const bare = (family) => family.replaceAll(/["']/g, "");

function rulesOf(sheet) {
  try {
    return [...sheet.cssRules];
  } catch {
    return []; // of another origin, as ours are to a sandboxed frame; the faces stand in the page
  }
}

function dataOf(blob) {
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result);
    reader.readAsDataURL(blob);
  });
}

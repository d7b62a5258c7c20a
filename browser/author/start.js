// The author's page: the editor is there first, then the lesson with the Python that checks what is written.

import { Editor } from "./editor.js";
import { Files } from "./files.js";
import { Kept } from "./kept.js";
import { show } from "./lesson.js";
import { copy, download, folder } from "./out.js";
import { Idiomorph } from "idiomorph/dist/idiomorph.esm.js";

const desk = JSON.parse(document.getElementById("desk").textContent);
const at = (id) => document.getElementById(id);
const say = (id, text) => { if (at(id).textContent !== text) at(id).textContent = text; };
const byHand = (sentence, text) => {
  say("said", sentence);
  const field = document.createElement("textarea");
  Object.assign(field, { value: text, readOnly: true, ariaLabel: sentence });
  at("said").append(field);
  field.select();
};

const PAUSE = 60; // milliseconds without a keystroke before the checker looks
const pauses = new Map();
const rendered = new Map();

let python; // what the lesson's frame offers, once it is there
const asked = []; // of it before
const ask = (what, ...about) => { if (python) python[what](...about); else asked.push([what, about]); };

const draft = new URLSearchParams(location.hash.slice(1)).get("draft");
const kept = new Kept(draft ? null : `${desk.lesson} ${location.pathname}`, (state) => {
  say("kept", desk.words.kept[state]);
  at("kept").dataset.state = state;
});
const files = new Files(desk.files, kept, (name) => {
  clearTimeout(pauses.get(name));
  pauses.set(name, setTimeout(() => ask("put", name, files.get(name)?.text ?? undefined), PAUSE));
});
const editor = new Editor(at("editor"), files, {
  label: (name) => desk.words.editor.label.replace("{file}", name),
  complete: (name, position) => python?.complete(name, position),
  explain: (name, position) => python?.explain(name, position),
  next: (name, line, column) => ask("next", name, line, column),
});

const open = async (name, line, column) => {
  say("file", name);
  at("bench").dataset.pane = "words";
  document.querySelector("[name=pane][value=words]").checked = true;
  await editor.open(name, line, column);
  for (const each of document.querySelectorAll("#files [data-file]")) {
    each.toggleAttribute("aria-current", each.dataset.file === name);
    if (each.dataset.file === name) { each.setAttribute("aria-current", "true"); say("about", each.title); }
  }
  ask("opened", name);
};

for (const kind of ["pointerdown", "keydown"]) {
  document.addEventListener(kind, ({ target }) => { if (!target.closest?.("#said")) say("said", ""); }, { capture: true });
}
document.addEventListener("click", ({ target }) => {
  const control = target.closest?.("button");
  if (!control) return;
  const { file, go, use, act, value } = control.dataset;
  if (file) open(file);
  if (go) {
    const [name, line, column] = go.split(/:(?=\d+)/);
    open(name, Number(line), Number(column));
  }
  if (use) {
    const [name, number] = use.split(/:(?=\d+)/);
    open(name).then(() => editor.use(Number(number)));
  }
  if (act) ask("act", act, value ?? "");
});
document.addEventListener("submit", (event) => {
  event.preventDefault();
  const { act } = event.target.dataset;
  if (act) ask("act", act, JSON.stringify(Object.fromEntries(new FormData(event.target))));
});
document.addEventListener("change", ({ target }) => {
  if (target.name === "pane") at("bench").dataset.pane = target.value;
});

// What the Python in the frame asks of this page.
window.author = {
  words: JSON.stringify(desk.words),
  drawings: JSON.stringify(desk.drawings),
  texts: () => files.texts().then(JSON.stringify),
  attach: (offered) => {
    python = offered;
    for (const [what, about] of asked.splice(0)) ask(what, ...about);
  },
  say, byHand,
  standing: (state, text) => { say("standing", text); at("standing").dataset.state = state; },
  render: (id, html) => {
    if (rendered.get(id) === html) return; // what is typed into a form stays
    rendered.set(id, html);
    const parsed = document.createElement("template");
    parsed.innerHTML = html;
    Idiomorph.morph(at(id), parsed.content, { morphStyle: "innerHTML", restoreFocus: true });
  },
  draft,
  set: (name, text) => editor.set(name, text),
  take: (name) => editor.take(name),
  go: (name, line, column) => open(name, line, column),
  rebase: (name) => files.rebase(name),
  link: (text) => `${location.href.replace(/#.*/, "")}#draft=${text}`,
  copy, download, folder,
  picks: Boolean(window.showDirectoryPicker),
  mark: (marks) => editor.mark(JSON.parse(marks)),
  current: () => editor.name,
};

await open(await files.begin(new URLSearchParams(location.search).get("file")));
performance.mark("author:typing");
if (draft) { at("bench").dataset.pane = "lesson"; document.querySelector("[name=pane][value=lesson]").checked = true; }
addEventListener("hashchange", () => location.reload()); // a link to another draft, in the same tab
show(at("lesson"), desk).catch((error) => {
  console.warn(`The lesson did not start: ${error}`);
  window.author.standing("failed", desk.words.lesson.failed);
});

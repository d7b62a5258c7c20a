// The editor, with what each file needs of it: its text, its place, its history of undo, its marks.

import { autocompletion, completionKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyField, historyKeymap, indentWithTab } from "@codemirror/commands";
import { indentUnit } from "@codemirror/language";
import { yaml } from "@codemirror/lang-yaml";
import { lintGutter, lintKeymap, setDiagnostics } from "@codemirror/lint";
import { search, searchKeymap } from "@codemirror/search";
import { EditorState } from "@codemirror/state";
import { drawSelection, EditorView, highlightActiveLine, hoverTooltip, keymap, lineNumbers } from "@codemirror/view";
import { looks } from "./looks.js";

export class Editor {
  name = "";
  #states = new Map();
  #marks = {};

  constructor(parent, files, { label, complete, explain, next }) {
    this.files = files;
    this.label = label;
    this.shared = [
      lineNumbers(), history(), drawSelection(), highlightActiveLine(), EditorView.lineWrapping, indentUnit.of("  "),
      lintGutter(), search({ top: true }),
      autocompletion({ override: [(context) => this.#options(context, complete)], icons: false }),
      hoverTooltip((view, position) => this.#explanation(view, position, explain)),
      keymap.of([{ key: "Mod-Enter", run: (view) => this.#next(view, next) }, ...completionKeymap, ...lintKeymap, ...searchKeymap, ...historyKeymap, indentWithTab, ...defaultKeymap]),
      looks,
      EditorView.updateListener.of((update) => { if (update.docChanged) this.#changed(); }),
    ];
    this.view = new EditorView({ parent, state: EditorState.create({ doc: "" }) });
  }

  // Show a file, as it was left; at a line and a column, counted from 1, where they are given.
  async open(name, line, column = 1) {
    if (this.name && this.name !== name) this.#states.set(this.name, this.view.state);
    if (this.name !== name) {
      const state = this.#states.get(name) ?? this.#state(name, await this.files.come(name));
      this.name = name;
      this.view.setState(state);
      this.#showMarks();
    }
    if (line) {
      const { doc } = this.view.state;
      const found = doc.line(Math.min(line, doc.lines));
      const anchor = Math.min(found.from + column - 1, found.to);
      this.view.contentDOM.focus({ preventScroll: true }); // first: it would put the cursor where the browser likes, while the place is not on the page yet
      const place = this.#marks[name]?.find(({ start, unwritten }) => unwritten && start[0] === line && start[1] === column);
      const head = place ? this.#at(place.end) : anchor; // a place that needs words is written over
      this.view.dispatch({ selection: { anchor, head }, scrollIntoView: true });
    }
  }

  // Forget a file that is deleted.
  take(name) {
    this.#states.delete(name);
    this.files.take(name);
  }

  #next({ state }, next) {
    const { head } = state.selection.main;
    const line = state.doc.lineAt(head);
    next(this.name, line.number, head - line.from + 1);
    return true;
  }

  // Give a file another text, which can be undone like anything that was typed.
  async set(name, text) {
    if (name === this.name) {
      this.view.dispatch({ changes: { from: 0, to: this.view.state.doc.length, insert: text }, userEvent: "input.set" });
      return;
    }
    const before = this.#states.get(name) ?? this.#state(name, await this.files.come(name) ?? { text: "" });
    const { state } = before.update({ changes: { from: 0, to: before.doc.length, insert: text }, userEvent: "input.set" });
    this.#states.set(name, state);
    this.files.write(name, text, () => state.toJSON({ history: historyField }).history);
  }

  #state(name, { text, history: kept }) {
    const config = {
      doc: text ?? "",
      extensions: [
        ...this.shared,
        EditorView.contentAttributes.of({ "aria-label": this.label(name), "aria-describedby": "keys" }),
        name.endsWith(".yaml") ? yaml() : [],
      ],
    };
    try {
      if (kept) return EditorState.fromJSON({ doc: text, selection: { ranges: [{ anchor: 0, head: 0 }], main: 0 }, history: kept }, config, { history: historyField });
    } catch { /* a history that another version wrote: the text stands all the same */ }
    return EditorState.create(config);
  }

  #changed() {
    const { state } = this.view;
    this.files.write(this.name, state.doc.toString(), () => state.toJSON({ history: historyField }).history);
  }

  // The marks of each file, as engine/authoring/marks.py makes them.
  mark(marks) {
    this.#marks = marks;
    this.#showMarks();
  }

  #options({ state, pos, explicit }, complete) {
    const line = state.doc.lineAt(pos);
    if (!explicit && !/[\w\[{,:] ?$/.test(line.text.slice(0, pos - line.from))) return null;
    const found = JSON.parse(complete(this.name, state.doc.sliceString(0, pos)) ?? "{}");
    if (!found.options?.length) return null;
    const options = found.options.map(({ label, info, apply }) => ({ label, info: info || undefined, apply: apply || label }));
    return { from: pos - found.typed.length, options, validFor: /^[\w.-]*$/ };
  }

  #explanation(view, position, explain) {
    const word = view.state.wordAt(position);
    const text = word && explain(this.name, view.state.doc.sliceString(0, word.to));
    if (!text) return null;
    const dom = Object.assign(document.createElement("div"), { className: "explained", textContent: text });
    return { pos: word.from, end: word.to, above: true, create: () => ({ dom }) };
  }

  // Put what a mark of the shown file offers in its place.
  use(number) {
    const { start, end, use } = this.#marks[this.name][number];
    const [from, to] = [this.#at(start), this.#at(end)];
    this.view.contentDOM.focus({ preventScroll: true });
    this.view.dispatch({ changes: { from, to, insert: use }, selection: { anchor: from + use.length }, userEvent: "input.remedy", scrollIntoView: true });
  }

  #at([line, column]) {
    const { doc } = this.view.state;
    const found = doc.line(Math.min(Math.max(line, 1), doc.lines));
    return Math.min(found.from + column - 1, found.to);
  }

  #showMarks() {
    const diagnostics = (this.#marks[this.name] ?? []).map(({ start, end, message, use, label, unwritten }) => ({
      from: this.#at(start), to: Math.max(this.#at(end), this.#at(start)), severity: unwritten ? "info" : "error", message,
      actions: use == null ? [] : [{
        name: label,
        apply: (view, from, to) => view.dispatch({ changes: { from, to, insert: use }, userEvent: "input.remedy" }),
      }],
    }));
    this.view.dispatch(setDiagnostics(this.view.state, diagnostics));
  }
}

// The files of the lesson: as the host has them, and as the author has changed them.

// A file as the host has it, with one kind of line end; null where it does not give it, but a page of its own or nothing.
const onHost = async (name) => {
  const address = `./content/${name}${name.endsWith(".py") ? ".txt" : ""}`;
  const answer = await fetch(address, { cache: "no-cache" }).catch(() => null);
  if (!answer?.ok || answer.headers.get("content-type")?.startsWith("text/html")) return null;
  return (await answer.text()).replace(/^\ufeff/, "").replace(/\r\n?/g, "\n");
};

// A history of undo: one that was kept, or the work that makes it.
const made = (history) => (typeof history === "function" ? history() : history);

export class Files {
  #files = new Map(); // name -> { host, base, text, history }: `base` is what the host had when the author began
  #coming = new Map(); // name -> a promise of it

  constructor(names, kept, tell) {
    this.kept = kept;
    this.tell = tell;
    this.names = names;
  }

  // Take what the device kept, and ask the host for everything, `first` ahead.
  async begin(first) {
    const drafts = new Map((await this.kept.all()).map((draft) => [draft.name, draft]));
    this.names = [...new Set([...this.names, ...drafts.keys()])];
    const there = this.names.filter((name) => drafts.get(name)?.text !== null);
    if (!there.includes(first)) first = there[0];
    const ask = (name) => this.#coming.set(name, onHost(name).then((host) => this.#put(name, host, drafts.get(name))));
    ask(first);
    await this.#coming.get(first);
    this.names.filter((name) => name !== first).forEach(ask);
    return first;
  }

  #put(name, host, draft) {
    this.#files.set(name, { name, host, base: draft ? draft.base : host, text: draft ? draft.text : host, history: draft?.history });
  }

  // A file, once it is there.
  async come(name) {
    await this.#coming.get(name);
    return this.#files.get(name);
  }

  get(name) { return this.#files.get(name); }

  async texts() {
    await Promise.all(this.#coming.values());
    return Object.fromEntries([...this.#files].map(([name, { host, base, text }]) => [name, { host, base, text }]));
  }

  // What is on the host now is what the author's text is a change of.
  rebase(name) {
    const file = this.#files.get(name);
    file.base = file.host;
    this.#keep(file);
  }

  // What an author has just written, with the history that can undo it.
  write(name, text, history) {
    const file = this.#files.get(name) ?? { name, host: null, base: null };
    Object.assign(file, { text, history });
    this.#files.set(name, file);
    this.#keep(file);
    this.tell(name);
  }

  // Delete a file; what the host has of it comes back by writing it.
  take(name) {
    const file = this.#files.get(name);
    if (!file) return;
    Object.assign(file, { text: null, history: null });
    if (file.host === null) this.#files.delete(name);
    this.#keep(file);
    this.tell(name);
  }

  #keep(file) {
    if (file.text === file.host) file.base = file.host;
    if (file.text === file.host && !file.history) this.kept.forget(file.name);
    else this.kept.keep(file.name, () => ({ name: file.name, base: file.base, text: file.text, history: made(file.history) }));
  }
}

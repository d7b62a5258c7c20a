// What the device keeps of an author's work: every change is written at once, and a reload in the middle loses none.

const STORE = "drafts";

const done = (request) => new Promise((resolve, reject) => {
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(request.error);
});

const opened = async () => {
  const request = indexedDB.open("author", 1);
  request.onupgradeneeded = () => request.result.createObjectStore(STORE);
  return done(request);
};

// `tell` hears "all" (kept), "saving", "full" or "none" (this browser keeps nothing).
export class Kept {
  #waiting = new Map(); // name -> what makes the record, or null where there is none any more
  #busy = false;

  // Without a lesson nothing is kept: what a link holds, the link holds.
  constructor(lesson, tell) {
    this.lesson = lesson;
    this.tell = tell;
    this.database = lesson ? opened().catch(() => null) : null;
    if (!lesson) tell("link");
  }

  async all() {
    if (!this.lesson) return [];
    try {
      const store = (await this.database).transaction(STORE).objectStore(STORE);
      const range = IDBKeyRange.bound([this.lesson], [this.lesson, []]);
      const found = await done(store.getAll(range));
      this.tell("all");
      return found;
    } catch {
      this.tell("none");
      return [];
    }
  }

  keep(name, record) { this.#later(name, record); }
  forget(name) { this.#later(name, null); }

  #later(name, record) {
    if (!this.lesson) return;
    this.#waiting.set(name, record);
    if (!this.#busy) this.#write();
  }

  async #write() {
    this.#busy = true;
    while (this.#waiting.size) {
      const batch = [...this.#waiting];
      this.#waiting.clear();
      this.tell("saving");
      try {
        const transaction = (await this.database).transaction(STORE, "readwrite");
        const store = transaction.objectStore(STORE);
        for (const [name, record] of batch) {
          if (record) store.put(record(), [this.lesson, name]); else store.delete([this.lesson, name]);
        }
        await new Promise((resolve, reject) => {
          transaction.oncomplete = resolve;
          transaction.onabort = transaction.onerror = () => reject(transaction.error);
        });
        this.tell("all");
      } catch (error) {
        this.tell(error?.name === "QuotaExceededError" ? "full" : "none");
      }
    }
    this.#busy = false;
  }
}

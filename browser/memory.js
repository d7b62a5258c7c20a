// PyScript opens an IndexedDB at start and hangs where that throws, as in <iframe sandbox="allow-scripts">. There, and
// only there, this stands in: one store that lives for the visit.

const works = () => {
  try {
    indexedDB.open("sim-probe");
    return true;
  } catch {
    return false;
  }
};

const later = (result) => {
  const request = { result };
  queueMicrotask(() => { request.onupgradeneeded?.({ target: request }); request.onsuccess?.({ target: request }); });
  return request;
};

if (!works()) {
  const values = new Map();
  const store = {
    getAllKeys: () => later([...values.keys()]),
    get: (key) => later(values.get(key)),
    put: (value, key) => later(values.set(key, value) && key),
    delete: (key) => later(void values.delete(key)),
    clear: () => later(values.clear()),
  };
  const transaction = () => ({ objectStore: () => store, commit() {}, addEventListener() {} });
  const database = { createObjectStore: () => store, objectStoreNames: { contains: () => true }, transaction, close() {} };
  Object.defineProperty(window, "indexedDB", { value: { open: () => later(database) } });
}

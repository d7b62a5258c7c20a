// PyScript opens an IndexedDB at start, for a storage that the lesson does not use, and hangs where a browser forbids
// that: in a sandboxed frame, or in a frame of another site. So it gets one that lives in memory.

const later = (result) => {
  const request = { result };
  queueMicrotask(() => request.onsuccess?.({ target: request }));
  return request;
};

const values = new Map();

const store = {
  count: () => later(values.size),
  getAllKeys: () => later([...values.keys()]),
  getKey: (key) => later(values.has(key) ? key : undefined),
  get: (key) => later(values.get(key)),
  put: (value, key) => later(values.set(key, value) && key),
  delete: (key) => later(void values.delete(key)),
  clear: () => later(values.clear()),
};

const database = { transaction: () => ({ objectStore: () => store }), close() {} };

Object.defineProperty(window, "indexedDB", { value: { open: () => later(database) }, configurable: true });

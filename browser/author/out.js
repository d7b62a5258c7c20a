// How an author's work leaves the page: as a file, on the clipboard, into a folder. Each may be refused.

// Downloads a text, or the bytes of an archive.
export const download = (name, content) => {
  const part = typeof content === "string" ? content : new Uint8Array(content.toJs ? content.toJs() : content);
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([part]));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
};

export const copy = (text) => navigator.clipboard.writeText(text).then(() => true, () => false);

// A folder that the author chooses, whose files can be read and written; null where they do not choose one.
export const folder = async () => {
  let root;
  try {
    root = await window.showDirectoryPicker({ id: "lesson", mode: "readwrite" });
  } catch (error) {
    if (error.name === "AbortError") return null;
    throw error;
  }
  const file = async (path, create) => {
    const parts = path.split("/");
    let place = root;
    for (const part of parts.slice(0, -1)) place = await place.getDirectoryHandle(part, { create: create && part !== "messages" });
    return place.getFileHandle(parts.at(-1), { create });
  };
  return {
    read: async (path) => {
      try {
        return await (await (await file(path, false)).getFile()).text();
      } catch (error) {
        if (error.name === "NotFoundError") return null;
        throw error;
      }
    },
    remove: async (path) => {
      const parts = path.split("/");
      let place = root;
      try {
        for (const part of parts.slice(0, -1)) place = await place.getDirectoryHandle(part);
        await place.removeEntry(parts.at(-1));
      } catch (error) {
        if (error.name !== "NotFoundError") throw error;
      }
    },
    write: async (path, text) => {
      const stream = await (await file(path, true)).createWritable();
      await stream.write(text);
      await stream.close();
    },
  };
};

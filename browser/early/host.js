// What is said to the page that embeds this one.

const { lesson } = document.currentScript.dataset;

export const tell = (message) => { if (parent !== window) parent.postMessage(message, "*"); };

// How Python is; docs/embedding.md has the table, and the reasons.
export const tellHealth = (type, reason) => tell({ type, version: 1, lesson, ...reason });

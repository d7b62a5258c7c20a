// What is said to the page that embeds this one.

export const tell = (message) => { if (parent !== window) parent.postMessage(message, "*"); };

// What is said to the page that embeds this one.

export const tell = (message) => { if (parent !== window) parent.postMessage(message, "*"); };

export const tellHeight = () => {
  const main = document.getElementById("main");
  tell({ type: "microsim-resize", height: main.offsetTop + main.scrollHeight });
};

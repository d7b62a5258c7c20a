// The rival in plain JavaScript: one file with Mermaid and the four diagrams' sources in it.

import mermaid from "mermaid";
import sources from "./diagrams.json";

const figure = document.querySelector("figure");

const draw = async () => {
  const mode = document.querySelector("input:checked").value;
  const { svg } = await mermaid.render("drawing", sources[mode]);
  figure.innerHTML = svg;
  figure.dataset.mode = mode;
};

mermaid.initialize({ startOnLoad: false });
document.addEventListener("change", draw);
await draw();
performance.mark("sim:ready");

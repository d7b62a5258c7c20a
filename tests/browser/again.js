// Runs in a page that several tests use (tests/browser/visits.py), once it is up: what makes it as the build wrote it, and
// what tells whether a test has left something in it.
async () => {
  const { documentElement: root, head, body } = document;
  const sim = document.getElementById("sim");
  const read = async () => new DOMParser().parseFromString(await (await fetch(location.pathname)).text(), "text/html");
  const built = await read();
  const texts = built.getElementById("sim").innerHTML;
  const dress = (element, like) => {
    for (const { name } of [...element.attributes]) if (!like.hasAttribute(name)) element.removeAttribute(name);
    for (const { name, value } of like.attributes) element.setAttribute(name, value);
  };
  const early = [...head.children].filter((each) => !each.href?.includes("/lazy"));

  window.asBuilt = (fragment) => {
    localStorage.clear();
    sessionStorage.clear();
    history.replaceState(null, "", location.pathname + fragment);
    document.title = built.title;
    dress(root, built.documentElement);
    dress(body, built.body);
    dress(sim, built.getElementById("sim"));
    root.dataset.python = "loading";
    for (const each of [...head.children]) if (!early.includes(each)) each.remove();
    for (const each of [...body.children]) if (!around.includes(each)) each.remove();
    sim.innerHTML = texts;
    window.dispatchEvent(new Event("pointerdown")); // the last one used was no key
  };

  const around = [...body.children];
  // What may be there by then: our own two; what comes with Mermaid; axe, which only looks, and what comes with it.
  const known = ["left", "asBuilt", "injected", "fastdom", "axe", "__core-js_shared__"];
  const names = new Set([...Object.getOwnPropertyNames(window), ...known]);
  window.left = () => [
    ...Object.getOwnPropertyNames(window).filter((name) => !names.has(name) && !/^\d+$/.test(name)),
    ...around.filter((each) => !each.isConnected).map(({ outerHTML }) => outerHTML.slice(0, 80)),
    ...(root.dataset.python === "ready" ? [] : ["Python has stopped"]),
  ];
}

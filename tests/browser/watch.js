// The first script of a page under test: keeps what goes wrong on it, and tells the page around it, which may not look in.
{
  const wrong = window.wrong = [];
  const complain = (...words) => {
    wrong.push(words.join(" "));
    if (parent !== window) parent.postMessage({ wrong: words.join(" ") }, "*");
  };
  addEventListener("error", ({ message, target }) => complain(message ?? `${target.src ?? target.href} did not load`), true);
  addEventListener("unhandledrejection", ({ reason }) => complain("rejected:", reason));
  addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) => complain(violatedDirective, blockedURI));
  for (const kind of ["error", "warn"]) console[kind] = complain;
}

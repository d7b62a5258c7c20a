// Leads to the page in the reader's language: the one that the address asks for; on the author's own page else the one
// that the reader chose before, that of the page around, or one that the reader reads. The place in the lesson stays.

import { framed, own, query, root } from "./page.js";

const pages = JSON.parse(own.dataset.languages ?? "{}");
const CHOSEN = `${own.dataset.lesson} language`;

const known = (language) => [language, language?.split("-")[0]].find((each) => Object.hasOwn(pages, each));

// What the reader chose, on this device or, where nothing may be kept there, in the address.
const kept = () => { try { return localStorage.getItem(CHOSEN); } catch { return null; } };
const chosen = () => known(query.get("chosen")) ?? known(kept());
const keep = (language) => { try { localStorage.setItem(CHOSEN, language); return true; } catch { return false; } };

// A page of our own origin says what its language is, on the frame or on what that stands in; any other may send it.
const around = () => { try { return frameElement.closest("[lang]").lang; } catch { return ""; } };
const readers = () => chosen() ?? (around() ? known(around()) : navigator.languages.map(known).find(Boolean));

// Under a name, `lang` or `chosen`, the address then says the language, so that nothing leads back.
const lead = (language, name) => {
  const to = new URL(pages[language], location.href);
  const rest = new URLSearchParams(query);
  for (const each of ["lang", "chosen"]) rest.delete(each);
  if (name) rest.set(name, language);
  to.search = rest;
  to.hash = location.hash;
  location.replace(to);
};

const isAuthors = pages[root.lang]?.startsWith("./") && location.protocol !== "file:";
const wanted = known(query.get("lang")) ?? (isAuthors && readers());
if (wanted && wanted !== root.lang) lead(wanted);

// What the page around says later holds, unless the reader has chosen.
if (framed) addEventListener("message", ({ data, source }) => {
  if (source !== parent || data?.type !== "microsim-language" || typeof data.language !== "string") return;
  const said = known(data.language);
  if (said && said !== root.lang && !chosen()) lead(said, "lang");
});

// The reader's own choice: it holds for this lesson, on this device.
document.addEventListener("click", (event) => {
  const link = event.target.closest("a[hreflang]");
  if (!link || !known(link.hreflang) || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  lead(link.hreflang, keep(link.hreflang) ? "" : "chosen");
});

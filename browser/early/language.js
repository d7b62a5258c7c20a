// Leads to the page in the reader's language: the one that the address asks for; on the author's own page else the one
// that the reader chose before, that of the page around, or one that the reader reads. The place in the lesson stays.

import { framed, own, query, root } from "./page.js";

const pages = JSON.parse(own.dataset.languages ?? "{}");
const CHOSEN = `${own.dataset.lesson} language`;

const known = (language) => [language, language?.split("-")[0]].find((each) => Object.hasOwn(pages, each));
const kept = () => { try { return localStorage.getItem(CHOSEN); } catch { return null; } };

// Only a page of our own origin says what its language is; any other chose this address, and with it this language.
const around = () => { try { return parent.document.documentElement.lang; } catch { return ""; } };
const readers = () => known(kept()) ?? (framed ? known(around()) : navigator.languages.map(known).find(Boolean));

const lead = (language) => {
  const to = new URL(pages[language], location.href);
  const rest = new URLSearchParams(query);
  rest.delete("lang");
  to.search = rest;
  to.hash = location.hash;
  location.replace(to);
};

const isAuthors = pages[root.lang] === "./" && location.protocol !== "file:";
const wanted = known(query.get("lang")) ?? (isAuthors && readers());
if (wanted && wanted !== root.lang) lead(wanted);

// The reader's own choice: it holds for this lesson, on this device.
document.addEventListener("click", (event) => {
  const link = event.target.closest("a[hreflang]");
  if (!link || !known(link.hreflang) || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  try { localStorage.setItem(CHOSEN, link.hreflang); } catch { /* it is not remembered */ }
  lead(link.hreflang);
});

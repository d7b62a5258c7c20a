// The editor in the lesson's own colours (style/tokens.css), light and dark.

import { HighlightStyle, syntaxHighlighting } from "@codemirror/language";
import { EditorView } from "@codemirror/view";
import { tags } from "@lezer/highlight";

const words = HighlightStyle.define([
  { tag: [tags.definition(tags.propertyName), tags.propertyName], color: "var(--blue)" },
  { tag: tags.comment, color: "var(--ink-soft)", fontStyle: "italic" },
  { tag: [tags.separator, tags.punctuation, tags.squareBracket, tags.brace, tags.meta], color: "var(--ink-soft)" },
  { tag: [tags.string, tags.content], color: "var(--ink)" },
]);

const theme = EditorView.theme({
  "&": { blockSize: "100%", color: "var(--ink)", backgroundColor: "var(--paper)", fontSize: "0.8125rem" },
  "&.cm-focused": { outline: "2px solid var(--blue)", outlineOffset: "-2px" },
  ".cm-scroller": { fontFamily: "var(--mono)", lineHeight: "1.55", scrollbarWidth: "thin" },
  ".cm-content": { paddingBlock: "0.5rem 3rem", caretColor: "var(--ink)" },
  ".cm-cursor": { borderInlineStartColor: "var(--ink)", borderInlineStartWidth: "2px" },
  ".cm-gutters": { backgroundColor: "var(--paper)", color: "var(--ink-soft)", border: "none" },
  ".cm-activeLine, .cm-activeLineGutter": { backgroundColor: "var(--paper-soft)" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground": { backgroundColor: "var(--blue-tint)" },
  ".cm-lintRange-error": { backgroundImage: "none", textDecoration: "underline wavy var(--red) 1.5px", textUnderlineOffset: "3px", backgroundColor: "var(--red-tint)" },
  ".cm-lintRange-warning": { backgroundImage: "none", textDecoration: "underline dotted var(--amber) 2px", textUnderlineOffset: "3px" },
  ".cm-lintRange-info": { backgroundImage: "none", textDecoration: "underline dotted var(--blue) 2px", textUnderlineOffset: "3px", backgroundColor: "var(--blue-tint)" },
  ".cm-lintPoint::after": { borderBottomColor: "var(--red)" },
  ".cm-tooltip": { color: "var(--ink)", backgroundColor: "var(--paper)", border: "1px solid var(--rule-strong)", borderRadius: "5px", boxShadow: "0 4px 16px rgb(0 0 0 / 0.15)", maxInlineSize: "32rem" },
  ".cm-tooltip .cm-diagnostic, .cm-tooltip .explained": { font: "400 0.9375rem/1.4 var(--text)", padding: "0.4rem 0.7rem", borderInlineStart: "3px solid var(--red)", whiteSpace: "pre-wrap" },
  ".cm-tooltip .cm-diagnostic-warning": { borderInlineStartColor: "var(--amber)" },
  ".cm-tooltip .cm-diagnostic-info": { borderInlineStartColor: "var(--blue)" },
  ".cm-tooltip .explained": { borderInlineStart: "3px solid var(--blue)" },
  ".cm-diagnosticAction": { font: "600 0.875rem/1.6 var(--text)", color: "var(--paper)", backgroundColor: "var(--ink)", borderRadius: "4px", paddingInline: "0.5em", marginInlineStart: "0.6em" },
  ".cm-tooltip-autocomplete > ul": { fontFamily: "var(--mono)", maxBlockSize: "16rem" },
  ".cm-tooltip-autocomplete > ul > li[aria-selected]": { color: "var(--ink)", backgroundColor: "var(--blue-tint)" },
  ".cm-completionDetail": { font: "italic 0.875em var(--text)", color: "var(--ink-soft)", marginInlineStart: "0.8em" },
  ".cm-completionInfo": { font: "400 0.9375rem/1.4 var(--text)", padding: "0.4rem 0.7rem" },
  ".cm-panels": { backgroundColor: "var(--paper-soft)", color: "var(--ink)", borderBlockEnd: "1px solid var(--rule)" },
  ".cm-panel.cm-search": { font: "400 0.875rem var(--text)" },
  ".cm-textfield": { backgroundColor: "var(--paper)", border: "1px solid var(--rule-strong)", color: "var(--ink)" },
  ".cm-button": { backgroundImage: "none", backgroundColor: "var(--paper)", border: "1px solid var(--rule-strong)", color: "var(--ink)", borderRadius: "4px" },
  ".cm-searchMatch": { backgroundColor: "var(--amber-tint)", outline: "1px solid var(--amber)" },
});

export const looks = [theme, syntaxHighlighting(words)];

// What Harper finds in English texts: node tools/grammar.mjs, with JSON on its input and output.
//
// In come { words, off, texts }: words that are right, rules and groups of rules that are switched off, and the texts. Out
// goes a list for each text, of { rule, problem, message, instead }.

import { Dialect, LocalLinter } from "harper.js";
import { slimBinary as binary } from "harper.js/slimBinary";
import { readFileSync, writeFileSync } from "node:fs";

const { words, off, texts } = JSON.parse(readFileSync(0, "utf8"));
const linter = new LocalLinter({ binary, dialect: Dialect.British });
const rules = await linter.getDefaultLintConfig();
const { settings } = await linter.getStructuredLintConfig();
const groups = Object.fromEntries(settings.flatMap(({ Group: group }) => (group ? [[group.label, names(group.child)]] : [])));
for (const name of off) {
  if (!(name in rules) && !(name in groups)) throw new Error(`Harper has no rule ${name}: take it out of OFF in tools/grammar.py`);
  for (const rule of groups[name] ?? [name]) rules[rule] = false;
}
await linter.setLintConfig(rules);
await linter.importWords(words);

const found = [];
for (const text of texts) {
  const byRule = await linter.organizedLints(text, { language: "plaintext" });
  found.push(
    Object.entries(byRule).flatMap(([rule, lints]) =>
      lints.map((lint) => ({
        rule,
        problem: lint.get_problem_text(),
        message: lint.message(),
        instead: lint.suggestions().map((suggestion) => suggestion.get_replacement_text()),
      })),
    ),
  );
}
writeFileSync(1, JSON.stringify(found));

function names({ settings }) {
  return settings.flatMap(({ Bool, OneOfMany, Group }) => (Group ? names(Group.child) : (OneOfMany?.names ?? [Bool.name])));
}

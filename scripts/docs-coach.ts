/** Writes docs/coach from the rules of the coach. Pages of rules that are gone are removed; docs/coach/reading.md and others are left alone. */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { coachPages } from "../src/method/review/index.ts";

const folder = new URL("../docs/coach/", import.meta.url);

/** Only pages with this line in them were written from a rule. */
const FROM_A_RULE = /^(?:Gate|Nudge|Note|Praise): .* Catalogue: /m;

export function writeCoachPages(): void {
  mkdirSync(folder, { recursive: true });
  const pages = coachPages();
  for (const name of readdirSync(folder))
    if (name.endsWith(".md") && !pages.has(name) && FROM_A_RULE.test(readFileSync(new URL(name, folder), "utf8")))
      rmSync(new URL(name, folder));
  for (const [name, page] of pages) writeFileSync(new URL(name, folder), page);
}

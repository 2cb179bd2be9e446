/** Writes a playbook as its Markdown file. What it writes reads back as the same playbook; comments of an older file are not kept. */
import { Document, isCollection, isScalar, visit } from "yaml";
import type { Playbook, TimeSpan } from "../../method/playbook/index.ts";

/** Short lists and pairs, written on one line. */
const ON_ONE_LINE = new Set([
  "situations",
  "signals",
  "confirm",
  "needs",
  "commits",
  "limit",
  "promise",
  "check-after",
]);
const LINE_WIDTH = 120;

export function writePlaybook({ thinking, ...playbook }: Playbook): string {
  const document = new Document(frontOf(playbook), { version: "1.2" });
  visit(document, {
    Pair: (_, { key, value }) => {
      if (isScalar(key) && ON_ONE_LINE.has(String(key.value)) && isCollection(value)) value.flow = true;
    },
  });
  const front = document.toString({ lineWidth: LINE_WIDTH, blockQuote: "literal", flowCollectionPadding: false });
  return `---\n${front}---\n${thinking === "" ? "" : `${thinking}\n`}`;
}

const spanOf = ({ count, unit }: TimeSpan): Record<string, number> => ({ [unit]: count });

/** In the order in which people read it. */
function frontOf(playbook: Omit<Playbook, "thinking">): Record<string, unknown> {
  const { id, title, summary, situations, signals, ask, confirm, options, refusal, noFix } = playbook;
  const { never, phrases, policy, example } = playbook;
  return without({
    id,
    title,
    summary,
    situations,
    signals,
    ask: ask.map(({ id: name, question, why, fact, required }) =>
      without({ id: name, question, why, fact, required: required || undefined }),
    ),
    confirm,
    options: options.map(({ id: name, title: called, recommended, when, offer, ...of }) =>
      without({
        id: name,
        title: called,
        recommended: recommended || undefined,
        when,
        offer,
        commits: of.commits && without({ ...of.commits }),
        limit: without({ ...of.limit }),
        needs: of.needs,
        promise: of.promise && { what: of.promise.what, within: spanOf(of.promise.within) },
        "check-after": of.checkAfter && spanOf(of.checkAfter),
      }),
    ),
    refusal,
    "no-fix": noFix,
    never,
    phrases,
    policy: policy || undefined,
    example,
  });
}

/** What may be left out is: an empty list says nothing. */
const without = (values: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0)),
  );

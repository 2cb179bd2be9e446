/** The rows as docs/coach/accuracy.md: one table, and in words what was and was not run. */
import { PEERS, type Row } from "./row.ts";

export interface Sizes {
  readonly bytes: number;
  readonly packed: number;
}

export function pageOf(rows: readonly Row[], sizes: Sizes, versions: Versions, hasCorpora: boolean): string {
  const missing = hasCorpora
    ? ""
    : "\n**HEARD_CORPORA was not set, so nothing on public sets was run: only the rows on our own texts stand here.**\n";
  return `# Accuracy

Written by \`HEARD_CORPORA=… npm run bench:coach -- --write\`. Every number was measured in that one run, on texts that were not trained on.
An empty cell: that package does not do it, or it makes no difference.
${missing}
${tableOf(rows, versions)}

The weights of all models that ship are ${sizes.bytes} bytes, ${sizes.packed} gzip.

## What the models are used for

- **Reading** (\`heard read\`, the coach's route, the screen): feelings and situations are heard with them. They find far more of what is not named, and
  are somewhat more often right.
- **A reply's moves and the six steps** (\`heard review\`, the route, the composer) are listed with them.
- **The coach's findings are not.** On the blind set (judged.md) all rules were run with and without them, once, at 285fc6a: on the half that is held
  out nudges had precision .802 and recall .288 by cues alone, .780 and .297 with the models; gates lost one right finding. So rules
  lean on cues, and on nothing that was learned.
- The library (\`heard/coach\`) does without until its caller hands over \`openModels(bytes)\`.

## How to read it

- **GoEmotions, NLU++, Recognizers-Text, Banking77, VADER, Stanford politeness and uptake** are other people's sets, labelled by people, and nobody's mail.
  GoEmotions and Banking77 are measured on the parts that their authors keep for it; of VADER's four sets the product reviews
  were never trained on; nothing was trained on NLU++, the recogniser cases, politeness or uptake. Thresholds were set on GoEmotions' own dev part.
- **Own conversations** were written and labelled by a language model (training/own/README.md). A quarter, chosen by the number in
  its id, is never trained on. The same author wrote the rest, so strangers' mail will read worse than this.
- *Cues alone* is the same engine without the trained models. *Found* means that a span of the right kind overlaps the labelled one; dates and times may
  find each other, for both sides. Recogniser cases are those that the published recogniser for JavaScript reads itself.
- Correlations are Pearson's r. In "good or bad" a text on which a package says 0 counts as wrong for it.
- Speed is processor time of one thread of the machine that wrote the page; compare within the row, not between machines. A reading is all of it: parts, facts, feelings, asks,
  signals; the peers do one thing. Every review is of a reply whose sentences were never met before; while somebody types, most of them were.
  The aim is 8,000 messages a second, and 1 ms a review, 5 ms for 99 of 100; a machine whose two cores were shared with other work did not reach it.
`;
}

type Versions = Readonly<Record<string, string>>;

function tableOf(rows: readonly Row[], versions: Versions): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  const peers = PEERS.filter((peer) => rows.some((row) => row.peers[peer] !== undefined));
  const head = [
    "on",
    "n",
    "measure",
    "Heard, cues alone",
    "Heard, with models",
    ...peers.map((peer) => `${peer} ${versions[peer]}`),
  ];
  return [
    line(head),
    line(head.map(() => "---")),
    ...rows.map(({ on, n, measure, cues = "", heard, peers: theirs }) =>
      line([on, String(n), measure, cues, heard, ...peers.map((peer) => theirs[peer] ?? "")]),
    ),
  ].join("\n");
}

/** A model's card with its rows set in between the two marks. */
export function cardWith(card: string, rows: readonly Row[], versions: Versions): string {
  const [before, rest] = card.split("<!-- measured -->");
  const after = rest?.split("<!-- /measured -->")[1];
  if (before === undefined || after === undefined) throw new Error("The card has no place for what was measured.");
  return `${before}<!-- measured -->\n${tableOf(rows, versions)}\n<!-- /measured -->${after}`;
}

/** A review told in words: what is amiss and why, who says so, what the reply does, promises and gives. For people. */
import { type Review, type ReviewInput, RULES, SOURCES } from "../../method/review/index.ts";
import { quoted } from "./explain-reading.ts";

/** @param title names the reply among others. @returns lines without a line end behind the last. */
export function explainReview({ reply }: Pick<ReviewInput, "reply">, found: Review, title?: string): string {
  const words = (span: { readonly start: number; readonly end: number }) =>
    span.start === span.end ? `at character ${span.start}` : quoted(reply, span);
  return [
    ...(title === undefined ? [] : [`── ${title}`]),
    ...found.findings.flatMap((one) => {
      const rule = RULES.find(({ id }) => id === one.rule);
      return [
        `${one.level} ${one.rule}, ${words(one)}`,
        `  ${one.message}`,
        ...(one.instead === undefined ? [] : [`  Instead: “${one.instead}”`]),
        ...(rule === undefined
          ? []
          : [
              `  Why: ${rule.why} METHOD ${rule.principle}. ${rule.cites.map((key) => `${SOURCES[key].title} (${SOURCES[key].grade})`).join("; ")}.`,
            ]),
      ];
    }),
    ...(found.findings.length === 0 ? ["Nothing to remark."] : []),
    "",
    `Steps: ${Object.entries(found.steps)
      .map(([step, { covered }]) => `${covered ? "●" : "○"} ${step}`)
      .join("  ")}`,
    ...byPlace(found).map(([span, moves]) => `${words(span)} ${moves.join(", ")}`),
    ...found.promises.map((promise) => `Promise: ${promise.what}, ${promise.due ?? "no day that can be reckoned"}`),
    ...found.commitments.map(
      ({ kind, amount, currency, ...span }) =>
        `Commitment: ${[kind, amount, currency].filter((each) => each !== null).join(" ")} ${words(span)}`,
    ),
    ...unjudged(found),
    "",
  ].join("\n");
}

function byPlace({ moves }: Review): [{ start: number; end: number }, string[]][] {
  const places = new Map<string, [{ start: number; end: number }, string[]]>();
  for (const { move, start, end, confidence } of moves) {
    const said = `${move} ${confidence.toFixed(2).replace(/^0/, "")}`;
    const known = places.get(`${start} ${end}`);
    if (known === undefined) places.set(`${start} ${end}`, [{ start, end }, [said]]);
    else known[1].push(said);
  }
  return [...places.values()];
}

function unjudged({ notJudged }: Review): string[] {
  const byNeed = new Map<string, string[]>();
  for (const { rule, missing } of notJudged)
    byNeed.set(missing.join(" and "), [...(byNeed.get(missing.join(" and ")) ?? []), rule]);
  return [...byNeed].map(([need, rules]) =>
    rules.length === RULES.length
      ? `Not judged for ${need}: any rule.`
      : `Not judged without ${need}: ${rules.join(", ")}.`,
  );
}

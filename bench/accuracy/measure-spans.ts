/** Dates, times and amounts, found and exact, beside chrono-node (which reads no amounts). */
import { type Fact, read } from "../../src/method/reading/index.ts";
import { openCorpus, textOf } from "../../training/corpora.ts";
import { chrono } from "./peers.ts";
import { figure, type Row } from "./row.ts";

interface Span {
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
}
interface Case {
  readonly text: string;
  readonly wanted: readonly Span[];
  /** ISO 8601, without an offset. */
  readonly reference: string;
}
type Finder = (text: string, reference: string) => readonly Span[];

const REFERENCE = "2022-03-14T09:00:00";

const heard =
  (...kinds: readonly Fact["kind"][]): Finder =>
  (text, reference) =>
    read(text, { sentAt: `${reference}Z`, timeZone: "UTC", locale: "en-US" }).facts.filter(({ kind }) =>
      kinds.includes(kind),
    );

const chronoFinds =
  (isWanted: (hasDay: boolean, hasHour: boolean) => boolean): Finder =>
  (text, reference) =>
    chrono.parse(text, new Date(reference)).flatMap((found) => {
      const hasDay = found.start.isCertain("day") || found.start.isCertain("weekday") || found.start.isCertain("month");
      const hasHour = found.start.isCertain("hour");
      return isWanted(hasDay, hasHour) ? [{ start: found.index, end: found.index + found.text.length }] : [];
    });

/** A date with its hour is one thing to some and two to others, so either kind may find either. */
const heardMoment = heard("date", "time");
const chronoMoment = chronoFinds((hasDay, hasHour) => hasDay || hasHour);

export function measureSpans(folder: string): Row[] {
  const slots = (names: RegExp): Case[] => nluCases(folder, names);
  return [
    ...rowsOf("NLU++ dates", slots(/^date/), heardMoment, chronoMoment),
    ...rowsOf("NLU++ times", slots(/^time/), heardMoment, chronoMoment),
    ...rowsOf("NLU++ amounts of money", slots(/^amount/), heard("amount"), undefined),
    ...rowsOf("Recognizers-Text dates", recogniserCases(folder, "DateTime", "DateParser"), heardMoment, chronoMoment),
    ...rowsOf("Recognizers-Text times", recogniserCases(folder, "DateTime", "TimeParser"), heardMoment, chronoMoment),
    ...rowsOf(
      "Recognizers-Text currency",
      recogniserCases(folder, "NumberWithUnit", "CurrencyModel"),
      heard("amount"),
      undefined,
    ),
  ];
}

function rowsOf(on: string, cases: readonly Case[], ours: Finder, theirs: Finder | undefined): Row[] {
  const n = cases.reduce((sum, { wanted }) => sum + wanted.length, 0);
  const [found, exact] = shares(cases, ours);
  const [peerFound, peerExact] = theirs === undefined ? [undefined, undefined] : shares(cases, theirs);
  return [
    {
      on,
      n,
      measure: "found",
      heard: figure(found),
      peers: peerFound === undefined ? {} : { "chrono-node": figure(peerFound) },
    },
    {
      on,
      n,
      measure: "found with its exact span",
      heard: figure(exact),
      peers: peerExact === undefined ? {} : { "chrono-node": figure(peerExact) },
    },
  ];
}

function shares(cases: readonly Case[], find: Finder): [found: number, exact: number] {
  let [all, found, exact] = [0, 0, 0];
  for (const { text, wanted, reference } of cases) {
    const spans = find(text, reference);
    for (const { start, end } of wanted) {
      all += 1;
      if (spans.some((span) => span.start < end && span.end > start)) found += 1;
      if (spans.some((span) => span.start === start && span.end === end)) exact += 1;
    }
  }
  return [found / all, exact / all];
}

function nluCases(folder: string, names: RegExp): Case[] {
  const files = openCorpus(folder, "banking77-nlupp");
  return [...files.keys()]
    .filter((path) => /^nlupp\/data\/(?:banking|hotels)\/fold\d+\.json$/.test(path))
    .sort()
    .flatMap((path) => JSON.parse(textOf(files, path)) as readonly NluExample[])
    .map(({ text, slots }) => ({
      text,
      reference: REFERENCE,
      wanted: Object.entries(slots ?? {}).flatMap(([name, { span }]) =>
        names.test(name) && span !== undefined ? [{ start: span[0], end: span[1] }] : [],
      ),
    }))
    .filter(({ wanted }) => wanted.length > 0);
}

interface NluExample {
  readonly text: string;
  readonly slots?: Readonly<Record<string, { readonly span?: readonly [number, number] }>>;
}

interface RecogniserCase {
  readonly Input: string;
  readonly Context?: { readonly ReferenceDateTime?: string };
  /** For which of the published recognisers the case is too hard. */
  readonly NotSupported?: string;
  readonly Results: ReadonlyArray<{
    readonly Text: string;
    readonly TypeName?: string;
    readonly Start?: number;
    readonly Length?: number;
    readonly End?: number;
  }>;
}

/** All cases that the published recogniser for JavaScript reads itself. */
function recogniserCases(folder: string, family: string, name: string): Case[] {
  const text = textOf(openCorpus(folder, "recognizers-specs"), `Specs/${family}/English/${name}.json`);
  return (JSON.parse(text) as readonly RecogniserCase[])
    .filter((one) => !/javascript/i.test(one.NotSupported ?? ""))
    .map(({ Input, Context, Results }) => ({
      text: Input,
      reference: Context?.ReferenceDateTime ?? "2016-11-07T00:00:00",
      wanted: Results.flatMap(({ Text, Start, Length, End }) => {
        const start = Start ?? Input.toLowerCase().indexOf(Text.toLowerCase());
        return start < 0 ? [] : [{ start, end: End === undefined ? start + (Length ?? Text.length) : End + 1 }];
      }),
    }))
    .filter(({ wanted }) => wanted.length > 0);
}

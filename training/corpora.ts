/**
 * The corpora that are not ours, read where they lie packed (HEARD_CORPORA names the folder that holds `text/`). Nothing of
 * them is written anywhere: only what is learned from them, and scores.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";

export type Corpus =
  | "goemotions"
  | "banking77-nlupp"
  | "clinc150"
  | "multidogo"
  | "bitext-intents"
  | "politeness"
  | "uptake"
  | "vader"
  | "recognizers-specs";

/** The folder of the corpora, or undefined where none is named. */
export const corporaFolder = (): string | undefined => process.env["HEARD_CORPORA"] || undefined;

/** Every file of one packed corpus by its path. */
export function openCorpus(folder: string, name: Corpus): ReadonlyMap<string, Buffer> {
  return untar(gunzipSync(readFileSync(join(folder, "text", `${name}.tgz`))));
}

/** A tar archive (POSIX.1-1988) held in memory. */
export function untar(archive: Buffer): Map<string, Buffer> {
  const files = new Map<string, Buffer>();
  let at = 0;
  while (at + 512 <= archive.length && archive[at] !== 0) {
    const header = archive.subarray(at, at + 512);
    const field = (from: number, to: number) => header.toString("latin1", from, to).replace(/\0.*$/s, "");
    const size = Number.parseInt(field(124, 136).trim(), 8);
    const prefix = field(345, 500);
    const path = `${prefix === "" ? "" : `${prefix}/`}${field(0, 100)}`.replace(/^\.\//, "");
    const kind = field(156, 157);
    if (kind === "0" || kind === "") files.set(path, archive.subarray(at + 512, at + 512 + size));
    at += 512 + Math.ceil(size / 512) * 512;
  }
  return files;
}

export function textOf(files: ReadonlyMap<string, Buffer>, path: string): string {
  const found = files.get(path);
  if (found === undefined) throw new Error(`${path} is not in the archive.`);
  return found.toString("utf8").replace(/^\uFEFF/, "");
}

/** Comma-separated values with quoted fields (RFC 4180). */
export function readCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let field = "";
  let isQuoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at] as string;
    if (isQuoted) {
      if (char !== '"') field += char;
      else if (text[at + 1] === '"') {
        field += '"';
        at += 1;
      } else isQuoted = false;
    } else if (char === '"') isQuoted = true;
    else if (char === ",") {
      row.push(field);
      field = "";
    } else if (char === "\n") {
      row.push(field.replace(/\r$/, ""));
      rows.push(row);
      row = [];
      field = "";
    } else field += char;
  }
  if (field !== "" || row.length > 0) rows.push([...row, field]);
  return rows;
}

export const EMOTIONS = (
  "admiration amusement anger annoyance approval caring confusion curiosity desire disappointment disapproval disgust " +
  "embarrassment excitement fear gratitude grief joy love nervousness optimism pride realization relief remorse sadness " +
  "surprise neutral"
).split(" ");

export type Split = "train" | "dev" | "test";

export interface Labelled {
  readonly text: string;
  readonly labels: readonly number[];
}

/** @param kind "original" has 28 classes, "ekman" 7. Masked names are taken out: a customer's own name is never a mask. */
export function goEmotions(folder: string, kind: "original" | "ekman", split: Split): Labelled[] {
  return textOf(openCorpus(folder, "goemotions"), `data/${kind}/${split}.tsv`)
    .trim()
    .split("\n")
    .map((line) => {
      const [text = "", labels = ""] = line.split("\t");
      return { text: text.replace(/\[(?:NAME|RELIGION)\]/g, ""), labels: labels.split(",").map(Number) };
    });
}

export interface Rated {
  readonly text: string;
  /** -4..4, the mean of about twenty people. */
  readonly rating: number;
}

export type Snippets = "amazonReviewSnippets" | "movieReviewSnippets" | "nytEditorialSnippets" | "tweets";

/** Sentences rated by people for VADER (Hutto & Gilbert 2014). */
export function ratedSnippets(folder: string, name: Snippets): Rated[] {
  const outer = openCorpus(folder, "vader");
  const packed = outer.get("additional_resources/hutto_ICWSM_2014.tar.gz") as Buffer;
  const inner = untar(gunzipSync(packed)).get(`hutto_ICWSM_2014/${name}_GroundTruth.txt`) as Buffer;
  return inner
    .toString("latin1")
    .trim()
    .split(/\r?\n/)
    .map((line) => {
      const [, rating, ...words] = line.split("\t");
      return { text: words.join(" ").replaceAll("&amp;", "&"), rating: Number(rating) };
    });
}

/** Words rated one by one, -4..4. */
export const ratedWords = (folder: string): Rated[] =>
  textOf(openCorpus(folder, "vader"), "vaderSentiment/vader_lexicon.txt")
    .trim()
    .split("\n")
    .map((line) => {
      const [text = "", rating] = line.split("\t");
      return { text, rating: Number(rating) };
    });

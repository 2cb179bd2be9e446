/** What a developer would install instead, each called as its own README calls it. Loaded once, when the table is made. */
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
// One of them reads a file of settings when it is loaded, and says so.
process.env["DOTENV_CONFIG_QUIET"] = "true";

interface Vader {
  readonly SentimentIntensityAnalyzer: { polarity_scores(text: string): { readonly compound: number } };
}
interface Natural {
  readonly SentimentAnalyzer: new (
    language: string,
    stemmer: unknown,
    words: string,
  ) => { getSentiment(tokens: readonly string[]): number };
  readonly PorterStemmer: unknown;
  readonly WordTokenizer: new () => { tokenize(text: string): string[] };
  readonly BayesClassifier: new () => {
    addDocument(text: string, label: string): void;
    train(): void;
    classify(text: string): string;
  };
}
interface Chrono {
  parse(
    text: string,
    reference: Date,
  ): ReadonlyArray<{
    readonly index: number;
    readonly text: string;
    readonly start: ChronoMoment;
    readonly end: ChronoMoment | null;
  }>;
}
interface ChronoMoment {
  isCertain(part: "day" | "month" | "weekday" | "hour"): boolean;
  get(part: "year" | "month" | "day" | "hour" | "minute"): number | null;
}

const { SentimentIntensityAnalyzer } = require("vader-sentiment") as Vader;
const Sentiment = require("sentiment") as new () => { analyze(text: string): { readonly comparative: number } };
const wink = require("wink-sentiment") as (text: string) => { readonly normalizedScore: number };
export const natural = require("natural") as Natural;
export const chrono = require("chrono-node") as Chrono;

const sentiment = new Sentiment();
const afinn = new natural.SentimentAnalyzer("English", natural.PorterStemmer, "afinn");
const tokenizer = new natural.WordTokenizer();

/** How good or bad a text sounds, on a scale of each peer's own; 0 is neither. */
export const SOUNDS = {
  "vader-sentiment": (text: string) => SentimentIntensityAnalyzer.polarity_scores(text).compound,
  sentiment: (text: string) => sentiment.analyze(text).comparative,
  "wink-sentiment": (text: string) => wink(text).normalizedScore,
  natural: (text: string) => {
    const tokens = tokenizer.tokenize(text);
    return tokens.length === 0 ? 0 : afinn.getSentiment(tokens);
  },
} as const;
export type SoundPeer = keyof typeof SOUNDS;
export const SOUND_PEERS = Object.keys(SOUNDS) as SoundPeer[];

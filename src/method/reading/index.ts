/**
 * Reading: hears a customer's message out. Pure: text in, meaning out. `read` is the whole; `segment` cuts any text into
 * parts, sentences and clauses. Feelings are read in English; facts in several languages (docs/coach/reading.md).
 */
export type { AskRead } from "./asks.ts";
export { unfitForAutomaticMail } from "./automatic-mail.ts";
export { ASK_KINDS, type AskKind } from "./cues/ask-cues.ts";
export { FEELINGS, type Feeling, type FeltFeeling } from "./cues/feeling-cues.ts";
export { SIGNALS, type Signal } from "./cues/signal-cues.ts";
export { SITUATIONS, type Situation } from "./cues/situation-cues.ts";
export { UNSAID, type Unsaid } from "./cues/unsaid-cues.ts";
export { FACT_KINDS, type Fact, type FactKind } from "./facts/fact.ts";
export type { FeelingRead, FeltHere } from "./feelings.ts";
export { LANGUAGES, type Language } from "./language.ts";
export { isPlainThanks } from "./plain-thanks.ts";
export { type EarlierMessage, type Reading, type ReadSettings, read, readThread, type Scorers } from "./read.ts";
export { scanWords, type Token, type TokenKind } from "./scan-words.ts";
export { isOwnVoice, type Part, type PartKind, type Segmentation, type Sentence, segment } from "./segment.ts";
export type { SignalRead } from "./signals.ts";
export type { SituationRead } from "./situations.ts";
export type { UnsaidRead } from "./unsaid.ts";

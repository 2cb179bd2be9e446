/**
 * Corrections of what the coach heard: what it said, and what a person says instead. The reading itself crosses no wire: it is
 * made where it is looked at, from the message's own words.
 */
import { z } from "zod";
import { FACT_KINDS, FEELINGS, SIGNALS, SITUATIONS, UNSAID } from "../../method/reading/index.ts";
import type { Route } from "./route.ts";
import { byId, id, none, when } from "./shapes.ts";

const NAMES = {
  feeling: FEELINGS,
  situation: SITUATIONS,
  fact: FACT_KINDS,
  signal: SIGNALS,
  unsaid: UNSAID,
} as const satisfies Record<string, readonly string[]>;

const Aspect = z.enum(["feeling", "situation", "fact", "signal", "unsaid"]);
const value = z.string().max(500).nullable().default(null).describe("Of facts");
const place = z.int().nonnegative().max(10_000_000).default(0);
const Heard = z.object({
  name: z.string(),
  value,
  share: z.number().min(0).max(1).nullable().default(null).describe("How strong, or how sure"),
});
const Said = z.object({ name: z.string(), value });

export const ReadingCorrection = z
  .object({
    id,
    messageId: id,
    aspect: Aspect,
    start: place,
    end: place,
    heard: Heard.nullable(),
    said: Said.nullable(),
    personId: id.nullable(),
    at: when,
  })
  .meta({ id: "ReadingCorrection" });
export type ReadingCorrection = z.infer<typeof ReadingCorrection>;

const Correcting = z
  .object({
    aspect: Aspect,
    start: place.describe("In the message's reply text, UTF-16 units; of facts, signals and what is not said"),
    end: place.describe("Exclusive"),
    heard: Heard.nullable().default(null).describe("What the reading said; null when it said nothing"),
    said: Said.nullable().default(null).describe("What it is instead; null for “not so”"),
  })
  .refine(({ aspect, heard, said }) => {
    const names: readonly string[] = NAMES[aspect];
    return [heard, said].every((one) => one === null || names.includes(one.name));
  }, "names nothing that the reading knows")
  .refine(({ aspect, heard, said }) => {
    if (aspect === "feeling" || aspect === "situation") return said !== null;
    if (aspect === "fact") return heard !== null && (said === null || (said.value ?? "").trim() !== "");
    return heard !== null && said === null;
  }, "says nothing that can stand instead")
  .refine(({ aspect, start, end }) => start <= end && (aspect !== "fact" || start < end), "names no words");

export const readingRoutes = {
  "POST /api/v1/messages/:id/corrections": {
    summary: "Put right what the coach heard in a customer's message, for everybody who sees the conversation",
    who: "agent",
    params: byId,
    body: Correcting,
    out: ReadingCorrection,
  },
  "DELETE /api/v1/corrections/:id": {
    summary: "Take such a correction back",
    who: "agent",
    params: byId,
    out: none,
  },
} as const satisfies Record<string, Route>;

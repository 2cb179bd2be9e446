/**
 * How the customers of a list sound who wait for an answer: one word each, heard in their newest letter as the list is asked for, and
 * kept nowhere. Whoever put a reading right is believed. Says nothing of what is barely heard, nor of anybody who does not wait.
 */
import { type ConversationId, remembered } from "../../kit/index.ts";
import { FEELINGS, type Feeling, read } from "../../method/reading/index.ts";
import type { Desk } from "../../platform/desk/index.ts";
import { type ConversationSummary, waitingLetters } from "../../records/conversation/index.ts";
import type * as wire from "../contract/index.ts";
import { loadModels } from "../models/index.ts";

type Sound = NonNullable<wire.ConversationRow["sound"]>;

/** Enough to hear a voice; a list of fifty is heard between two frames. */
const FAR_ENOUGH = 2_000;
const LEAST_TOLD = 0.32;
/** Of what a person says and the coach has not heard. */
const PLAIN = 0.5;

const heardIn = remembered((text): readonly Sound[] =>
  read(text, { scorers: loadModels().reading }).feelings.map(({ feeling, intensity }) => ({ feeling, intensity })),
);

export async function soundsOf(
  desk: Desk,
  rows: readonly ConversationSummary[],
): Promise<ReadonlyMap<ConversationId, Sound>> {
  const waiting = rows.filter(({ waiting_since }) => waiting_since !== null).map(({ id }) => id);
  const letters = await waitingLetters(desk.database.db, waiting, FAR_ENOUGH);
  const sounds = new Map<ConversationId, Sound>();
  for (const { conversation_id, text, said } of letters) {
    const heard = heardIn(text);
    const told = said === null ? heard[0] : inWordsOf(said.name, heard);
    if (told !== undefined && told.feeling !== "neutral" && told.intensity >= LEAST_TOLD)
      sounds.set(conversation_id, told);
  }
  return sounds;
}

function inWordsOf(name: string, heard: readonly Sound[]): Sound | undefined {
  const feeling = FEELINGS.find((one): one is Feeling => one === name);
  return feeling && (heard.find((one) => one.feeling === feeling) ?? { feeling, intensity: PLAIN });
}

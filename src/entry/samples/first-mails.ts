/** The mails customers send before anybody has answered: openings, and chasers to those who waited. Order and ids only. */
import type { Threading } from "./compose-sample-mail.ts";
import type { SampleMail, Story } from "./story.ts";
import { markMessage, OPENING, type Turn } from "./turn.ts";

export interface FirstMail {
  readonly story: Story;
  readonly turn: Turn;
  readonly mail: SampleMail;
  readonly hoursAgo: number;
}

/** Openings and chasers of all stories, oldest first, as the days would have brought them. */
export function firstMails(stories: readonly Story[]): FirstMail[] {
  return stories
    .flatMap((story) => [
      { story, turn: OPENING, mail: story.opening, hoursAgo: story.hoursAgo },
      ...story.chasers.map(({ mail, hoursAgo }, at) => ({ story, turn: { path: [], chaser: at + 1 }, mail, hoursAgo })),
    ])
    .sort((a, b) => b.hoursAgo - a.hoursAgo);
}

/**
 * The threading of a first mail. An opening stands alone; a chaser answers the writer's own opening, which has the same
 * `chance` in its id. `address` is the one the opening came from, `subject` the opening's.
 */
export function threadingOfFirst(
  { story, turn }: FirstMail,
  opening: { readonly began: Date; readonly chance: string; readonly address: string; readonly subject: string },
): Threading {
  const { began, chance, address, subject } = opening;
  if (turn.chaser === undefined) return { began, chance };
  const openingId = markMessage({ storyId: story.id, turn: OPENING, began }, chance, address);
  return { began, chance, inReplyTo: openingId, references: [openingId], subject: asReply(subject) };
}

/** `Re:` in front of a subject that has none yet. */
export function asReply(subject: string): string {
  return /^(re|aw|odp|rép)\s?:/i.test(subject) ? subject : `Re: ${subject}`;
}

/** The mails customers send before anybody has answered: openings, and chasers to those who waited. When, in which order, which ids. */
import { DateTime } from "luxon";
import type { Threading } from "./compose-sample-mail.ts";
import type { SampleMail, Story } from "./story.ts";
import { markMessage, OPENING, type Turn } from "./turn.ts";

export interface FirstMail {
  readonly story: Story;
  readonly turn: Turn;
  readonly mail: SampleMail;
  readonly writtenAt: Date;
}

const HOUR = 3_600_000;

/**
 * When a story's opening was written: `hoursAgo` before `now`, and where the story needs a time of day (`atHour`, in the
 * customer's zone) the last such hour before that. In whole seconds, as a mail's date is.
 */
export function openedAt(story: Story, now: Date, timeZone: string): Date {
  const latest = DateTime.fromMillis(Math.floor(now.getTime() / 1000) * 1000 - story.hoursAgo * HOUR, {
    zone: timeZone,
  });
  if (story.atHour === undefined) return latest.toJSDate();
  const thatDay = latest.set({ hour: story.atHour });
  return (thatDay > latest ? thatDay.minus({ days: 1 }) : thatDay).toJSDate();
}

/** Openings and chasers of all stories, oldest first, as the days would have brought them. */
export function firstMails(stories: readonly Story[], now: Date, timeZoneOf: (story: Story) => string): FirstMail[] {
  return stories
    .flatMap((story) => [
      { story, turn: OPENING, mail: story.opening, writtenAt: openedAt(story, now, timeZoneOf(story)) },
      ...story.chasers.map(({ mail, hoursAgo }, at) => ({
        story,
        turn: { path: [], chaser: at + 1 },
        mail,
        writtenAt: new Date(now.getTime() - hoursAgo * HOUR),
      })),
    ])
    .sort((a, b) => a.writtenAt.getTime() - b.writtenAt.getTime());
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

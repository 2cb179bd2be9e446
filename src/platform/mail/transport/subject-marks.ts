/** The subject of an answer and of what is passed on: one mark, ours, whatever mail programs in other languages put before it. */

const MARKS =
  /^(?:\s*(?:re|aw|sv|vs|antw|odp|rv|res|rif|ynt|fwd?|wg|tr|enc|doorst|回复|回覆|答复|转发|轉寄)(?:\[\d{1,3}\])?\s*[:：])+\s*/i;

/** As much as one line of a mail holds (RFC 5322 §2.1.1); no desk keeps or sends more. */
const LONGEST = 998;

const withMark = (mark: string, subject: string): string =>
  `${mark} ${subject.replace(MARKS, "").trim()}`.trim().slice(0, LONGEST).toWellFormed();

export const answerSubject = (subject: string): string => withMark("Re:", subject);
export const forwardSubject = (subject: string): string => withMark("Fwd:", subject);

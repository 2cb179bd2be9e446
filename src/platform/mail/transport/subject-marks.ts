/** The subject of an answer and of what is passed on: one mark, ours, whatever mail programs in other languages put before it. */

const MARKS =
  /^(?:\s*(?:re|aw|sv|vs|antw|odp|rv|res|rif|ynt|fwd?|wg|tr|enc|doorst|回复|回覆|答复|转发|轉寄)(?:\[\d{1,3}\])?\s*[:：])+\s*/i;

const withoutMarks = (subject: string): string => subject.replace(MARKS, "").trim();

export const answerSubject = (subject: string): string => `Re: ${withoutMarks(subject)}`.trim();
export const forwardSubject = (subject: string): string => `Fwd: ${withoutMarks(subject)}`.trim();

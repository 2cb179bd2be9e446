/**
 * The few things a letter leaves open until it is sent: days relative to the day the story began, the desk's addresses,
 * pictures in the text, and answers to what was asked. Everything else in double braces is a mistake of the author.
 */
import { DateTime } from "luxon";

const PLACEHOLDER = /\{\{([^{}]{0,80})\}\}/g;
const DAY = /^(day|weekday|numeric) ([+-]\d{1,4})$/;

/** One sentence for each placeholder that nobody will fill. */
export function placeholderProblems(text: string): string[] {
  return [...text.matchAll(PLACEHOLDER)]
    .map((match) => match[1] ?? "")
    .filter((name) => !DAY.test(name) && !/^(help|billing|answers|image [\w.-]{1,60})$/.test(name))
    .map(
      (name) =>
        `{{${name}}} is not a placeholder. Use day, weekday or numeric with +n or -n, help, billing, image NAME or answers.`,
    );
}

export interface Filling {
  /** The moment the story's first mail was written; every day is counted from here. */
  readonly began: Date;
  readonly timeZone: string;
  readonly language: string;
  readonly mailboxAddress: (name: string) => string;
  readonly answers?: string;
}

/**
 * Writes days, addresses and answers into a text. Days come out as the language writes them: `{{day -3}}` is "14 November",
 * `{{weekday +2}}` "Tuesday", `{{numeric -3}}` "14/11/2026". `{{image …}}` stays for whoever builds the mail.
 */
export function fillIn(text: string, filling: Filling): string {
  const began = DateTime.fromJSDate(filling.began, { zone: filling.timeZone }).setLocale(localeOf(filling.language));
  return text.replace(PLACEHOLDER, (whole, name: string) => {
    const day = DAY.exec(name);
    if (day !== null) {
      const date = began.plus({ days: Number(day[2]) });
      if (day[1] === "weekday") return date.toFormat("cccc");
      return date.toLocaleString(day[1] === "day" ? { day: "numeric", month: "long" } : DateTime.DATE_SHORT);
    }
    if (name === "answers") return filling.answers ?? "";
    if (name === "help" || name === "billing") return filling.mailboxAddress(name);
    return whole;
  });
}

/** English is written the British way and Arabic with European digits, as most people do in mail. */
function localeOf(language: string): string {
  if (language === "en") return "en-GB";
  return language === "ar" ? "ar-JO-u-nu-latn" : language;
}

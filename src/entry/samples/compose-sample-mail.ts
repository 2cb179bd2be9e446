/**
 * Builds the raw mail of one turn of a story, as the customer's own mail program would have sent it. It only builds bytes:
 * sending is `send-through-smtp.ts`, and what to say was decided by the story.
 */
import { DateTime } from "luxon";
import MailComposer from "nodemailer/lib/mail-composer";
import type { Knowledge } from "./choose-branch.ts";
import { composeBounce } from "./compose-bounce.ts";
import { asProgramHtml, END_OF_HTML, PROGRAMS, picturesAsText, signatureOf } from "./mail-program.ts";
import { fillIn } from "./placeholders.ts";
import { type QuotedMail, quoteAsHtml, quoteAsText } from "./quoting.ts";
import type { SampleCustomer, SampleMail, Story } from "./story.ts";
import { markMessage, type Turn } from "./turn.ts";

export interface Threading {
  /** When the story's first mail was written: days in the text are counted from here. */
  readonly began: Date;
  /** Makes the Message-ID unique; small letters and digits. */
  readonly chance: string;
  /** The mail that is answered; absent in an opening. With `quoted` it is shown below the text. */
  readonly inReplyTo?: string;
  readonly references?: readonly string[];
  readonly subject?: string;
  readonly quoted?: QuotedMail;
  /** Where the desk wants answers to go; otherwise the story's mailbox. */
  readonly replyTo?: string;
  readonly answers?: readonly Knowledge[];
}

export interface Composing {
  readonly customer: SampleCustomer;
  /** The mail to write, as found in the story for this turn. */
  readonly mail: SampleMail;
  /** When it is written; also its Date header, in the customer's time zone. */
  readonly now: Date;
  readonly mailboxAddress: (name: string) => string;
  readonly attachment: (file: string) => Buffer;
  readonly threading: Threading;
}

export interface ComposedMail {
  readonly raw: Buffer;
  readonly envelope: { readonly from: string; readonly to: string[] };
  readonly messageId: string;
}

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  png: "image/png",
  pdf: "application/pdf",
  txt: "text/plain; charset=utf-8",
  csv: "text/csv; charset=utf-8",
};

/** Headers by which machines say that they are machines (RFC 3834 §5, RFC 2919, RFC 2369). */
const MACHINE_HEADERS: Partial<Record<SampleMail["kind"], Readonly<Record<string, string>>>> = {
  "out-of-office": { "Auto-Submitted": "auto-replied", "X-Auto-Response-Suppress": "All", Precedence: "auto_reply" },
  newsletter: {
    "List-Id": "Shelf and Socket Weekly <weekly.shelfandsocket.example>",
    "List-Unsubscribe": "<mailto:leave@shelfandsocket.example>",
    Precedence: "bulk",
  },
};

/** Composes one mail: text or HTML with the habits of the customer's program, attachments, headers and threading. */
export async function composeSampleMail(story: Story, turn: Turn, composing: Composing): Promise<ComposedMail> {
  const { customer, mail, threading, now } = composing;
  const address = customer.addresses[mail.from] ?? customer.addresses[0] ?? "";
  const language = story.language ?? customer.language;
  const program = mail.program ?? customer.program;
  const messageId = markMessage({ storyId: story.id, turn, began: threading.began }, threading.chance, address);
  const answers = threading.answers ?? [];
  const fill = (text: string): string =>
    fillIn(text, {
      began: threading.began,
      timeZone: customer.timeZone,
      language,
      mailboxAddress: composing.mailboxAddress,
      answers: answers.map(({ says }) => says).join("\n\n"),
    });
  const text = fill(fill(mail.text));
  const subject = threading.subject ?? fill(mail.subject ?? story.subject);
  const to = [threading.replyTo ?? composing.mailboxAddress(story.mailbox)];
  const cc =
    story.alsoTo === undefined || threading.inReplyTo !== undefined ? [] : [composing.mailboxAddress(story.alsoTo)];
  const date = DateTime.fromJSDate(now, { zone: customer.timeZone }).toRFC2822() ?? "";
  const common = {
    messageId,
    subject,
    date,
    to,
    ...(threading.inReplyTo === undefined ? {} : { inReplyTo: threading.inReplyTo }),
    ...(threading.references === undefined ? {} : { references: [...threading.references] }),
  };
  if (mail.kind === "bounce" && mail.bounced !== undefined) {
    const raw = await composeBounce({
      ...common,
      text,
      bounced: mail.bounced,
      original: threading.inReplyTo,
    });
    return { raw, envelope: { from: "", to }, messageId };
  }

  const cidOf = (file: string): string =>
    `${file.replace(/\W/g, "")}.${threading.chance}@${address.slice(address.lastIndexOf("@") + 1)}`;
  const attached = [...mail.attachments, ...answers.flatMap((one) => one.attachments)].map(({ file, name }) => {
    const inline = text.includes(`{{image ${file}}}`);
    return {
      filename: name ?? file,
      content: composing.attachment(file),
      contentType: CONTENT_TYPES[file.slice(file.lastIndexOf(".") + 1)] ?? "application/octet-stream",
      ...(inline && PROGRAMS[program].html ? { cid: cidOf(file), contentDisposition: "inline" } : {}),
    };
  });
  const signature = mail.kind === "person" || mail.kind === "forwarded" ? signatureOf(customer, program, language) : "";
  const logo = PROGRAMS[program].html && signature !== "" ? customer.signatureImage : undefined;
  if (logo !== undefined)
    attached.push({
      filename: logo,
      content: composing.attachment(logo),
      contentType: "image/png",
      cid: cidOf(logo),
      contentDisposition: "inline",
    });

  const reader = { program, language, timeZone: customer.timeZone };
  const quoted: QuotedMail[] = [
    ...(threading.quoted === undefined ? [] : [threading.quoted]),
    ...mail.earlier.map((one) => ({
      name: one.name,
      address: fill(one.address),
      date: new Date(threading.began.getTime() - one.daysAgo * 86_400_000),
      text: fill(one.text),
      to: address,
      subject,
    })),
  ];
  const textBody = [picturesAsText(text), signature, ...quoted.map((one) => quoteAsText(one, reader))].filter(
    (part) => part !== "",
  );
  const htmlBody =
    asProgramHtml(text, signature, {
      program,
      language,
      cidOf,
      ...(logo === undefined ? {} : { signatureCid: cidOf(logo) }),
    }) +
    quoted.map((one) => quoteAsHtml(one, reader)).join("\r\n") +
    END_OF_HTML;
  const html = mail.html === undefined ? (PROGRAMS[program].html ? htmlBody : undefined) : fill(mail.html);
  const composer = new MailComposer({
    ...common,
    from: { name: customer.name, address },
    ...(cc.length > 0 ? { cc } : {}),
    text: `${textBody.join("\n\n")}\n`,
    ...(html === undefined ? {} : { html }),
    attachments: attached,
    headers: { ...PROGRAMS[program].headers, ...MACHINE_HEADERS[mail.kind], ...mail.headers },
    ...(mail.event === undefined
      ? {}
      : { icalEvent: { method: "REQUEST", content: calendarEvent(mail.event, composing, address, to) } }),
  });
  return { raw: await composer.compile().build(), envelope: { from: address, to: [...to, ...cc] }, messageId };
}

/** One meeting request (RFC 5546 §3.2.2). */
function calendarEvent(
  event: NonNullable<SampleMail["event"]>,
  composing: Composing,
  organiser: string,
  guests: readonly string[],
): string {
  const day = DateTime.fromJSDate(composing.threading.began, { zone: composing.customer.timeZone }).plus({
    days: event.inDays,
  });
  const start = day.set({ hour: event.hour, minute: 0, second: 0, millisecond: 0 }).toUTC();
  const stamp = (moment: DateTime): string => moment.toUTC().toFormat("yyyyLLdd'T'HHmmss'Z'");
  return [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Sample customers//EN",
    "METHOD:REQUEST",
    "BEGIN:VEVENT",
    `UID:${composing.threading.chance}-${organiser}`,
    `DTSTAMP:${stamp(DateTime.fromJSDate(composing.now))}`,
    `DTSTART:${stamp(start)}`,
    `DTEND:${stamp(start.plus({ minutes: event.minutes }))}`,
    `SUMMARY:${event.summary}`,
    `LOCATION:${event.location.replace(/,/g, "\\,")}`,
    `ORGANIZER:mailto:${organiser}`,
    ...guests.map((guest) => `ATTENDEE;RSVP=TRUE:mailto:${guest}`),
    "END:VEVENT",
    "END:VCALENDAR",
    "",
  ].join("\r\n");
}

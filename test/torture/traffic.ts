/** What goes on in one round: eight mails of every make, and replies to conversations of earlier rounds. */
import type { SentReply } from "./agent.ts";
import type { Chance } from "./chance.ts";
import { letter, type SentMail } from "./customers.ts";

export const HELP = "help@shop.test";
export const BILLING = "billing@shop.test";

/** A conversation that can be answered: who wrote, and the Message-ID that an answer names. */
export interface Place {
  readonly from: string;
  answers: string | undefined;
}
type Places = ReadonlyMap<number, Place>;

export function writeMails(chance: Chance, seed: number, round: number, places: Places): SentMail[] {
  const kinds = ["new", "new", "new", "to two mailboxes", "sent twice", "answer", "answer"] as const;
  const odd = chance.oneOf(["without an id", "hardly a mail", "large"] as const);
  return [...kinds, odd].map((kind, n) => {
    const mark = `mark-s${seed}r${round}m${n}`;
    const place = kind === "answer" && places.size > 0 ? chance.oneOf([...places]) : undefined;
    const from = place?.[1].from ?? `c${round}-${n}@customers.test`;
    const mailId = kind === "without an id" || kind === "hardly a mail" ? undefined : `${mark}@customers.test`;
    const words = `Hello,\n\nthis is about order ${mark}, which has not come.\n\n${kind === "large" ? "A long story. ".repeat(20_000) : ""}`;
    const raw =
      kind === "hardly a mail"
        ? `${mark} \x00\xff\xfe no line of this is a header\r\n\r\n${mark}\r\n`
        : letter(
            {
              From: `Customer ${round} ${n} <${from}>`,
              To: HELP,
              Subject: `Order of round ${round}`,
              "Message-ID": mailId && `<${mailId}>`,
              "In-Reply-To": place?.[1].answers && `<${place[1].answers}>`,
              Date: kind === "without an id" ? undefined : new Date().toUTCString(),
            },
            words,
          );
    const deliveries =
      kind === "to two mailboxes" ? [[HELP], [BILLING]] : kind === "sent twice" ? [[HELP], [HELP]] : [[HELP]];
    const rest = { conversationId: place?.[0], putOff: 0, taken: 0, refused: undefined };
    return { mark, kind, from, mailId, raw, deliveries, ...rest };
  });
}

export function writeReplies(
  chance: Chance,
  seed: number,
  round: number,
  places: Places,
): { reply: SentReply; to: string; undoes: "undo" | "let it go" }[] {
  const chosen = [...places].toSorted(() => chance.next() - 0.5).slice(0, 4);
  return chosen.map(([conversationId, { from }], n) => {
    const mark = `mark-s${seed}r${round}r${n}`;
    const reply: SentReply = { mark, conversationId, outcome: "unknown", messageId: undefined, undone: "not asked" };
    return { reply, to: from, undoes: n === 0 ? ("undo" as const) : ("let it go" as const) };
  });
}

/** Whom an answer to a conversation goes to. Proposes only: the writer sees it and may change it. */
import { isSendableAddress } from "../../platform/mail/index.ts";
import type { Message } from "../../records/conversation/index.ts";
import { withoutSuffix } from "../../records/mailbox/index.ts";
import type * as wire from "../contract/index.ts";

export interface AnswerGoesTo {
  readonly to: wire.Address[];
  readonly cc: wire.Address[];
  /** Who wrote, when their mail asks for answers to other addresses than theirs (RFC 5322 §3.6.2). */
  readonly insteadOf: wire.Address | null;
}

type Written = Pick<Message, "kind" | "class" | "customer_id" | "from_name" | "from_address" | "recipients" | "notes">;

/** More are a broken program, or somebody who wants us to write to many. */
const MOST_ASKED_FOR = 20;
/** Who copied more wrote to a crowd: an answer to all of it is a person's decision, and more than a letter here may go to. */
const MOST_COPIED = 50;

/**
 * The customer who wrote last, with those they copied; and where their mail asks for answers elsewhere, there: a contact form
 * writes for somebody else. Someone who only turned up by answering a forwarded mail is not addressed by itself; a person
 * decides that. Our own addresses are left out, or we would answer ourselves.
 * @param ours addresses and aliases of our mailboxes, in lower case.
 */
export function answerGoesTo(
  messages: readonly Written[],
  row: { readonly customer_id: number; readonly customer_name: string; readonly customer_address: string },
  ours: ReadonlySet<string>,
): AnswerGoesTo {
  const isOurs = (address: string) => ours.has(address.toLowerCase()) || ours.has(withoutSuffix(address.toLowerCase()));
  const wrote = messages.filter((message) => message.kind === "inbound" && message.class !== "bounce");
  const theirs = wrote.filter((message) => message.customer_id === row.customer_id);
  const speaksForThem = new Set(theirs.flatMap((each) => askedFor(each, isOurs).map(key)));
  const last = wrote.findLast((each) => theirs.includes(each) || speaksForThem.has(each.from_address.toLowerCase()));
  const writer = last
    ? { name: last.from_name, address: last.from_address }
    : { name: row.customer_name, address: row.customer_address };
  const asked = last ? askedFor(last, isOurs) : [];
  const to = asked.length > 0 ? asked : writer.address ? [writer] : [];
  // The writer who asked for answers elsewhere is not copied either.
  const taken = new Set([key(writer), ...to.map(key)]);
  const cc = [...(last?.recipients.to ?? []), ...(last?.recipients.cc ?? [])].filter((each) => {
    if (isOurs(each.address) || taken.has(key(each))) return false;
    taken.add(key(each));
    return true;
  });
  return {
    to,
    cc: cc.length > MOST_COPIED ? [] : cc.map(({ name, address }) => ({ name, address })),
    insteadOf: asked.some((each) => key(each) !== key(writer)) ? writer : null,
  };
}

/**
 * The Reply-To of a mail. Not where our own server says that the sender is forged: a stranger who writes in a customer's name would
 * be told what is meant for the customer.
 */
function askedFor({ recipients, notes }: Written, isOurs: (address: string) => boolean): wire.Address[] {
  if (notes.authentication === "fail") return [];
  const once = new Map<string, wire.Address>();
  for (const { name, address } of recipients.replyTo ?? [])
    if (isSendableAddress(address) && !isOurs(address) && !once.has(address.toLowerCase()))
      once.set(address.toLowerCase(), { name: name ?? "", address });
  return [...once.values()].slice(0, MOST_ASKED_FOR);
}

const key = ({ address }: { readonly address: string }): string => address.toLowerCase();

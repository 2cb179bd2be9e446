/**
 * Fills a desk in bulk: conversations with their messages and the search rows, as if they had come over two years. Only for
 * measuring; real mail goes through the intake. The raw sources of the mails are left out, because no list and no search
 * reads them.
 */
import { type Database, type Kysely, sql, type Tables } from "../src/platform/storage/index.ts";
import { type TextOfMessage, wordsOfMessage } from "../src/records/search/index.ts";
import { type Chance, chanceFrom } from "./invented/chance.ts";
import { type Language, languageFrom } from "./invented/language.ts";
import { htmlOf } from "./invented/mails.ts";

type Db = Kysely<Tables>;
type Row = Readonly<Record<string, unknown>>;

export interface Load {
  readonly messages: number;
  readonly mailboxId: number;
  readonly mailboxAddress: string;
  readonly personId: number;
  readonly now: Date;
  readonly progress: (messages: number) => void;
}

/** What the measurements ask for. */
export interface Loaded {
  readonly conversations: number;
  readonly messages: number;
  /** Conversations of exactly 20 messages. */
  readonly longConversations: readonly number[];
  /** Open ones, to be answered. */
  readonly openConversations: readonly number[];
  readonly rareWords: readonly string[];
}

const CONVERSATIONS_AT_ONCE = 400;
const MESSAGES_PER_CONVERSATION = 6;
const TWO_YEARS_MS = 2 * 365 * 86_400_000;
const LONG = 20;

export async function loadDesk({ db }: Database, load: Load): Promise<Loaded> {
  const chance = chanceFrom(4);
  const language = languageFrom(chance);
  const conversations = Math.round(load.messages / MESSAGES_PER_CONVERSATION);
  const sizes = sizesOf(chance, conversations, load.messages);
  const loaded = { longConversations: [] as number[], openConversations: [] as number[], rareWords: [] as string[] };

  await sql`ALTER TABLE message DISABLE TRIGGER search_due`.execute(db);
  await sql`DROP INDEX search_message_words`.execute(db);
  let messageId = 0;
  for (let first = 1; first <= conversations; first += CONVERSATIONS_AT_ONCE) {
    const batch = newBatch();
    for (let id = first; id < Math.min(first + CONVERSATIONS_AT_ONCE, conversations + 1); id += 1) {
      const size = sizes[id - 1] as number;
      const status = statusOf(chance, id / conversations);
      if (size === LONG) loaded.longConversations.push(id);
      if (status === "open") loaded.openConversations.push(id);
      messageId = writeConversation(
        batch,
        { id, size, status, firstMessage: messageId + 1 },
        load,
        chance,
        language,
        conversations,
      );
    }
    if (loaded.rareWords.length < 400)
      loaded.rareWords.push(...batch.orderNumbers.slice(0, 4).map((each) => each.slice(3)));
    await writeBatch(db, batch);
    load.progress(messageId);
  }
  await sql`CREATE INDEX search_message_words ON search_message USING gin (words) WITH (gin_pending_list_limit = 256)`.execute(
    db,
  );
  await sql`ALTER TABLE message ENABLE TRIGGER search_due`.execute(db);
  for (const table of ["customer", "conversation", "message"])
    await sql`SELECT setval(pg_get_serial_sequence(${table}, 'id'), (SELECT max(id) FROM ${sql.table(table)}))`.execute(
      db,
    );
  await sql`VACUUM ANALYZE`.execute(db);
  await sql`CHECKPOINT`.execute(db);
  return { conversations, messages: messageId, ...loaded };
}

/** One in fifty has exactly 20 messages; the others share what is left unevenly. */
function sizesOf(chance: Chance, conversations: number, messages: number): number[] {
  const sizes = Array.from({ length: conversations }, (_, i): number => (i % 50 === 7 ? LONG : 1));
  let left = messages - sizes.reduce((sum, size) => sum + size, 0);
  while (left > 0) {
    const i = chance.below(conversations);
    const more = Math.min(left, 1 + chance.below(4));
    if (sizes[i] === LONG || (sizes[i] as number) + more >= LONG) continue;
    sizes[i] = (sizes[i] as number) + more;
    left -= more;
  }
  return sizes;
}

/** Old matters are resolved; of the newest fiftieth most are still at work. */
function statusOf(chance: Chance, age: number): "open" | "waiting" | "resolved" | "spam" {
  if (chance.happens(0.02)) return "spam";
  if (age < 0.98) return chance.happens(0.005) ? "waiting" : "resolved";
  return chance.happens(0.6) ? "open" : "waiting";
}

interface Batch {
  readonly customers: Row[];
  readonly addresses: Row[];
  readonly conversations: Row[];
  readonly messages: Row[];
  readonly search: Row[];
  readonly orderNumbers: string[];
}

const newBatch = (): Batch => ({
  customers: [],
  addresses: [],
  conversations: [],
  messages: [],
  search: [],
  orderNumbers: [],
});

interface Plan {
  readonly id: number;
  readonly size: number;
  readonly status: string;
  readonly firstMessage: number;
}

/** @returns the id of its last message. */
function writeConversation(
  batch: Batch,
  { id, size, status, firstMessage }: Plan,
  load: Load,
  chance: Chance,
  language: Language,
  conversations: number,
): number {
  // Every third matter is of a customer who wrote before.
  const customerId = id % 3 === 2 && id > 3 ? id - 2 : id;
  const name = language.name();
  const address = `${name.toLowerCase().replace(" ", ".")}.${customerId}@home${customerId % 400}.test`;
  const begun = load.now.getTime() - TWO_YEARS_MS + (TWO_YEARS_MS * id) / (conversations + 1);
  if (customerId === id) {
    batch.customers.push({ id, name, created_at: new Date(begun) });
    batch.addresses.push({ address, customer_id: id, created_at: new Date(begun) });
  }
  const subject = language.subject();
  let at = begun;
  let text = "";
  for (let i = 0; i < size; i += 1) {
    const inbound = i % 2 === 0;
    text = language.letter(Math.min(1_000, Math.max(4, Math.round(chance.lognormal(i === 0 ? 80 : 50, 0.7)))));
    if (i === 0 && chance.happens(0.4)) {
      const orderNumber = language.orderNumber();
      batch.orderNumbers.push(orderNumber);
      text += `\n\nMy order is ${orderNumber}.`;
    }
    at = Math.min(load.now.getTime() - 1_000, at + chance.below(36) * 3_600_000 + 60_000);
    writeMessage(batch, {
      id: firstMessage + i,
      conversationId: id,
      customerId,
      inbound,
      at: new Date(at),
      subject,
      text,
      name,
      address,
      load,
    });
  }
  batch.conversations.push({
    id,
    subject,
    status,
    ending: status === "resolved" ? "silent" : null,
    customer_id: customerId,
    mailbox_ids: `{${load.mailboxId}}`,
    assignee_id: chance.happens(0.5) ? load.personId : null,
    last_activity_at: new Date(at),
    last_message_id: firstMessage + size - 1,
    last_inbound_at: new Date(at),
    preview: text.slice(0, 159),
    message_count: size,
    created_at: new Date(begun),
  });
  return firstMessage + size - 1;
}

function writeMessage(
  batch: Batch,
  message: {
    id: number;
    conversationId: number;
    customerId: number;
    inbound: boolean;
    at: Date;
    subject: string;
    text: string;
    name: string;
    address: string;
    load: Load;
  },
): void {
  const { id, conversationId, customerId, inbound, at, subject, text, name, address, load } = message;
  const us = { name: "Lantern support", address: load.mailboxAddress };
  const them = { name, address };
  const [from, to] = inbound ? [them, us] : [us, them];
  batch.messages.push({
    id,
    conversation_id: conversationId,
    kind: inbound ? "inbound" : "outbound",
    at,
    mailbox_id: load.mailboxId,
    person_id: inbound ? null : load.personId,
    customer_id: inbound ? customerId : null,
    from_name: from.name,
    from_address: from.address,
    recipients: JSON.stringify({ to: [to] }),
    subject,
    mail_id: `loaded.${id}@mail.example`,
    reply_text: text,
    reply_html: htmlOf(text),
    delivery: inbound ? null : "sent",
  });
  const words: TextOfMessage = {
    kind: inbound ? "inbound" : "outbound",
    class: "human",
    is_automatic: false,
    subject,
    conversation_subject: subject,
    customer_name: name,
    from_name: from.name,
    from_address: from.address,
    recipients: { to: [to] },
    reply_text: text,
    folded_text: "",
    attachments: [],
  };
  batch.search.push({ message_id: id, conversation_id: conversationId, at, words: wordsOfMessage(words) });
}

async function writeBatch(db: Db, batch: Batch): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await insert(tx, "customer", batch.customers, { id: "bigint", created_at: "timestamptz" });
    await insert(tx, "customer_address", batch.addresses, { customer_id: "bigint", created_at: "timestamptz" });
    await insert(tx, "conversation", batch.conversations, {
      id: "bigint",
      customer_id: "bigint",
      mailbox_ids: "text",
      assignee_id: "bigint",
      last_activity_at: "timestamptz",
      last_message_id: "bigint",
      last_inbound_at: "timestamptz",
      message_count: "int",
      created_at: "timestamptz",
    });
    await insert(tx, "message", batch.messages, {
      id: "bigint",
      conversation_id: "bigint",
      at: "timestamptz",
      mailbox_id: "bigint",
      person_id: "bigint",
      customer_id: "bigint",
      recipients: "jsonb",
    });
    await insert(tx, "search_message", batch.search, {
      message_id: "bigint",
      conversation_id: "bigint",
      at: "timestamptz",
      words: "tsvector",
    });
  });
}

/** @param types of the columns that are not text. */
async function insert(
  tx: Db,
  table: string,
  rows: readonly Row[],
  types: Readonly<Record<string, string>>,
): Promise<void> {
  const columns = Object.keys(rows[0] ?? {});
  if (columns.length === 0) return;
  const arrays = columns.map((column) => sql`${rows.map((row) => row[column])}::${sql.raw(types[column] ?? "text")}[]`);
  const values = columns.map((column) => (column === "mailbox_ids" ? sql`mailbox_ids::bigint[]` : sql.ref(column)));
  await sql`
    INSERT INTO ${sql.table(table)} (${sql.join(columns.map((column) => sql.ref(column)))}) OVERRIDING SYSTEM VALUE
    SELECT ${sql.join(values)} FROM unnest(${sql.join(arrays)}) AS given(${sql.join(columns.map((column) => sql.ref(column)))})
  `.execute(tx);
}

/**
 * Passwords: argon2id as PHC strings, with OWASP's parameters (Password Storage Cheat Sheet: 19 MiB, 2 passes, 1 lane).
 * A password is never kept, logged or sent; whether it is strong enough is judged by length and by not being one's own name.
 */
import { argon2, timingSafeEqual } from "node:crypto";
import { promisify } from "node:util";
import { type RandomBytes, type Refusal, refuse, Unavailable } from "../../kit/index.ts";

interface Cost {
  /** Memory in KiB, passes over it, lanes. */
  readonly memory: number;
  readonly passes: number;
  readonly lanes: number;
}

const COST: Cost = { memory: 19_456, passes: 2, lanes: 1 };
const SALT_BYTES = 16;
const HASH_BYTES = 32;
/** Two at a time leave the other threads to files and names; a crowd at the door must not take all memory. */
const MOST_AT_ONCE = 2;
const MOST_WAITING = 200;

const derive = promisify(argon2);
const waiting: (() => void)[] = [];
let atWork = 0;

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (waiting.length >= MOST_WAITING)
    throw new Unavailable("sign-in-crowded", "Too many people are signing in right now. Please try again in a minute.");
  if (atWork >= MOST_AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
  else atWork += 1;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else atWork -= 1;
  }
}

/** NFKC, so that the same key strokes give the same password on every system (NIST SP 800-63B §5.1.1.2). */
const bytesOf = (password: string): Buffer => Buffer.from(password.normalize("NFKC"));

const stretch = (password: string, nonce: Buffer, cost: Cost, tagLength: number): Promise<Buffer> =>
  inTurn(() =>
    derive("argon2id", {
      message: bytesOf(password),
      nonce,
      parallelism: cost.lanes,
      tagLength,
      memory: cost.memory,
      passes: cost.passes,
    }),
  );

const unpadded = (bytes: Buffer): string => bytes.toString("base64").replace(/=+$/, "");

/** @returns `$argon2id$v=19$m=…,t=…,p=…$salt$hash`, which other programs can check too. */
export async function hashPassword(password: string, random: RandomBytes): Promise<string> {
  const salt = Buffer.from(random(SALT_BYTES));
  const hash = await stretch(password, salt, COST, HASH_BYTES);
  return `$argon2id$v=19$m=${COST.memory},t=${COST.passes},p=${COST.lanes}$${unpadded(salt)}$${unpadded(hash)}`;
}

const PHC = /^\$argon2id\$v=19\$m=(\d{1,7}),t=(\d{1,3}),p=(\d{1,3})\$([A-Za-z0-9+/]{11,86})\$([A-Za-z0-9+/]{22,86})$/;

const DECOY_SALT = Buffer.alloc(SALT_BYTES, 7);
const DECOY_HASH = Buffer.alloc(HASH_BYTES);

export interface Verdict {
  readonly right: boolean;
  /** Right, but hashed with other parameters than today's: hash it again while the password is at hand. */
  readonly outdated: boolean;
}

/**
 * @param phc what the table holds; null for somebody unknown or without a password, who costs the same work.
 */
export async function checkPassword(phc: string | null, password: string): Promise<Verdict> {
  const parts = phc === null ? null : PHC.exec(phc);
  if (!parts) {
    timingSafeEqual(await stretch(password, DECOY_SALT, COST, HASH_BYTES), DECOY_HASH);
    return { right: false, outdated: false };
  }
  const [, memory, passes, lanes, salt = "", wanted = ""] = parts;
  const cost = { memory: Number(memory), passes: Number(passes), lanes: Number(lanes) };
  const hash = Buffer.from(wanted, "base64");
  const right = timingSafeEqual(await stretch(password, Buffer.from(salt, "base64"), cost, hash.length), hash);
  const isToday = cost.memory === COST.memory && cost.passes === COST.passes && cost.lanes === COST.lanes;
  return { right, outdated: right && !isToday };
}

const SHORTEST = 10;
const LONGEST = 256;

/** Length is what counts (NIST SP 800-63B §5.1.1.2); what anyone would try first is refused too. */
export function weaknessOf(
  password: string,
  person: { readonly email: string; readonly name: string },
): Refusal | undefined {
  const plain = password.normalize("NFKC").toLowerCase();
  const letters = [...plain];
  if (letters.length < SHORTEST)
    return refuse(
      "weak-password",
      `The password is shorter than ${SHORTEST} characters.`,
      "Three or four words in a row make a good one.",
    );
  if (letters.length > LONGEST)
    return refuse("weak-password", `The password is longer than ${LONGEST} characters.`, "Choose a shorter one.");
  if (new Set(letters).size < 4)
    return refuse(
      "weak-password",
      "The password uses the same few characters again and again.",
      "Three or four words in a row make a good one.",
    );
  const own = [person.email, person.email.split("@")[0] ?? "", person.name].map((word) => word.toLowerCase().trim());
  if (own.some((word) => word.length >= 4 && plain.replaceAll(word, "").length < 6))
    return refuse(
      "weak-password",
      "The password is little more than your own name or address.",
      "Three or four words in a row make a good one.",
    );
  return undefined;
}

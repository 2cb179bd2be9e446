/**
 * Secrets that are handed out once and recognised later: the value goes to a person, only its sha256 into a table. 256 bits
 * of chance need no slow hash and no salt (unlike passwords): there is nothing to guess.
 */
import { createHash } from "node:crypto";
import type { RandomBytes } from "../../kit/index.ts";

const SHAPE = /^[A-Za-z0-9_-]{43}$/;

/** 43 characters that may stand in a cookie and in a link. */
export const newSecretToken = (random: RandomBytes): string => Buffer.from(random(32)).toString("base64url");

/** @returns what the table holds, or undefined for a value that we never gave out. */
export function hashOfToken(value: string): Buffer | undefined {
  return SHAPE.test(value) ? createHash("sha256").update(value).digest() : undefined;
}

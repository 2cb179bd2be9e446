/**
 * A device that has signed in before carries a cookie that says so. It opens nothing: a password is still needed. It gives
 * the device a door of its own, so that a stranger's guesses never keep the owner out (OWASP device cookies).
 */
import { createHmac, timingSafeEqual } from "node:crypto";
import type { PersonId, RandomBytes } from "../../kit/index.ts";

export interface KnownDevice {
  readonly personId: PersonId;
  /** Names the device's own door; says nothing about the device. */
  readonly device: string;
}

export const KNOWN_FOR_MS = 365 * 24 * 60 * 60 * 1000;

const sign = (signing: Buffer, text: string): Buffer =>
  createHmac("sha256", signing).update(`known-device ${text}`).digest();

export function deviceCookieFor(signing: Buffer, personId: PersonId, now: Date, random: RandomBytes): string {
  const text = [personId, now.getTime() + KNOWN_FOR_MS, Buffer.from(random(12)).toString("base64url")].join(".");
  return `${text}.${sign(signing, text).toString("base64url")}`;
}

const SHAPE = /^((\d{1,15})\.(\d{1,15})\.([A-Za-z0-9_-]{16}))\.([A-Za-z0-9_-]{43})$/;

/** @returns undefined for a cookie that we never gave out, or gave out too long ago. */
export function readDeviceCookie(signing: Buffer, value: string, now: Date): KnownDevice | undefined {
  const [, text, personId, until, device, mac] = SHAPE.exec(value) ?? [];
  if (text === undefined || device === undefined || mac === undefined) return undefined;
  const given = Buffer.from(mac, "base64url");
  const wanted = sign(signing, text);
  if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) return undefined;
  return Number(until) > now.getTime() ? { personId: Number(personId) as PersonId, device } : undefined;
}

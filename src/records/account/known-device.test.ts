import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { PersonId } from "../../kit/index.ts";
import { deviceCookieFor, KNOWN_FOR_MS, readDeviceCookie } from "./known-device.ts";

const now = new Date("2026-11-23T09:00:00Z");
const ana = 7 as PersonId;
const key = randomBytes(32);

test("a device is recognised for a year, and by this installation only", () => {
  const cookie = deviceCookieFor(key, ana, now, randomBytes);
  expect(readDeviceCookie(key, cookie, now)?.personId).toBe(ana);
  expect(readDeviceCookie(key, cookie, new Date(now.getTime() + KNOWN_FOR_MS))).toBeUndefined();
  expect(readDeviceCookie(randomBytes(32), cookie, now)).toBeUndefined();
});

test("a cookie that was changed anywhere is not ours", () => {
  const cookie = deviceCookieFor(key, ana, now, randomBytes);
  fc.assert(
    fc.property(fc.nat(cookie.length - 1), fc.constantFrom(..."0123456789abcXYZ-_."), (at, letter) => {
      const forged = cookie.slice(0, at) + letter + cookie.slice(at + 1);
      fc.pre(forged !== cookie);
      // The last letter of base64url carries spare bits: another letter may spell the same bytes, and is still ours.
      fc.pre(at !== cookie.length - 1);
      expect(readDeviceCookie(key, forged, now)).toBeUndefined();
    }),
  );
});

test("anything a stranger may send is read without harm", () => {
  fc.assert(
    fc.property(fc.string(), (value) => {
      expect(readDeviceCookie(key, value, now)).toBeUndefined();
    }),
  );
});

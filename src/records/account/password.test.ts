import { argon2Sync, randomBytes } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkPassword, hashPassword, weaknessOf } from "./password.ts";

const person = { email: "ana.adler@shop.example", name: "Ana Adler" };

describe("a password", () => {
  test("is recognised, and no other is, however it is written", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: "grapheme", minLength: 1, maxLength: 40 }),
        fc.string({ unit: "grapheme" }),
        async (password, other) => {
          const phc = await hashPassword(password, randomBytes);
          expect(phc).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/);
          expect(await checkPassword(phc, password)).toEqual({ right: true, outdated: false });
          expect((await checkPassword(phc, other)).right).toBe(other.normalize("NFKC") === password.normalize("NFKC"));
        },
      ),
      { numRuns: 12 },
    );
  });

  test("is the same from a keyboard that writes é as one character and from one that writes it as two", async () => {
    const phc = await hashPassword("caf\u00e9 in the rain", randomBytes);
    expect((await checkPassword(phc, "cafe\u0301 in the rain")).right).toBe(true);
  });

  test("hashed by the reference implementation is recognised, and marked to be hashed again", async () => {
    const reference = "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";
    expect(await checkPassword(reference, "password")).toEqual({ right: true, outdated: true });
    expect(await checkPassword(reference, "passwort")).toEqual({ right: false, outdated: false });
  });

  test("hashed with less work than today's is marked to be hashed again", async () => {
    const nonce = randomBytes(16);
    const hash = argon2Sync("argon2id", {
      message: "three old words",
      nonce,
      parallelism: 1,
      tagLength: 32,
      memory: 8192,
      passes: 1,
    });
    const bare = (bytes: Buffer) => bytes.toString("base64").replace(/=+$/, "");
    const phc = `$argon2id$v=19$m=8192,t=1,p=1$${bare(nonce)}$${bare(hash)}`;
    expect(await checkPassword(phc, "three old words")).toEqual({ right: true, outdated: true });
  });

  test("of somebody unknown, or one that was never a hash, is never right", async () => {
    for (const phc of [null, "", "plain", "$argon2id$v=19$m=1,t=1,p=1$$", "$2b$12$abcdefghijklmnopqrstuv"])
      expect(await checkPassword(phc, "anything at all")).toEqual({ right: false, outdated: false });
  });

  test("many at once are all answered", async () => {
    const phc = await hashPassword("many hands at once", randomBytes);
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, n) => checkPassword(phc, n % 2 ? "many hands at once" : "no")),
    );
    expect(answers.map((answer) => answer.right)).toEqual(Array.from({ length: 12 }, (_, n) => n % 2 === 1));
  });

  test.each(["short", "aaaaaaaaaaaaaa", "abababababab", "ana.adler@shop.example", "ANA ADLER 12", "x".repeat(300)])(
    "such as %s is refused with a way out",
    (password) =>
      expect(weaknessOf(password, person)).toMatchObject({
        refused: "weak-password",
        wayOut: expect.stringMatching(/./),
      }),
  );

  test.each(["correct horse battery", "Ana Adler likes the sea", "пароль из слов"])("such as %s is taken", (password) =>
    expect(weaknessOf(password, person)).toBeUndefined(),
  );
});

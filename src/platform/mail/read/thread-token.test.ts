import { describe, expect, test } from "vitest";
import { parseMail } from "./parse-mail.ts";
import { readTokens } from "./read-tokens.ts";
import { checkToken, makeMessageId, makePlusAddress, makeReturnPath } from "./thread-token.ts";

const secret = "a secret that only this desk knows";
const mailOf = (head: string, body = "Hello\n") => parseMail(new TextEncoder().encode(`${head}\n\n${body}`));

describe("our own names", () => {
  const id = makeMessageId({ conversationId: 12, messageId: 345, domain: "Lanterns.example", secret });
  const plus = makePlusAddress("help@lanterns.example", 12, secret);
  const back = makeReturnPath("help@lanterns.example", 345, secret);

  test("say what they stand for and are trusted with the right secret only", () => {
    expect(id).toMatch(/^<heard\.12\.345\.[a-z2-7]{20}@lanterns\.example>$/);
    expect(plus).toMatch(/^help\+c12\.[a-z2-7]{16}@lanterns\.example$/);
    expect(checkToken(id, secret)).toEqual({ kind: "message-id", conversationId: 12, messageId: 345, trusted: true });
    expect(checkToken(plus, secret)).toEqual({ kind: "plus-address", conversationId: 12, trusted: true });
    expect(checkToken(back, secret)).toEqual({ kind: "return-path", messageId: 345, trusted: true });
    for (const token of [id, plus, back]) expect(checkToken(token, "another secret")?.trusted).toBe(false);
  });

  test("are not trusted for another number, another kind or a cut signature", () => {
    expect(checkToken(id.replace(".12.", ".13."), secret)?.trusted).toBe(false);
    expect(checkToken(plus.replace("+c", "+b"), secret)?.trusted).toBe(false);
    expect(checkToken(id.replace(/[a-z2-7]{5}@/, "@"), secret)?.trusted).toBe(false);
    expect(checkToken(id.toUpperCase(), secret)?.trusted).toBe(true);
    expect(checkToken("someone@else.example", secret)).toBeUndefined();
  });

  test("are found in every header where they come back, trusted ones first", async () => {
    const forged = "heard.99.1.aaaaaaaaaaaaaaaaaaaa@lanterns.example";
    const mail = await mailOf(
      `From: a@b.example\nIn-Reply-To: <${forged}>\nReferences: <x@y.example> ${id}\nDelivered-To: ${plus}\nMessage-ID: <m@b.example>`,
    );
    const tokens = readTokens(mail, secret);
    expect(tokens.map(({ conversationId, trusted }) => [conversationId, trusted])).toEqual([
      [12, true],
      [12, true],
      [99, false],
    ]);
    expect(tokens[0]?.why).toBe("Found in References; the signature is ours.");
  });

  test("are found in the text of a bounce, but not in the text of a customer", async () => {
    const body = `Your mail could not be delivered.\n550 5.1.1 <x@y.example>: user unknown\n\nMessage-ID: ${id}\n`;
    const bounce = await mailOf(
      `Return-Path: <>\nFrom: MAILER-DAEMON@y.example\nTo: ${back}\nSubject: Undelivered Mail Returned to Sender`,
      body,
    );
    expect(bounce.class).toBe("bounce");
    expect(readTokens(bounce, secret).map(({ kind, messageId, trusted }) => [kind, messageId, trusted])).toEqual([
      ["return-path", 345, true],
      ["message-id", 345, true],
    ]);
    expect(readTokens(await mailOf("From: a@b.example\nSubject: Hi", body), secret)).toEqual([]);
  });
});

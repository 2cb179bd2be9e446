/** Providers by address, and what the connection form tells the server. */
import { describe, expect, test } from "vitest";
import { connectionOf, freshConnection, wiresOf } from "./connection.ts";
import { guessedServers, providerOf } from "./providers.ts";

test.each([
  ["help@gmail.com", "gmail"],
  ["help@GoogleMail.com", "gmail"],
  ["help@hotmail.com", "microsoft"],
  ["help@yahoo.co.uk", "yahoo"],
  ["help@fastmail.fm", "fastmail"],
  ["help@me.com", "icloud"],
  ["help@shop.example", undefined],
  ["help@yahoo.com.evil.example", undefined],
])("%s belongs to %s", (address, key) => {
  expect(providerOf(address)?.key).toBe(key);
});

test("for a domain of one's own, its usual servers are guessed", () => {
  expect(guessedServers("help@shop.example").imap).toEqual({ host: "imap.shop.example", port: 993, security: "tls" });
});

describe("a connection", () => {
  test("uses one login for both directions unless told otherwise", () => {
    const wires = wiresOf({ ...freshConnection("help@shop.example", undefined), password: "secret" });
    expect(wires.smtp?.signIn).toEqual(wires.imap?.signIn);
  });

  test("with mail handed in by SMTP, the way out has a login of its own", () => {
    const wires = wiresOf({
      ...freshConnection("help@shop.example", undefined),
      wayIn: "smtp",
      outUser: "relay",
      outPassword: "secret",
    });
    expect(wires.imap).toBeNull();
    expect(wires.smtp?.signIn).toEqual({ kind: "password", user: "relay", password: "secret" });
  });

  test("an empty password means: keep the one there is", () => {
    const wires = wiresOf(freshConnection("help@shop.example", undefined));
    expect(wires.imap?.signIn).toMatchObject({ kind: "password", password: null });
  });

  test("what a mailbox says of its wires is what the form says back", () => {
    const wires = wiresOf({ ...freshConnection("help@gmail.com", providerOf("help@gmail.com")), oauth: "google" });
    const mailbox = { address: "help@gmail.com", ...wires } as Parameters<typeof connectionOf>[0];
    expect(wiresOf(connectionOf(mailbox))).toEqual(wires);
  });
});

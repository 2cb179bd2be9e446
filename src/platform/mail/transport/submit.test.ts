import { afterEach, describe, expect, test } from "vitest";
import {
  type Mischief,
  type SmtpSink,
  type SmtpSinkOptions,
  startSmtpSink,
} from "../../../../test/servers/smtp-sink.ts";
import { submit } from "../../../../test/servers/submit-once.ts";
import { selfSignedCertificate } from "./self-signed-certificate.ts";
import type { SmtpOut } from "./smtp-out.ts";
import { openSubmitter, type Submitter } from "./submit.ts";

const raw = Buffer.from(
  "Message-ID: <m1@lumen.example>\r\nSubject: hi\r\n\r\n.one dot\r\n..two\r\n\r\nZo\u00eb\r\n",
  "latin1",
);
const envelope = { mailFrom: "help@lumen.example", rcptTo: ["ana@example.org"] } as const;
const certificate = selfSignedCertificate({ hostname: "localhost", now: new Date() });
const open: (SmtpSink | Submitter)[] = [];
afterEach(async () => {
  for (const each of open.splice(0)) await each.close();
});

async function sinkFor(options: SmtpSinkOptions = {}, mischief?: Mischief): Promise<{ sink: SmtpSink; out: SmtpOut }> {
  const sink = await startSmtpSink(options);
  open.push(sink);
  sink.behave(mischief);
  const security = options.security ?? "none";
  const trust = options.certificate === undefined ? {} : { trustedCertificatePem: options.certificate.certificatePem };
  return { sink, out: { host: "localhost", port: sink.port, security, ...trust } };
}

describe("a mail that leaves", () => {
  test("arrives as the very bytes that were frozen", async () => {
    const { sink, out } = await sinkFor();
    const result = await submit(out, raw, envelope);
    expect(result).toEqual({
      outcome: "sent",
      response: "250 2.0.0 Ok: queued as SINK1",
      serverId: "SINK1",
      rejected: [],
    });
    expect(sink.mails).toEqual([{ raw, mailFrom: "help@lumen.example", rcptTo: ["ana@example.org"], tls: false }]);
  });

  test("arrives whole when it is large", async () => {
    const { sink, out } = await sinkFor();
    const large = Buffer.concat([
      Buffer.from("Subject: large\r\n\r\n"),
      Buffer.from(".0123456789abcdef\r\n".repeat(200_000)),
    ]);
    expect((await submit(out, large, envelope)).outcome).toBe("sent");
    expect(sink.mails[0]?.raw.equals(large)).toBe(true);
  });

  test("may have the empty sender that automatic mail needs", async () => {
    const { sink, out } = await sinkFor();
    await submit(out, raw, { ...envelope, mailFrom: "" });
    expect(sink.mails[0]?.mailFrom).toBe("");
  });

  test.each(["starttls", "tls"] as const)("goes encrypted with %s and signs in with the password", async (security) => {
    const { sink, out } = await sinkFor({ certificate, security, login: { user: "help", password: "s3cret" } });
    const result = await submit(
      { ...out, login: { kind: "password", user: "help", password: "s3cret" } },
      raw,
      envelope,
    );
    expect(result.outcome).toBe("sent");
    expect(sink.mails[0]).toMatchObject({ tls: true, user: "help" });
  });

  test("signs in with an OAuth 2 token and asks for a new one when the old one is refused", async () => {
    const { sink, out } = await sinkFor({
      certificate,
      security: "tls",
      login: { user: "help@lumen.example", accessToken: "new" },
    });
    const asked: (string | undefined)[] = [];
    const accessToken = async (refused?: string) => {
      asked.push(refused);
      return refused === undefined ? "old" : "new";
    };
    const result = await submit(
      { ...out, login: { kind: "oauth2", user: "help@lumen.example", accessToken } },
      raw,
      envelope,
    );
    expect(result.outcome).toBe("sent");
    expect(asked).toEqual([undefined, "old"]);
    expect(sink.mails[0]?.user).toBe("help@lumen.example");
  });

  test("tells which recipients were refused when others were taken", async () => {
    const { sink, out } = await sinkFor({}, { at: "rcpt", of: "gone@example.org", answer: "550 5.1.1 No such user" });
    const result = await submit(out, raw, { ...envelope, rcptTo: ["ana@example.org", "gone@example.org"] });
    expect(result).toMatchObject({
      outcome: "sent",
      rejected: [{ address: "gone@example.org", outcome: "never", code: "recipient" }],
    });
    expect(sink.mails[0]?.rcptTo).toEqual(["ana@example.org"]);
  });

  test("counts as sent when the server says yes and is gone in the same breath", async () => {
    const { sink, out } = await sinkFor({}, { at: "accepted", hangUp: true });
    expect(await submit(out, raw, envelope)).toMatchObject({ outcome: "sent", serverId: "SINK1" });
    expect(sink.mails).toHaveLength(1);
  });
});

describe("a mail that does not leave", () => {
  const quick = { connectMs: 300, answerMs: 300, finalAnswerMs: 300 };
  test.each<[string, Mischief, "later" | "never", string]>([
    ["asks for patience at the sender", { at: "mail", answer: "451 4.7.1 Greylisted" }, "later", "busy"],
    ["asks for patience at the recipient", { at: "rcpt", answer: "450 4.2.1 Try later" }, "later", "busy"],
    ["asks for patience after the mail", { at: "body", answer: "452 4.3.1 Disk full" }, "later", "busy"],
    ["is too busy to greet", { at: "greeting", answer: "421 4.3.2 Too busy" }, "later", "busy"],
    [
      "does not want this machine at all",
      { at: "greeting", answer: "554 5.7.1 Your IP is blocked" },
      "later",
      "blocked",
    ],
    ["says that the session is out of step", { at: "mail", answer: "503 5.5.1 Bad sequence" }, "later", "busy"],
    ["refuses the sender", { at: "mail", answer: "550 5.7.1 Not your address" }, "never", "from-refused"],
    [
      "refuses to pass it on",
      { at: "rcpt", answer: "554 5.7.1 <ana@example.org>: Relay access denied" },
      "never",
      "relay",
    ],
    ["knows no such recipient", { at: "rcpt", answer: "550 5.1.1 User unknown" }, "never", "recipient"],
    ["finds it too big", { at: "body", answer: "552 5.3.4 Message too big" }, "never", "size"],
    ["takes it for spam", { at: "body", answer: "554 5.7.1 Message rejected as spam" }, "never", "blocked"],
    ["refuses it and does not say why", { at: "body", answer: "554 5.0.0 Transaction failed" }, "never", "refused"],
  ])("because the server %s", async (_, mischief, outcome, code) => {
    const { sink, out } = await sinkFor({}, mischief);
    const result = await submit(out, raw, envelope);
    expect(result).toMatchObject({ outcome, code });
    expect(result).toHaveProperty("said", "answer" in mischief ? mischief.answer : undefined);
    if (result.outcome === "later") expect(result.mayHaveArrived).toBe(false);
    expect(sink.mails).toHaveLength(0);
  });

  test.each<[string, Mischief, string, boolean]>([
    ["never greets", { at: "greeting", stall: true }, "timeout", false],
    ["falls silent at the sender", { at: "mail", stall: true }, "timeout", false],
    ["falls silent after the mail", { at: "body", stall: true }, "timeout", true],
    ["hangs up at once", { at: "greeting", hangUp: true }, "closed", false],
    ["hangs up at the sender", { at: "mail", hangUp: true }, "closed", false],
    ["hangs up after the mail and before its answer", { at: "body", hangUp: true }, "closed", true],
  ])("because the server %s, and says whether it may have arrived", async (_, mischief, code, mayHaveArrived) => {
    const { out } = await sinkFor({}, mischief);
    expect(await submit(out, raw, envelope, quick)).toMatchObject({ outcome: "later", code, mayHaveArrived });
  });

  test("because the server hangs up in the middle of a large one, which then cannot have arrived", async () => {
    const { out } = await sinkFor({}, { at: "mid-body", hangUp: true });
    const large = Buffer.alloc(30_000_000, "0123456789abcdef\r\n");
    expect(await submit(out, large, envelope)).toMatchObject({
      outcome: "later",
      code: "closed",
      mayHaveArrived: false,
    });
  });

  test("because a server that trickles is given up after the whole time allowed", async () => {
    const { out } = await sinkFor({}, { at: "body", stall: true });
    expect(await submit(out, raw, envelope, { wholeMs: 300 })).toMatchObject({
      outcome: "later",
      code: "timeout",
      mayHaveArrived: true,
    });
  });

  test("because nobody listens, because there is no such name", async () => {
    const { sink, out } = await sinkFor();
    await sink.close();
    expect(await submit(out, raw, envelope)).toMatchObject({
      outcome: "later",
      code: "connect",
      mayHaveArrived: false,
    });
    expect(await submit({ ...out, host: "mail.nowhere.invalid" }, raw, envelope)).toMatchObject({
      outcome: "later",
      code: "dns",
    });
  });

  test("waits, and does not fail for ever, while the password is wrong", async () => {
    const { out } = await sinkFor({ login: { user: "help", password: "right" } });
    const login = { kind: "password", user: "help", password: "wrong" } as const;
    expect(await submit({ ...out, login }, raw, envelope)).toMatchObject({ outcome: "later", code: "login" });
    expect(await submit(out, raw, envelope)).toMatchObject({ outcome: "later", code: "relay" });
  });

  test("waits while the certificate is not to be trusted, has expired, or STARTTLS is missing", async () => {
    const { out } = await sinkFor({ certificate, security: "tls" });
    const { trustedCertificatePem: _, ...untrusting } = out;
    expect(await submit(untrusting, raw, envelope)).toMatchObject({ outcome: "later", code: "tls-untrusted" });
    const expired = selfSignedCertificate({
      hostname: "localhost",
      now: new Date("2020-01-01T00:00:00Z"),
      validDays: 30,
    });
    const { out: old } = await sinkFor({ certificate: expired, security: "starttls" });
    expect(await submit(old, raw, envelope)).toMatchObject({ outcome: "later", code: "tls-expired" });
    const { out: plain } = await sinkFor();
    expect(await submit({ ...plain, security: "starttls" }, raw, envelope)).toMatchObject({
      outcome: "later",
      code: "no-starttls",
    });
  });

  test("never, when an address is none, and nothing can be smuggled into the commands", async () => {
    const { sink, out } = await sinkFor();
    const result = await submit(out, raw, { ...envelope, rcptTo: ["a@b.example>\r\nRCPT TO:<e@evil.example"] });
    expect(result).toMatchObject({ outcome: "never", code: "address" });
    expect(sink.mails).toHaveLength(0);
  });

  test("never, when the server has said beforehand that it is too big, and no byte of it is sent", async () => {
    const { sink, out } = await sinkFor({ largestMail: 50 });
    expect(await submit(out, raw, envelope)).toMatchObject({ outcome: "never", code: "size" });
    expect(sink.mails).toHaveLength(0);
  });
});

describe("connections to a mailbox's server", () => {
  const submitterFor = (options = {}): Submitter => {
    const submitter = openSubmitter(options);
    open.push(submitter);
    return submitter;
  };

  test("are kept for the next mail and never number more than allowed", async () => {
    const { sink, out } = await sinkFor({ pipelining: "not-offered" });
    const submitter = submitterFor();
    await submitter.submit(out, raw, envelope);
    await submitter.submit(out, raw, envelope);
    expect(sink.connections).toBe(1);
    const results = await Promise.all(Array.from({ length: 20 }, () => submitter.submit(out, raw, envelope)));
    expect(results.every(({ outcome }) => outcome === "sent")).toBe(true);
    expect(sink.connections).toBe(2);
    expect(sink.mails).toHaveLength(22);
  });

  test("are renewed without a word when the server has closed one meanwhile, and the mail goes out once", async () => {
    const { sink, out } = await sinkFor();
    const submitter = submitterFor();
    await submitter.submit(out, raw, envelope);
    sink.behave({ at: "mail", hangUp: true });
    const failing = await submitter.submit(out, raw, envelope);
    expect(failing).toMatchObject({ outcome: "later", code: "closed" });
    // The kept one died, and so did the fresh one that took its place.
    expect(sink.connections).toBe(2);
    sink.behave(undefined);
    expect(await submitter.submit(out, raw, envelope)).toMatchObject({ outcome: "sent" });
    expect(sink.mails).toHaveLength(2);
  });

  test("are never shared between two settings of a mailbox", async () => {
    const { sink, out } = await sinkFor({ login: { user: "help", password: "right" } });
    const submitter = submitterFor();
    const as = (password: string) =>
      submitter.submit({ ...out, login: { kind: "password", user: "help", password } }, raw, envelope);
    expect((await as("right")).outcome).toBe("sent");
    expect(await as("wrong")).toMatchObject({ outcome: "later", code: "login" });
    expect(sink.mails).toHaveLength(1);
  });

  test("one stuck server delays only its own mailbox", async () => {
    const { out: stuck } = await sinkFor({}, { at: "body", stall: true });
    const { sink, out } = await sinkFor();
    const submitter = submitterFor({ patience: { finalAnswerMs: 1_500 } });
    const waiting = [1, 2, 3].map(() => submitter.submit(stuck, raw, envelope));
    expect((await submitter.submit(out, raw, envelope)).outcome).toBe("sent");
    expect(sink.mails).toHaveLength(1);
    for (const result of await Promise.all(waiting))
      expect(result).toMatchObject({ outcome: "later", mayHaveArrived: true });
  });

  test("after closing, a mail waits instead of being lost", async () => {
    const { out } = await sinkFor();
    const submitter = openSubmitter();
    await submitter.close();
    expect(await submitter.submit(out, raw, envelope)).toMatchObject({ outcome: "later", mayHaveArrived: false });
  });
});

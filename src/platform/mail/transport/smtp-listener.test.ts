import type { Socket } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import { talkTo } from "../../../../test/servers/smtp-talk.ts";
import { submit } from "../../../../test/servers/submit-once.ts";
import { Unavailable } from "../../../kit/index.ts";
import { selfSignedCertificate } from "./self-signed-certificate.ts";
import { type ArrivedMail, type SmtpListener, type SmtpListenerOptions, startSmtpListener } from "./smtp-listener.ts";

const raw = Buffer.from("Subject: my lamp\r\n\r\nIt is broken.\r\n.\r\n..\r\n");
const envelope = { mailFrom: "ana@example.org", rcptTo: ["help@lumen.example"] } as const;
const open: { close(): Promise<void> }[] = [];
const sockets: Socket[] = [];
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  for (const each of open.splice(0)) await each.close();
});

async function listener(more: Partial<SmtpListenerOptions> = {}): Promise<{ door: SmtpListener; kept: ArrivedMail[] }> {
  const kept: ArrivedMail[] = [];
  const door = await startSmtpListener({
    hostname: "lumen.example",
    host: "127.0.0.1",
    port: 0,
    whenBusy: "give-up",
    largestMail: 1_000_000,
    accepts: async (recipient) =>
      recipient.endsWith("@lumen.example") ? "yes" : recipient.startsWith("later") ? "later" : "unknown",
    store: async (mail) => kept.push(mail),
    ...more,
  });
  open.push(door);
  return { door, kept };
}
const to = (door: SmtpListener) => ({ host: "127.0.0.1", port: door.port, security: "none" }) as const;

function talk(door: SmtpListener) {
  const { socket, ...line } = talkTo(door.port);
  sockets.push(socket);
  return line;
}
async function greeted(door: SmtpListener) {
  const line = talk(door);
  await line.until(/^220 /);
  await line.ask("EHLO mx.example.org");
  return line;
}

describe("mail handed in by another server", () => {
  test("is stored byte for byte with what the envelope said", async () => {
    const { door, kept } = await listener();
    expect((await submit(to(door), raw, envelope)).outcome).toBe("sent");
    expect(kept).toEqual([
      {
        raw,
        mailFrom: "ana@example.org",
        rcptTo: ["help@lumen.example"],
        remoteAddress: "127.0.0.1",
      },
    ]);
  });

  test("is answered with 250 only after it is durable", async () => {
    let durable = (): void => {};
    const stored = new Promise<void>((resolve) => {
      durable = resolve;
    });
    let reached = (): void => {};
    const arrived = new Promise<void>((resolve) => {
      reached = resolve;
    });
    const { door } = await listener({
      store: () => {
        reached();
        return stored;
      },
    });
    let answered = false;
    const sending = submit(to(door), raw, envelope).finally(() => {
      answered = true;
    });
    await arrived;
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(answered).toBe(false);
    durable();
    expect((await sending).outcome).toBe("sent");
  });

  test("is asked to come again when it cannot be stored, and the trouble is told", async () => {
    const troubles: unknown[] = [];
    const full = new Error("disk full");
    const { door } = await listener({ store: () => Promise.reject(full), onTrouble: (error) => troubles.push(error) });
    expect(await submit(to(door), raw, envelope)).toMatchObject({
      outcome: "later",
      said: expect.stringMatching(/^451 4\.3\.0 /),
    });
    expect(troubles).toEqual([full]);
  });

  test("is not taken for addresses that are not ours: nothing is passed on", async () => {
    const { door, kept } = await listener();
    const result = await submit(to(door), raw, { ...envelope, rcptTo: ["somebody@elsewhere.example"] });
    expect(result).toMatchObject({ outcome: "never", said: expect.stringMatching(/^550 5\.1\.1 /) });
    const mixed = await submit(to(door), raw, {
      ...envelope,
      rcptTo: ["help@lumen.example", "somebody@elsewhere.example"],
    });
    expect(mixed).toMatchObject({ outcome: "sent", rejected: [{ address: "somebody@elsewhere.example" }] });
    expect(kept.map(({ rcptTo }) => rcptTo)).toEqual([["help@lumen.example"]]);
  });

  test("is asked to come again while recipients cannot be looked up", async () => {
    const { door } = await listener();
    expect(await submit(to(door), raw, { ...envelope, rcptTo: ["later@elsewhere.example"] })).toMatchObject({
      outcome: "later",
      code: "busy",
    });
    const troubles: unknown[] = [];
    const { door: broken } = await listener({
      accepts: () => Promise.reject(new Error("no database")),
      onTrouble: (error) => troubles.push(error),
    });
    expect(await submit(to(broken), raw, envelope)).toMatchObject({
      outcome: "later",
      said: expect.stringMatching(/^451 4\.3\.0 /),
    });
    expect(troubles).toHaveLength(1);
  });

  test("is asked to come again when a mailbox that it is for was taken away since its recipients were named", async () => {
    const here = new Set(["help@lumen.example", "board@lumen.example"]);
    const { door, kept } = await listener({ accepts: async (recipient) => (here.has(recipient) ? "yes" : "unknown") });
    const line = await greeted(door);
    await line.ask("MAIL FROM:<ana@example.org>");
    for (const recipient of here) expect(await line.ask(`RCPT TO:<${recipient}>`)).toMatch(/^250 /);
    await line.ask("DATA");
    here.delete("board@lumen.example");
    expect(await line.ask("Subject: my lamp\r\n\r\nIt is broken.\r\n.")).toMatch(/^451 4\.3\.0 /);
    expect(kept).toEqual([]);
    const again = await submit(to(door), raw, { ...envelope, rcptTo: ["help@lumen.example", "board@lumen.example"] });
    expect(again).toMatchObject({ outcome: "sent", rejected: [{ address: "board@lumen.example" }] });
    expect(kept.map(({ rcptTo }) => rcptTo)).toEqual([["help@lumen.example"]]);
  });

  test("is refused when it is too big, whether or not its size was told beforehand", async () => {
    const { door, kept } = await listener({ largestMail: 1000 });
    expect(await submit(to(door), Buffer.alloc(2000, "a line\r\n"), envelope)).toMatchObject({
      outcome: "never",
      code: "size",
    });
    const line = await greeted(door);
    await line.ask("MAIL FROM:<ana@example.org>");
    await line.ask("RCPT TO:<help@lumen.example>");
    await line.ask("DATA");
    line.say("a line\r\n".repeat(180));
    expect(await line.ask(".")).toMatch(/^552 5\.3\.4 /);
    expect(kept).toEqual([]);
  });

  test("is cut off when it goes on and on after the limit", async () => {
    const { door } = await listener({ largestMail: 1000 });
    const line = await greeted(door);
    await line.ask("MAIL FROM:<ana@example.org>");
    await line.ask("RCPT TO:<help@lumen.example>");
    await line.ask("DATA");
    line.say("a line\r\n".repeat(100_000));
    expect(await line.until(/^421 /)).toContain("421");
    expect(await line.closed()).toBe(true);
  });

  test("is never taken in part: a sender that hangs up in the middle leaves nothing behind", async () => {
    const { door, kept } = await listener();
    const line = await greeted(door);
    await line.ask("MAIL FROM:<ana@example.org>");
    await line.ask("RCPT TO:<help@lumen.example>");
    await line.ask("DATA");
    line.say("Subject: half");
    sockets.at(-1)?.destroy();
    expect((await submit(to(door), raw, envelope)).outcome).toBe("sent");
    expect(kept.map((mail) => Buffer.from(mail.raw))).toEqual([raw]);
  });
});

describe("the listener's manners", () => {
  test("it offers no sign-in, and encryption only with a certificate of its own", async () => {
    const { door } = await listener();
    const line = talk(door);
    expect(await line.until(/^220 /)).toContain("lumen.example");
    const offer = await line.ask("EHLO mx.example.org");
    expect(offer).not.toMatch(/AUTH|STARTTLS/);
    expect(offer).toContain("SIZE 1000000");
    expect(await line.ask("AUTH PLAIN AGEAYg==")).toMatch(/^500/);
    expect(await line.ask("STARTTLS")).toMatch(/^500/);
  });

  test("mail comes in encrypted with the certificate that this installation signed", async () => {
    const certificate = selfSignedCertificate({ hostname: "localhost", now: new Date() });
    const { door, kept } = await listener({ certificate });
    const out = {
      host: "localhost",
      port: door.port,
      security: "starttls",
      trustedCertificatePem: certificate.certificatePem,
    } as const;
    expect((await submit({ ...out, host: "localhost" }, raw, envelope)).outcome).toBe("sent");
    expect(kept).toHaveLength(1);
  });

  test("a remote with its share of sessions taken is asked to come later, and comes in when one has ended", async () => {
    const { door } = await listener({ limits: { sessionsPerRemote: 2 } });
    const [first] = [await greeted(door), await greeted(door)];
    expect(await talk(door).until(/^421 /)).toContain("Too many connections");
    await first.ask("QUIT");
    await first.closed();
    expect(await talk(door).until(/^220 /)).toContain("220");
  });

  test("more recipients, unknown recipients or commands than allowed end in a refusal", async () => {
    const { door } = await listener({ limits: { recipients: 3, unknownRecipients: 2, commands: 30 } });
    const line = await greeted(door);
    await line.ask("MAIL FROM:<ana@example.org>");
    for (const name of ["a", "b", "c"]) expect(await line.ask(`RCPT TO:<${name}@lumen.example>`)).toMatch(/^250/);
    expect(await line.ask("RCPT TO:<d@lumen.example>")).toMatch(/^452 4\.5\.3/);
    const guesser = await greeted(door);
    await guesser.ask("MAIL FROM:<ana@example.org>");
    for (const name of ["x", "y"]) expect(await guesser.ask(`RCPT TO:<${name}@else.example>`)).toMatch(/^550/);
    expect(await guesser.ask("RCPT TO:<z@else.example>")).toMatch(/^421/);
    const chatterer = await greeted(door);
    for (let at = 0; at < 40; at++) chatterer.say("NOOP");
    expect(await chatterer.until(/^421 /m)).toContain("Too many commands");
  });

  test("silence and sessions without an end are cut off", async () => {
    const { door } = await listener({ limits: { idleMs: 150 } });
    expect(await (await greeted(door)).until(/^421 /)).toContain("421");
    const { door: brief } = await listener({ limits: { sessionMs: 400 } });
    const line = await greeted(brief);
    expect(await line.until(/^421 /)).toContain("lasted too long");
  });

  test("when too many bytes come in at once, the mail that is too much comes again later and the rest go in", async () => {
    const { door, kept } = await listener({ limits: { bytesAtOnce: 500 } });
    expect(await submit(to(door), Buffer.alloc(2000, "a line\r\n"), envelope)).toMatchObject({
      outcome: "later",
      code: "busy",
    });
    expect((await submit(to(door), raw, envelope)).outcome).toBe("sent");
    expect(kept).toHaveLength(1);
  });

  test("a mail that did not fit in the middle is never kept with a hole in it", async () => {
    const { door, kept } = await listener({ limits: { bytesAtOnce: 500 } });
    const line = await greeted(door);
    await line.ask("MAIL FROM:<ana@example.org>");
    await line.ask("RCPT TO:<help@lumen.example>");
    await line.ask("DATA");
    for (let at = 0; at < 5; at++) {
      line.say("a line of text\r\n".repeat(15));
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    expect(await line.ask(".")).toMatch(/^451 4\.3\.0 /);
    expect(kept).toEqual([]);
  });

  test("a busy port moves up and says so, or gives up with a sentence", async () => {
    const { door } = await listener();
    const { door: next } = await listener({ port: door.port, whenBusy: "move-up" });
    expect(next.port).toBeGreaterThan(door.port);
    await expect(listener({ port: door.port })).rejects.toThrow(`Port ${door.port} is in use by another program.`);
    await expect(listener({ port: door.port })).rejects.toBeInstanceOf(Unavailable);
  });

  test("closing sends the idle away and finishes the mail that is under way", async () => {
    const { door, kept } = await listener();
    const idle = await greeted(door);
    const busy = await greeted(door);
    await busy.ask("MAIL FROM:<ana@example.org>");
    await busy.ask("RCPT TO:<help@lumen.example>");
    await busy.ask("DATA");
    const closing = door.close();
    expect(await idle.until(/^421 /)).toContain("closing");
    busy.say("Subject: last one");
    expect(await busy.ask("\r\nHello\r\n.")).toMatch(/^250/);
    busy.say("QUIT");
    await closing;
    expect(kept).toHaveLength(1);
  });
});

import { afterEach, describe, expect, test } from "vitest";
import { closedPort } from "../../../../test/servers/broken-server.ts";
import { startSmtpSink } from "../../../../test/servers/smtp-sink.ts";
import { submit } from "../../../../test/servers/submit-once.ts";
import { probeInboundLoop, probeListener } from "./probe-inbound.ts";
import { startSmtpListener } from "./smtp-listener.ts";
import type { SmtpOut } from "./smtp-out.ts";

const open: { close(): Promise<unknown> }[] = [];
afterEach(async () => {
  for (const each of open.splice(0)) await each.close();
});

async function sink() {
  const server = await startSmtpSink();
  open.push(server);
  return server;
}

describe("a try of the way in from outside", () => {
  const listener = async () => {
    const arrivals: (() => void)[] = [];
    const door = await startSmtpListener({
      hostname: "lumen.example",
      host: "127.0.0.1",
      port: 0,
      whenBusy: "give-up",
      largestMail: 1_000_000,
      accepts: async (recipient) => (recipient === "help@lumen.example" ? "yes" : "unknown"),
      store: async () => {
        for (const arrival of arrivals) arrival();
      },
    });
    open.push(door);
    return { door, arrived: () => new Promise<void>((resolve) => void arrivals.push(resolve)) };
  };
  const envelope = { mailFrom: "help@lumen.example", rcptTo: ["help@lumen.example"] } as const;
  const raw = Buffer.from("Subject: test\r\n\r\nhello\r\n");

  test("finds our own door in order, and tells when it takes no mail for the address", async () => {
    const { door } = await listener();
    const address = { host: "127.0.0.1", port: door.port };
    expect(await probeListener(address, "help@lumen.example")).toMatchObject({ ok: true });
    expect(await probeListener(address, "other@lumen.example")).toMatchObject({ ok: false, code: "recipient" });
    expect(await probeListener(address, "a@b.example>\r\nDATA")).toMatchObject({ ok: false, code: "address" });
    expect(await probeListener({ ...address, port: await closedPort() }, "help@lumen.example")).toMatchObject({
      code: "connect",
    });
  });

  test("tells when another, open server answers in our place", async () => {
    const server = await sink();
    expect(await probeListener({ host: "127.0.0.1", port: server.port }, "help@lumen.example")).toMatchObject({
      ok: false,
      code: "relay",
    });
  });

  test("sees a mail go out and come back, or says that it has not come yet", async () => {
    const { door, arrived } = await listener();
    const loop = { submitter: { submit }, raw, envelope, patienceMs: 200 };
    const home: SmtpOut = { host: "127.0.0.1", port: door.port, security: "none" };
    expect(await probeInboundLoop({ ...loop, out: home, arrived })).toMatchObject({ ok: true });
    const lost = await sink();
    const away = { ...home, port: lost.port };
    expect(await probeInboundLoop({ ...loop, out: away, arrived })).toMatchObject({ ok: false, code: "not-arrived" });
    expect(await probeInboundLoop({ ...loop, out: { ...home, port: await closedPort() }, arrived })).toMatchObject({
      ok: false,
      code: "connect",
    });
  });
});

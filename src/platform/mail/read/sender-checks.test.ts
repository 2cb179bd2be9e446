import { describe, expect, test } from "vitest";
import { readAuthentication } from "./authentication.ts";
import { originalSenderOfForward } from "./forwarded-sender.ts";
import { parseMail } from "./parse-mail.ts";
import { spamHeaders } from "./spam-headers.ts";

const mailOf = (raw: string) => parseMail(new TextEncoder().encode(raw));
const results = (value: string) => [{ name: "Authentication-Results", value }];

describe("what a mail server says about the sender", () => {
  test("counts only from the team's own servers", () => {
    const headers = [
      ...results("mx.lanterns.example; spf=pass; dkim=fail (bad; signature) header.d=x; dkim=pass; dmarc=fail"),
      ...results("evil.example; dmarc=pass"),
    ];
    expect(readAuthentication(headers, ["MX.lanterns.example"])).toMatchObject({
      server: "mx.lanterns.example",
      spf: "pass",
      dkim: "pass",
      dmarc: "fail",
      failed: true,
    });
    expect(readAuthentication(headers, ["other.example"])).toMatchObject({
      spf: "unknown",
      dkim: "unknown",
      dmarc: "unknown",
      failed: false,
    });
    expect(readAuthentication(headers, ["lanterns.example"]).server).toBeUndefined();
  });

  test("is taken from the topmost header, so that one below cannot mend it", () => {
    const headers = [...results("mx.lanterns.example; dmarc=fail"), ...results("mx.lanterns.example; dmarc=pass")];
    expect(readAuthentication(headers, ["mx.lanterns.example"]).failed).toBe(true);
  });
});

describe("the upstream server's opinion on spam", () => {
  test.each([
    ["X-Spam-Flag: YES", true],
    ["X-Spam-Status: Yes, score=8.1 required=5", true],
    ["X-Spam-Status: No, score=-1.2 required=5", false],
    ["X-Rspamd-Action: add header", true],
    ["X-MS-Exchange-Organization-SCL: 6", true],
    ["X-MS-Exchange-Organization-SCL: 1", false],
    ["X-Forefront-Antispam-Report: CIP:1.2.3.4;SFV:SPM;SCL:5;", true],
  ])("%s", async (header, isSpam) => {
    expect(spamHeaders(await mailOf(`From: a@b.example\n${header}\n\nHi\n`)).isSpam).toBe(isSpam);
  });

  test("keeps the points", async () => {
    expect(spamHeaders(await mailOf("X-Spam-Status: No, score=-1.2 required=5\n\nHi\n")).score).toBe(-1.2);
    expect(spamHeaders(await mailOf("X-Spam-Level: ****\n\nHi\n")).score).toBe(4);
  });
});

describe("a mail that a colleague forwarded into the desk", () => {
  const forward =
    "From: Ann <ann@lanterns.example>\nSubject: WG: Lampe\n\nBitte schau mal.\n\n---------- Weitergeleitete Nachricht ----------\nVon: Pia Docht <pia@wick.example>\nGesendet: Montag\nAn: Ann\nBetreff: Lampe kaputt\n\nSie brennt nicht.\n";

  test("keeps the first sender", async () => {
    const found = originalSenderOfForward(await mailOf(forward), ["ANN@lanterns.example"]);
    expect(found).toMatchObject({ from: { name: "Pia Docht", address: "pia@wick.example" }, subject: "Lampe kaputt" });
  });

  test("is believed from the team's own people only", async () => {
    expect(originalSenderOfForward(await mailOf(forward), ["otto@lanterns.example"])).toBeUndefined();
  });

  test("may carry the first mail as an attachment", async () => {
    const raw =
      "From: ann@lanterns.example\nSubject: look\nContent-Type: multipart/mixed; boundary=x\n\n--x\n\nsee\n--x\nContent-Type: message/rfc822\n\nFrom: pia@wick.example\nSubject: Lampe\n\nHi\n--x--\n";
    expect(originalSenderOfForward(await mailOf(raw), ["ann@lanterns.example"])?.from.address).toBe("pia@wick.example");
  });

  test("that only answers a customer is no forward", async () => {
    const raw =
      "From: ann@lanterns.example\nSubject: Re: Lampe\n\nGerne.\n\nVon: Pia <pia@wick.example>\nGesendet: Montag\nAn: Ann\nBetreff: Lampe\n\nHi\n";
    expect(originalSenderOfForward(await mailOf(raw), ["ann@lanterns.example"])).toBeUndefined();
  });
});

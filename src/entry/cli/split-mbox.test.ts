import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isMbox, type MailInFile, splitMbox } from "./split-mbox.ts";

const POSTMARK = "From ana@example.org Mon Nov 23 09:00:00 2026\n";
const HUGE = 1_000_000_000;

async function* chunks(bytes: Buffer, sizes: Iterator<number>): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; ) {
    const size = Math.max(1, sizes.next().value ?? bytes.length);
    yield bytes.subarray(at, at + size);
    at += size;
  }
}

async function split(text: string | Buffer, sizes: number[] = [], largest = HUGE): Promise<MailInFile[]> {
  const found: MailInFile[] = [];
  for await (const mail of splitMbox(chunks(Buffer.from(text), sizes[Symbol.iterator]()), largest)) found.push(mail);
  return found;
}

const texts = (mails: readonly MailInFile[]) => mails.map(({ raw }) => raw?.toString());

/** As mboxrd writes: each mail after a postmark, lines that look like one guarded, an empty line at the end. */
const written = (mails: readonly string[]) =>
  mails.map((mail) => `${POSTMARK}${mail.replace(/^(>*From )/gm, ">$1")}\n`).join("");

describe("an mbox", () => {
  test("gives back the mails that were written into it, however its bytes arrive", async () => {
    const line = fc.oneof(
      fc.string({ maxLength: 30 }).map((text) => text.replace(/[\r\n]/g, "")),
      fc.constantFrom(
        "",
        "From ",
        "From here at 09:00 on",
        ">From afar at 10:00",
        ">>From >From",
        "Subject: x",
        "From",
      ),
    );
    const mail = fc.array(line, { maxLength: 12 }).map((lines) => `Subject: first\n${lines.join("\n")}\n`);
    await fc.assert(
      fc.asyncProperty(
        fc.array(mail, { maxLength: 5 }),
        fc.array(fc.integer({ min: 1, max: 50 })),
        async (mails, sizes) => {
          expect(texts(await split(written(mails), sizes))).toEqual(mails);
        },
      ),
    );
  });

  test("with lines that end in CRLF is split the same, and its mails keep their line ends", async () => {
    const two = ["Subject: a\r\n\r\none\r\n", "Subject: b\r\n\r\ntwo\r\n"];
    const text = two.map((mail) => `${POSTMARK.trimEnd()}\r\n${mail}\r\n`).join("");
    expect(texts(await split(text, [7, 1, 3]))).toEqual(two);
  });

  test("is not cut at a sentence that begins with From, nor at a postmark inside a paragraph", async () => {
    const mail = "Subject: a\n\nHello\n\nFrom Monday on we are closed.\nand\nFrom bob Mon Nov 23 09:00:00 2026\n";
    expect(texts(await split(`${POSTMARK}${mail}\n`))).toEqual([mail]);
  });

  test("keeps a last mail that has no end", async () => {
    expect(texts(await split(`${POSTMARK}Subject: a\n\ncut o`))).toEqual(["Subject: a\n\ncut o"]);
  });

  test("says where each mail begins, and names one that is too large without keeping it", async () => {
    const mails = ["Subject: small\n", `Subject: large\n\n${"x".repeat(5_000)}\n`, "Subject: small again\n"];
    const found = await split(written(mails), [100], 1_000);
    expect(found.map(({ raw }) => raw !== undefined)).toEqual([true, false, true]);
    const whole = written(mails);
    expect(found.map(({ offset }) => whole.slice(offset, offset + POSTMARK.length))).toEqual([
      POSTMARK,
      POSTMARK,
      POSTMARK,
    ]);
  });

  test("with a line of many megabytes needs no more memory than that mail may have", async () => {
    setFlagsFromString("--expose-gc");
    const collect = runInNewContext("gc") as () => void;
    const held = () => {
      collect();
      return process.memoryUsage().arrayBuffers;
    };
    let most = 0;
    async function* endless(): AsyncGenerator<Buffer> {
      yield Buffer.from(`${POSTMARK}Subject: a\n\n`);
      for (let sent = 0; sent < 400; sent += 1) {
        yield Buffer.alloc(256 * 1024, 120);
        // What was let go of since the last look may still be counted: 10 of 100 MB.
        if (sent % 40 === 0) most = Math.max(most, held());
      }
    }
    const before = held();
    const found: MailInFile[] = [];
    for await (const mail of splitMbox(endless(), 1024 * 1024)) found.push(mail);
    expect(found).toEqual([{ raw: undefined, offset: 0 }]);
    expect(most - before).toBeLessThan(25 * 1024 * 1024);
  });

  test("is known by its first line", () => {
    expect(isMbox(Buffer.from(POSTMARK))).toBe(true);
    expect(isMbox(Buffer.from("From - Tue Jan  5 09:00:00 2021\r\n"))).toBe(true);
    expect(isMbox(Buffer.from("From: ana@example.org\nDate: Mon, 23 Nov 2026 09:00:00 +0000\n"))).toBe(false);
    expect(isMbox(Buffer.from(""))).toBe(false);
  });
});

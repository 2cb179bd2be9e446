import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { makeMessageId, makePlusAddress } from "../../platform/mail/index.ts";
import { mailInspect } from "./mail-inspect.ts";

const secret = "the secret of the desk";
let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "heard-inspect-"));
});
afterAll(() => rm(folder, { recursive: true }));

test("heard mail inspect prints one line of JSON for each file, in order, and an error for one it cannot read", async () => {
  const id = makeMessageId({ conversationId: 4, messageId: 9, domain: "lanterns.example", secret });
  const to = makePlusAddress("help@lanterns.example", 4, secret);
  const raw = `From: Mara <mara@quist.example>\nTo: ${to}\nSubject: Re: Lamp\nIn-Reply-To: ${id}\nMessage-ID: <q1@quist.example>\n\nIt works.\n\nOn Mon, May 6, 2024 at 9:12 AM Help <help@lanterns.example> wrote:\n> And now?\n`;
  const files = [
    join(folder, "one.eml"),
    join(folder, "missing.eml"),
    ...Array.from({ length: 12 }, (_unused, i) => join(folder, `${i}.eml`)),
  ];
  for (const file of files) if (!file.endsWith("missing.eml")) await writeFile(file, raw);
  const lines: string[] = [];
  await mailInspect(files, (line) => lines.push(line), { secret });
  const read = lines.map((line) => JSON.parse(line));
  expect(read.map(({ file }) => file)).toEqual(files);
  expect(read[1]).toEqual({ file: files[1], error: expect.stringContaining("cannot be read") });
  expect(read[0]).toMatchObject({
    message: {
      messageId: "q1@quist.example",
      from: { name: "Mara", address: "mara@quist.example" },
      attachments: [],
      html: null,
    },
    reply: "It works.",
    class: "human",
    mayAnswerAutomatically: true,
    bounce: null,
    tokens: [
      { kind: "message-id", conversationId: 4, messageId: 9, trusted: true },
      { kind: "plus-address", conversationId: 4, trusted: true },
    ],
    problems: [],
  });
  expect(read[0].reply + read[0].folded).toBe(read[0].message.text);
});

test("without the secret no token is trusted, and it says so", async () => {
  const file = join(folder, "one.eml");
  const lines: string[] = [];
  await mailInspect([file], (line) => lines.push(line));
  const [token] = JSON.parse(lines[0] ?? "").tokens;
  expect(token).toMatchObject({ trusted: false, why: expect.stringContaining("without the secret") });
});

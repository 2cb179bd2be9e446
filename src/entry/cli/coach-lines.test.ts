/** The coach on the command line, in the real process: lines in, lines out, in order, broken ones included. */
import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, test } from "vitest";
import { typed } from "../../../test/typed-command.ts";
import { FACT_KINDS, FEELINGS, read, SIGNALS, SITUATIONS } from "../../method/reading/index.ts";
import { MOVE_NAMES, RULES, review } from "../../method/review/index.ts";
import { Reading, Review } from "../contract/index.ts";
import { loadModels } from "../models/index.ts";

const MAIN = fileURLToPath(new URL("../../heard.mjs", import.meta.url));
const started = new Set<ChildProcessWithoutNullStreams>();
afterEach(() => {
  for (const child of started) child.kill("SIGKILL");
  started.clear();
});

function start(line: readonly string[], flags: readonly string[] = []): ChildProcessWithoutNullStreams {
  const child = spawn(process.execPath, ["--max-semi-space-size=4", ...flags, MAIN, ...line], { stdio: "pipe" });
  started.add(child);
  return child;
}

/** Pipes the text through, reading all the while. */
async function piped(line: readonly string[], input: string | Buffer) {
  const child = start(line);
  const said = { out: "", err: "" };
  child.stdout.setEncoding("utf8").on("data", (text: string) => (said.out += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (said.err += text));
  child.stdin.end(input);
  const [code] = (await once(child, "close")) as [number];
  return { code, ...said, lines: said.out.split("\n").slice(0, -1) };
}

/** The most memory that a process has had so far, in megabytes; 0 where the system does not tell. */
function mostMemory(pid: number): number {
  const path = `/proc/${pid}/status`;
  if (!existsSync(path)) return 0;
  return Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(path, "utf8"))?.[1] ?? 0) / 1024;
}

const LETTERS = [
  "I am really annoyed: order LL-4412 was due on Tuesday, and I paid 42.80 EUR. Where is it?",
  "Thank you so much, it works now 🙂",
  "Nevermind.\r\n\r\n> On Monday you wrote:\n> we will call",
  "Es tut mir leid, die Lampe kam am 3. März nicht an.",
  "",
  "\u2028\ud83d \u0000 I can’t go on like this",
];
const BROKEN: readonly (readonly [line: string, id: unknown, says: RegExp])[] = [
  ["", null, /empty/],
  ["{", null, /not JSON/],
  ["null", null, /not right/],
  ['{"id":"no text"}', "no text", /text is missing/],
  ['{"text":"no id"}', null, /id is missing/],
  ['{"id":7,"text":"a","sentAt":"on Tuesday"}', 7, /sentAt is no date/],
  ['{"id":8,"text":"a","timeZone":"Mars/Olympus"}', 8, /timeZone is no time zone/],
  ['{"id":9,"text":"a","earlier":[{"from":"them","text":"b"}]}', 9, /earlier\.0\.from/],
];

describe("heard read --jsonl", () => {
  test("answers thousands of lines one by one, in order, broken ones with an error, on standard output alone", async () => {
    const asked = Array.from({ length: 4_000 }, (_unused, at) => {
      const broken = at % 17 === 3 ? BROKEN[at % BROKEN.length] : undefined;
      return broken?.[0] ?? JSON.stringify({ id: at, text: `${LETTERS[at % LETTERS.length]} ${at}` });
    });
    const { code, err, lines } = await piped(["read", "--jsonl"], `${asked.join("\n")}\n`);
    expect({ code, err, lines: lines.length }).toEqual({ code: 0, err: "", lines: asked.length });
    for (const [at, line] of lines.entries()) {
      const { id, error, ...answer } = JSON.parse(line);
      const broken = at % 17 === 3 ? BROKEN[at % BROKEN.length] : undefined;
      if (broken === undefined) {
        expect(id).toBe(at);
        expect(answer).toEqual(
          JSON.parse(JSON.stringify(read(`${LETTERS[at % LETTERS.length]} ${at}`, { scorers: loadModels().reading }))),
        );
        Reading.parse(answer);
      } else {
        expect({ id, answer }).toEqual({ id: broken[1], answer: {} });
        expect(error).toMatch(broken[2]);
      }
    }
  });

  test("uses when it was sent, where the customer is and what was said before; null is as good as nothing", async () => {
    const line = {
      id: "a",
      text: "No, it was LL-4413, due last Tuesday.",
      sentAt: "2026-11-18T01:00:00Z",
      timeZone: "America/New_York",
      locale: null,
      earlier: [{ from: "customer", text: "My order LL-4412 is late!", at: "2026-11-17T10:00:00Z" }],
    };
    const { lines } = await piped(["read", "--jsonl"], JSON.stringify(line));
    const { facts, course } = JSON.parse(lines[0] as string);
    expect(course.length).toBe(2);
    // In New York it was still Tuesday, the 17th.
    expect(facts).toContainEqual(expect.objectContaining({ kind: "date", text: "last Tuesday", value: "2026-11-10" }));
  });

  test("tells a line that is no UTF-8 from its neighbours, and passes over a byte order mark and line ends of Windows", async () => {
    const good = JSON.stringify({ id: 1, text: "größer" });
    const { lines } = await piped(
      ["read", "--jsonl"],
      Buffer.concat([Buffer.from(`\ufeff${good}\r\n`), Buffer.from([0x7b, 0xff, 0x0a]), Buffer.from(good)]),
    );
    expect(lines.map((line) => JSON.parse(line).error)).toEqual([undefined, "The line is not UTF-8.", undefined]);
  });

  test("ends in peace when nobody reads any more", async () => {
    const child = start(["read", "--jsonl"]);
    child.stdin.on("error", () => {});
    child.stdout.destroy();
    child.stdin.end(`${JSON.stringify({ id: 1, text: "Where is my lamp?" })}\n`.repeat(20_000));
    const said: string[] = [];
    child.stderr.setEncoding("utf8").on("data", (text: string) => said.push(text));
    const [code] = (await once(child, "exit")) as [number];
    expect([code, said.join("")]).toEqual([0, ""]);
  });
});

describe("a stream without end", () => {
  test("waits for whoever reads: nothing is taken in that cannot go out", async () => {
    const child = start(["read", "--jsonl"]);
    let accepted = 0;
    const line = `${JSON.stringify({ id: 1, text: "Where is my lamp?" })}\n`;
    const block = line.repeat(2_000);
    // Nobody reads the answers. The pipes and one block may fill; then writing must stop being accepted.
    const isStuck = async (): Promise<boolean> => {
      for (let blocks = 0; blocks < 200; blocks += 1) {
        const isTaken = new Promise<boolean>((resolve) => {
          child.stdin.write(block, () => resolve(true));
          setTimeout(() => resolve(false), 3_000);
        });
        if (!(await isTaken)) return true;
        accepted += 2_000;
      }
      return false;
    };
    expect(await isStuck()).toBe(true);
    expect(accepted).toBeLessThan(20_000);
    let answered = 0;
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      answered += text.split("\n").length - 1;
    });
    child.stdin.end();
    await once(child, "close");
    expect(answered).toBe(accepted + 2_000);
  }, 60_000);

  test("takes no more memory for a hundred megabytes than for one", async () => {
    // With this little room for objects, keeping even a tenth of what passes would end the process.
    const child = start(["read", "--jsonl"], ["--max-old-space-size=64"]);
    const lines = [
      JSON.stringify({ id: "x".repeat(20), text: LETTERS[0] }),
      `{"id":"broken","text":"${"never closed ".repeat(1_500)}`,
      `{"id":"not asked","more":"${"of this is read ".repeat(1_200)}"}`,
    ];
    const block = Buffer.from(`${lines.join("\n")}\n`.repeat(25));
    const blocks = Math.ceil((100 * 1024 * 1024) / block.length);
    let answered = 0;
    child.stdout.on("data", (bytes: Buffer) => {
      for (const byte of bytes) if (byte === 10) answered += 1;
    });
    const most: number[] = [];
    for (let at = 0; at < blocks; at += 1) {
      if (!child.stdin.write(block)) await once(child.stdin, "drain");
      if (at === blocks >> 2 || at === blocks - 1) most.push(mostMemory(child.pid as number));
    }
    expect((most[1] as number) - (most[0] as number)).toBeLessThan(40);
    child.stdin.end();
    const [code] = (await once(child, "close")) as [number];
    expect([code, answered]).toEqual([0, blocks * 25 * lines.length]);
  }, 120_000);

  test("a line without an end is not waited for: it is an error, and what follows is answered", async () => {
    const child = start(["read", "--jsonl"], ["--max-old-space-size=64"]);
    const out: string[] = [];
    child.stdout.setEncoding("utf8").on("data", (text: string) => out.push(text));
    const block = Buffer.alloc(1024 * 1024, "a");
    for (let at = 0; at < 64; at += 1) if (!child.stdin.write(block)) await once(child.stdin, "drain");
    child.stdin.end(`\n${JSON.stringify({ id: 2, text: "Thanks!" })}\n`);
    await once(child, "close");
    const lines = out.join("").split("\n");
    expect(JSON.parse(lines[0] as string)).toEqual({ id: null, error: "The line is longer than 16 MB." });
    expect(JSON.parse(lines[1] as string).id).toBe(2);
  }, 60_000);
});

describe("heard review --jsonl", () => {
  const thread = [{ from: "customer", text: "You charged me twice, 42.80 EUR each, for order LL-4412!! Refund one." }];
  const reply = "We're sorry, if you were inconvenienced. I'll refund 42.80 EUR by Friday. Does that sound right?";

  test("answers each line with moves, findings, steps, promises and commitments, as the library does", async () => {
    const asked = { thread, reply, at: "2026-11-18T10:00:00Z", limits: [{ kind: "refund", amount: "20.00" }] };
    const input = [
      JSON.stringify({ id: 1, ...asked }),
      '{"id":2,"reply":"no thread"}',
      JSON.stringify({ id: 3, ...asked, limits: null, seed: "c1" }),
      '{"id":4,"thread":[],"reply":"a","limits":[{"kind":"hug","amount":1}]}',
    ].join("\n");
    const { code, err, lines } = await piped(["review", "--jsonl"], input);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    const [first, second, third, fourth] = lines.map((line) => JSON.parse(line));
    const { id, ...found } = first;
    expect(id).toBe(1);
    Review.parse(found);
    expect(found).toEqual(
      JSON.parse(JSON.stringify(review({ ...asked, limits: [{ kind: "refund", amount: 20 }] } as never, loadModels()))),
    );
    expect(Object.keys(found.steps)).toEqual(["listen", "acknowledge", "question", "confirm", "provide", "check"]);
    expect(found.findings.map(({ rule }: { rule: string }) => rule)).toContain("beyond-limit");
    expect(found.promises).toMatchObject([{ due: "2026-11-20", start: 41, end: 73 }]);
    expect(found.commitments).toMatchObject([{ kind: "refund", amount: "42.80", currency: "EUR" }]);
    expect(second).toEqual({ id: 2, error: "thread is missing." });
    expect(third.notJudged).toContainEqual({ rule: "beyond-limit", missing: ["limits"] });
    const { id: _, ...suggested } = third;
    Review.parse(suggested);
    expect(suggested.suggestions).toBeInstanceOf(Array);
    expect(fourth).toMatchObject({ id: 4, error: expect.stringContaining("limits.0.kind") });
  });
});

describe("heard schema", () => {
  test("prints every value that may stand in an answer, and what goes in", async () => {
    const { code, out } = await typed(["schema", "read"]);
    const schema = JSON.parse(out);
    const { properties } = schema.$defs.answer;
    expect(code).toBe(0);
    expect(properties.feelings.items.properties.feeling.enum).toEqual([...FEELINGS]);
    expect(properties.signals.items.properties.signal.enum).toEqual([...SIGNALS]);
    expect(properties.situations.items.properties.situation.enum).toEqual([...SITUATIONS]);
    expect(properties.facts.items.properties.kind.enum).toEqual([...FACT_KINDS]);
    expect(schema.$defs.input.required).toEqual(["id", "text"]);
    const reviewed = JSON.parse((await typed(["schema", "review"])).out);
    expect(reviewed.$defs.answer.properties.findings.items.properties.rule.enum).toEqual(RULES.map(({ id }) => id));
    expect(reviewed.$defs.answer.properties.moves.items.properties.move.enum).toEqual([...MOVE_NAMES]);
    expect(reviewed.$defs.input.required).toEqual(["id", "thread", "reply"]);
    expect(await typed(["schema", "both"])).toMatchObject({ code: 2, out: "" });
  });
});

describe("for people", () => {
  test("a letter and a draft are explained in words, each with the words they rest on and the reason", async () => {
    const letter = await piped(["read", "--sent-at", "2026-11-18T10:00:00Z"], LETTERS[0] as string);
    expect(letter.out).toMatch(/Facts +order: LL-4412 “LL-4412”\n +date: 2026-11-17 “Tuesday”/);
    const draft = await piped(["review"], "Sorry for any inconvenience. I will refund 80 euros soon.");
    expect(draft.out).toContain("nudge vague-time, “soon”");
    expect(draft.out).toMatch(/Why: .+METHOD expect\.timeline\./);
    expect(draft.out).toContain("Commitment: refund 80 EUR");
    const lines = await piped(["read", "--jsonl", "--explain"], '{"id":"a","text":"I am furious!"}\nnope\n');
    expect(lines.out).toMatch(/── a\nFeels +angry/);
    expect(lines.out).toContain("The line is not JSON.");
  });
});

import { Worker } from "node:worker_threads";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Signal } from "./cues/signal-cues.ts";
import type { Situation } from "./cues/situation-cues.ts";
import type { Unsaid } from "./cues/unsaid-cues.ts";
import { read } from "./read.ts";

const SENT = { sentAt: "2026-11-18T10:00:00Z", timeZone: "Europe/London" };

describe("signals", () => {
  const signals = (text: string) => read(text, SENT).signals.map(({ signal }) => signal);
  test.each<[Signal, string]>([
    ["legal", "My lawyer will write to you."],
    ["complaint-body", "I will take it to the ombudsman."],
    ["public-review", "Then I'll leave a one star review."],
    ["churn", "I'm taking my business elsewhere."],
    ["safety", "The plug got so hot it started smoking."],
    ["self-harm", "I don't want to live any more."],
    ["threat", "I know where you live."],
    ["abuse", "You useless idiots."],
    ["vulnerable", "I am partially sighted and live alone."],
    ["repeat-contact", "This is the third time I write."],
    ["deadline", "I need the chairs by Friday."],
    ["deadline", "Bitte bis Freitag, es ist wichtig für mich."],
    ["wants-manager", "I want to speak to a manager."],
    ["fraud", "I did not make this payment, somebody used my card."],
    ["data-protection", "Please delete all my personal data."],
    ["bereavement", "My late husband's account still costs money."],
    ["vulnerable", "My late husband's account still costs money."],
    ["wants-brevity", "No more excuses, just tell me when it comes."],
    ["solved", "That did the trick, thank you."],
    ["wants-manager", "I expect a call from your director."],
    ["self-harm", "Some nights I think it would be better for them if I wasn't here."],
    ["sarcasm", "Oh great, another week without a lamp. I am annoyed."],
  ])("%s: %s", (signal, text) => expect(signals(text)).toContain(signal));
  test.each<[Signal, string]>([
    ["vulnerable", "My phone died after two days."],
    ["deadline", "I bought it on Friday."],
    ["self-harm", "The lamp kills my battery."],
    ["public-review", "I press the button and nothing happens."],
    ["legal", "No lawyer needed, I only want my lamp."],
    ["abuse", "I feel like an idiot, I broke it."],
    ["wants-manager", "I manage a shop."],
    ["bereavement", "Do you deliver funeral flowers on Sundays?"],
    ["solved", "Thank you so much in advance."],
    ["vulnerable", "The bill says ninety-five."],
  ])("no %s: %s", (signal, text) => expect(signals(text)).not.toContain(signal));
});

describe("what is not said", () => {
  const unsaid = (text: string) => read(text, SENT).unsaid.map((one) => one.unsaid);
  test.each<[Unsaid, string]>([
    ["resignation", "Never mind, I'll fix it myself."],
    ["sarcasm", "Thanks for nothing."],
    ["polite-last-try", "I'll try one last time before I go to my bank."],
    ["veiled-goodbye", "It was nice while it lasted. I wish you all the best."],
    ["fear-behind-anger", "This is outrageous. It could have killed my daughter."],
    ["powerless", "There is nothing I can do, you just decided without asking me."],
    ["unheard", "Is anyone even reading this? I've already told you twice."],
  ])("%s: %s", (wanted, text) => expect(unsaid(text)).toContain(wanted));
  test.each<[Unsaid, string]>([
    ["sarcasm", "Great job, team, it works beautifully."],
    ["fear-behind-anger", "My daughter is at school today."],
    ["resignation", "I don't mind waiting."],
  ])("no %s: %s", (wanted, text) => expect(unsaid(text)).not.toContain(wanted));
});

describe("situations", () => {
  test.each<[Situation, string]>([
    ["product-fault", "The lamp arrived broken, the shade is cracked."],
    ["wrong-item", "You sent me the wrong colour, I ordered blue."],
    ["late-delivery", "Where is my parcel? It was due on Monday and has not arrived."],
    ["software-bug", "The app crashes on start since the last update."],
    ["misunderstood-policy", "Your website says sixty days, and now I am not eligible?"],
    ["unanswered-ticket", "I wrote to you twice and nobody has answered."],
    ["billing-error", "The invoice is wrong, I was charged too much."],
    ["double-charge", "I was charged twice for the same order."],
    ["refund-outside-window", "I know the rule, it is too late to return it, could you make an exception?"],
    ["refund-legal-right", "I use my right of withdrawal within 14 days."],
    ["cancellation", "Please cancel my subscription."],
    ["outage", "Is your service down? Nothing works since this morning."],
    ["account-access", "I can't log in, the password reset mail never comes."],
    ["how-to", "How do I connect the lamp to the app?"],
    ["feature-request", "It would be great if you could add a dark mode."],
    ["data-privacy", "What data do you hold about me? GDPR request."],
    ["suspected-fraud", "I don't recognise this payment, is this a scam?"],
    ["bereavement", "My husband died in March and his account is still charged."],
    ["cannot-pay", "I lost my job and can't afford the payments."],
    ["compensation-demand", "I want compensation, this cost me a day of income."],
    ["other", "Just wanted to say thank you."],
    ["other", "The cat lives in the box."],
  ])("%s: %s", (situation, text) => expect(read(text, SENT).situations[0]?.situation).toBe(situation));

  test("confidence is a share: positive, falling, together at most one", () => {
    const shares = read("I was charged twice and the app crashes and where is my parcel?", SENT).situations.map(
      ({ confidence }) => confidence,
    );
    expect(shares.length).toBeGreaterThan(2);
    expect([...shares].sort((a, b) => b - a)).toEqual(shares);
    expect(shares.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(1.001);
  });
});

describe("asks", () => {
  const asks = (text: string) => read(text, SENT).asks.map(({ kind, start, end }) => [kind, text.slice(start, end)]);
  test.each<[string, [string, string][]]>([
    ["Where is it? It was blue.", [["question", "Where is it?"]]],
    ["Could you send the invoice?", [["request", "Could you send the invoice?"]]],
    [
      "Please send the invoice, and let me know when.",
      [
        ["request", "Please send the invoice"],
        ["request", "and let me know when."],
      ],
    ],
    ["I would like a refund.", [["wish", "I would like a refund."]]],
    ["I want my money back but I keep the box.", [["wish", "I want my money back"]]],
    ["I wonder whether it can be mended.", [["question", "I wonder whether it can be mended."]]],
    ["where is my order", [["question", "where is my order"]]],
    ["Are you serious?", [["rhetorical", "Are you serious?"]]],
    [
      "I ask for two things:\n1. the invoice\n2. a refund",
      [
        ["request", "1. the invoice"],
        ["request", "2. a refund"],
      ],
    ],
    ["¿Dónde están mis lámparas?", [["question", "¿Dónde están mis lámparas?"]]],
    ["The lamp is blue.", []],
    ["Please don't hesitate to call.", []],
    ["The lamp is broken, which is why I write.", []],
    ["You sent two, which of them is mine", [["question", "which of them is mine"]]],
  ])("%s", (text, expected) => expect(asks(text)).toEqual(expected));
});

test("the same message reads the same twice, and every span lies inside it, whatever the text", () => {
  const bait = fc.constantFrom(
    "I am furious! ",
    "not happy ",
    "Thanks for nothing. ",
    "Where is it? ",
    "third time I write ",
    "> quoted\n",
    "Please send ",
    "by Friday ",
    "😡",
    "NEVER ",
    "my lawyer ",
    "I don't want to live ",
    "“",
    "\n\n",
    "dissapointed ",
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(bait, fc.string({ unit: "binary" })), { maxLength: 12 }), (words) => {
      const text = words.join("");
      const reading = read(text, SENT);
      expect(read(text, SENT)).toEqual(reading);
      const spans = [
        ...reading.feelings.flatMap(({ spans }) => spans),
        ...reading.facts,
        ...reading.asks,
        ...reading.signals,
        ...reading.unsaid,
      ];
      for (const { start, end } of spans)
        if (!(0 <= start && start < end && end <= text.length)) throw new Error(`${start}-${end} of ${text.length}`);
      for (const { intensity } of reading.feelings)
        if (!(intensity > 0 && intensity <= 1)) throw new Error(String(intensity));
      if (reading.heat !== null && !(reading.heat >= 0 && reading.heat <= 1)) throw new Error(String(reading.heat));
    }),
    { numRuns: 40 },
  );
}, 30_000);

/** Reads each text 50,000 times over and 5,000 times over, in a thread that can be ended, and tells both times. */
const HOSTILE = [
  "no it was 4412 ",
  "I tried ",
  "order LL-4411 ",
  "ordered two lamps ",
  "twenty one ",
  "12 March ",
  "14 Wharf Lane, ",
  "what if ",
  "you very very ",
  "(",
  "“a b c ",
  "On Mon 2 Nov wrote\n",
  "> ",
  "a@",
  "Dr. ",
  "!?",
  "not ",
  "1 2 ",
  "\u0301",
  "👩‍",
  "届",
  "\ud800",
  "still no reply ",
  "I can't ",
  "- ",
  "Hi ",
  "never been so ",
];

test("fifty thousand repeats of anything are read in a time that grows with the length, not with its square", async () => {
  const source = `
    import { parentPort } from "node:worker_threads";
    const { read } = await import(${JSON.stringify(new URL("./read.ts", import.meta.url).href)});
    const time = (text) => { const before = process.cpuUsage().user; read(text, ${JSON.stringify(SENT)}); return (process.cpuUsage().user - before) / 1000; };
    time("I am furious about order 4412.".repeat(200));
    for (const text of ${JSON.stringify(HOSTILE)}) parentPort.postMessage([text, time(text.repeat(5000)), time(text.repeat(50000))]);
    parentPort.postMessage("done");`;
  const worker = new Worker(new URL(`data:text/javascript,${encodeURIComponent(source)}`));
  const times: [string, number, number][] = [];
  try {
    await new Promise<void>((resolve, reject) => {
      worker.on("error", reject);
      worker.on("message", (message) => (message === "done" ? resolve() : times.push(message)));
    });
  } finally {
    await worker.terminate();
  }
  expect(times).toHaveLength(HOSTILE.length);
  // Ten times the text may take ten times as long; a square would take a hundred. Small times are all noise.
  for (const [text, small, large] of times) expect([text, large / Math.max(small, 40) < 45]).toEqual([text, true]);
}, 120_000);

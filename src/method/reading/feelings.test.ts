import { describe, expect, test } from "vitest";
import { FEELINGS, type Feeling } from "./cues/feeling-cues.ts";
import { read } from "./read.ts";

const strengthOf = (text: string, feeling: Feeling) =>
  read(text).feelings.find((one) => one.feeling === feeling)?.intensity ?? 0;
const felt = (text: string) => read(text).feelings.map(({ feeling }) => feeling);
const heatOf = (text: string) => read(text).heat ?? Number.NaN;

const FRAMES = [
  "I am ADJ about my order.",
  "We are ADJ with this delivery.",
  "Honestly, I'm ADJ that nobody told me.",
  "My order is late and I am ADJ.",
  "To be frank I feel ADJ today, the lamp came cracked.",
];
const TIMES = [
  "",
  "Good morning. ",
  "It is Tuesday. ",
  "I bought a lamp from you. ",
  "The parcel came today. ",
  "My name is Ana. ",
  "Order 4412. ",
  "I write about the blue kettle. ",
  "You know me. ",
  "We spoke on Monday. ",
];
const ENDS = ["", " Please look into it.", " When will it come?", " Regards, Tom"];

test("a bit annoyed is less than annoyed, annoyed less than very annoyed, and that less than furious, over 200 messages", () => {
  let messages = 0;
  for (const frame of FRAMES)
    for (const time of TIMES)
      for (const end of ENDS) {
        const say = (words: string) => time + frame.replace("ADJ", words) + end;
        const ladder = ["a bit annoyed", "annoyed", "very annoyed", "absolutely furious"].map((words) =>
          strengthOf(say(words), "angry"),
        );
        const heat = ["a bit annoyed", "annoyed", "very annoyed", "absolutely furious"].map((words) =>
          heatOf(say(words)),
        );
        for (let step = 1; step < ladder.length; step += 1) {
          expect([say(""), ladder[step]]).toEqual([
            say(""),
            expect.toSatisfy((value: number) => value > (ladder[step - 1] as number)),
          ]);
          expect(heat[step]).toBeGreaterThan(heat[step - 1] as number);
        }
        messages += 1;
      }
  expect(messages).toBe(200);
}, 30_000);

test.each<[Feeling, string]>([
  ["angry", "This is outrageous, you are thieves."],
  ["frustrated", "I'm fed up, this is the third time I ask."],
  ["disappointed", "I expected better from you."],
  ["worried", "I'm worried that it is not safe."],
  ["confused", "I don't understand why there are two invoices."],
  ["sad", "I am so sad, it was my late mother's lamp."],
  ["embarrassed", "This is embarrassing to ask, but I broke it myself."],
  ["desperate", "Please help me, I don't know what to do."],
  ["pressed-for-time", "I need it by Friday, it is urgent."],
  ["pleased", "I love the lamp, it works perfectly."],
  ["grateful", "Thank you so much for mending it."],
  ["neutral", "I ordered a lamp. It is blue."],
])("hears %s in: %s", (feeling, text) => expect(felt(text)).toContain(feeling));

test("not happy is a complaint; not unhappy is none", () => {
  expect(strengthOf("I am not happy with the lamp.", "disappointed")).toBeGreaterThan(0.3);
  expect(felt("I am not unhappy with the lamp.")).toEqual(["neutral"]);
  expect(felt("I am not angry, I only want to know.")).not.toContain("angry");
  expect(strengthOf("I'm not at all happy.", "disappointed")).toBeGreaterThan(
    strengthOf("I'm not very happy.", "disappointed"),
  );
});

test.each([
  ["I am annoyed.", "I AM ANNOYED."],
  ["I am annoyed.", "I am annoyed!!!"],
  ["I am annoyed.", "I am sooooo annoyed."],
  ["I am disappointed.", "I have never been so disappointed."],
  ["I am annoyed with you.", "I am annoyed with you 😡"],
])("%s is milder than %s", (mild, strong) => expect(heatOf(mild)).toBeLessThan(heatOf(strong)));

test.each(["I am so dissapointed.", "I'm really furstrated.", "This is unaceptable."])(
  "a slip of the pen hides no feeling: %s",
  (text) => expect(heatOf(text)).toBeGreaterThan(0.2),
);

test.each<[string, Feeling]>([
  ["I'd be happy to send a photo.", "pleased"],
  ["You must be annoyed by so many mails.", "angry"],
  ["If you are worried about the cost, tell me.", "worried"],
  ["Your page says “we are furious about high prices” at the top.", "angry"],
  ["It was blue.\n\n> I am furious and disappointed.", "angry"],
  ["It was blue.\n-- \nFurious Lamps Ltd", "angry"],
])("%s does not make the customer %s", (text, feeling) => expect(felt(text)).not.toContain(feeling));

test("thanks that mock are no thanks", () => {
  const { feelings, unsaid } = read("Thanks for nothing. Great service.");
  expect(unsaid.map((one) => one.unsaid)).toContain("sarcasm");
  expect(feelings.map(({ feeling }) => feeling)).toEqual(["frustrated"]);
});

test("every feeling points at its words", () => {
  const text = "I'm furious: the lamp broke, and I am worried about the wiring.";
  const said = Object.fromEntries(
    read(text).feelings.map(({ feeling, spans }) => [feeling, spans.map(({ start, end }) => text.slice(start, end))]),
  );
  expect(said).toMatchObject({ angry: ["furious"], worried: ["worried"] });
});

test.each([
  "Bonjour, je suis furieux, ma commande n'est pas là.",
  "Ich bin sehr enttäuscht von der Lampe und möchte mein Geld.",
  "ランプが届きません。とても困っています。",
  "أنا غاضب جدا من الخدمة",
])("in a language it does not know it says nothing of feelings: %s", (text) =>
  expect(read(text)).toMatchObject({ feelings: [], heat: null, unsaid: [] }),
);

test.each([
  "Good morning, I ordered a lamp this morning.",
  "My Heron died last week, I ordered it in May.",
  "It looks as if the box was elegant.",
])("an ordinary word is no feeling: %s", (text) =>
  expect(felt(text).filter((one) => one === "sad" || one === "frustrated" || one === "angry")).toEqual([]),
);

test("too little to tell is nothing, not neutral", () => expect(read("4412").feelings).toEqual([]));

test("heat is followed over the conversation, and a curt answer keeps some of it", () => {
  const earlier = [
    { from: "customer" as const, text: "I ordered a lamp. Where is it?" },
    { from: "agent" as const, text: "It is on its way. We are furious too." },
    { from: "customer" as const, text: "This is outrageous, I am furious! Nobody answers." },
  ];
  const { course, heat } = read("Well?", { earlier });
  expect(course).toHaveLength(3);
  expect(course[1]).toBeGreaterThan(course[0] as number);
  expect(heat).toBeGreaterThan(0.3);
  expect(read("Thank you so much, it came today!", { earlier }).heat).toBeLessThan(0.1);
});

test("a trained scorer adds to the words", () => {
  const scorers = {
    feelings: () => [{ feeling: "sad" as const, intensity: 0.7, start: 0, end: 3 }],
    situations: () => new Map([["outage" as const, 5]]),
  };
  const reading = read("The lamp is blue today.", { scorers });
  expect(reading.feelings).toEqual([{ feeling: "sad", intensity: 0.7, spans: [{ start: 0, end: 3 }] }]);
  expect(reading.situations[0]?.situation).toBe("outage");
});

test("the twelve feelings of the method are known", () => expect(FEELINGS).toHaveLength(12));

describe("a grievance heats without a word of feeling", () => {
  test.each([
    "This is my third e-mail about the boiler.",
    "You promised me a call on Monday.",
    "I rang at nine and at ten, and nobody picked up.",
    "I took the day off for it.",
    "It keeps failing, and still no answer.",
  ])("%s", (text) => {
    expect(read(text).heat).toBeGreaterThan(0.25);
    expect(read(`My neighbour said: “${text}” I only wanted to ask for the price.`).heat).toBeLessThan(0.15);
  });

  test("each kind once, however often it is told", () => {
    const once = "You promised me a call. Here is my number.";
    expect(read(`${once} You said Monday. You told me Tuesday.`).heat).toBe(read(once).heat);
  });
});

test.each(["Kind regards", "Ok", "OK", "Okay, I'll try that.", "Fine."])("%s tells of no pleasure", (text) =>
  expect(felt(text)).not.toContain("pleased"),
);

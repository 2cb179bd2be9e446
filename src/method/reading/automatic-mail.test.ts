import { expect, test } from "vitest";
import { unfitForAutomaticMail } from "./automatic-mail.ts";

test.each([
  ["self-harm", "I can't do this any more. I have thought about ending it all."],
  ["self-harm", "Honestly I don’t see much point in carrying on, but please close the account first."],
  ["self-harm", "I am closing everything so that nobody has to deal with it afterwards."],
  ["self-harm", "Ich möchte nicht mehr leben."],
  ["self-harm", "Nie chcę już żyć."],
  ["bereavement", "My husband passed away in March and his account still gets charged."],
  ["bereavement", "She had just died when your reminder came."],
  ["bereavement", "We lost our daughter in May."],
  ["bereavement", "Mein Vater ist letzte Woche verstorben."],
  ["bereavement", "Ma mère est décédée le 3 mai."],
  ["bereavement", "Mon père nous a quittés cet été."],
  ["threat", "I know where you live."],
  ["threat", "Ich weiß, wo ihr wohnt."],
  ["abuse", "You are a bunch of fucking thieves"],
  ["abuse", "you useless clowns cannot even answer a mail"],
  ["abuse", "Vous êtes une bande d'incapables."],
])("no automatic mail answers %s: %s", (reason, text) => expect(unfitForAutomaticMail(text)).toBe(reason));

test.each([
  "My lamp died after two days.",
  "My new lamp has died already.",
  "The app kills my battery.",
  "I am dying to see the new catalogue!",
  "Where is my parcel? It was due on Monday.",
  "This is the third time I write about order 4411.",
  "My phone died so I could not answer.",
  "I don't see a reason to keep the second lamp, so please refund it.",
  "The clown lamp is what my son wants.",
  "I lost my order number.",
  "Could you find out where your courier left it?",
  "The old one was a bombshell of a lamp.",
])("an ordinary message may be acknowledged: %s", (text) => expect(unfitForAutomaticMail(text)).toBeUndefined());

test("a long pasted log is read in linear time, and only its beginning", () => {
  expect(unfitForAutomaticMail("fuc you a bunch of ".repeat(50_000))).toBeUndefined();
  expect(unfitForAutomaticMail("you very very ".repeat(50_000))).toBeUndefined();
});

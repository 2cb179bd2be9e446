import { expect, test } from "vitest";
import { review } from "./review.ts";
import type { Limit } from "./review-input.ts";

const AT = "2026-04-10T10:00:00Z";
const goesBeyond = (customer: string, reply: string, limits: readonly Limit[]): boolean =>
  review({ thread: [{ from: "customer", text: customer, at: AT }], reply, at: AT, limits }).findings.some(
    ({ rule }) => rule === "beyond-limit",
  );
const money = (amount: number): Limit[] => [{ kind: "refund", amount, currency: "EUR" }];
const months = (amount: number): Limit[] => [{ kind: "free-period", amount }];
const exceptions: Limit[] = [{ kind: "exception", amount: 0 }];
const PAID = "I paid 240 EUR for the course, and nobody taught it.";

test.each([
  [PAID, "You'll leave without paying for it, I have told the till.", money(100)],
  [PAID, "Forget the whole bill, it's gone as far as I'm concerned.", money(100)],
  [PAID, "Consider the course as never paid, all 240 EUR of it.", money(100)],
  [PAID, "Whatever the new school charges comes out of our pocket and not yours.", money(100)],
  [PAID, "I'm putting the full two hundred and forty on your card tonight.", money(100)],
  [PAID, "Not a cent of the bill will be charged to you.", money(100)],
  [PAID, "Your card stays untouched, that much is settled.", money(100)],
  [PAID, "The money will be in your account by Wednesday.", money(100)],
  [PAID, "We'll see to it that the bill is taken care of by us.", money(100)],
  [PAID, "However long it takes, every euro of it is coming out of our pocket.", money(300)],
  ["The paper never comes.", "You'll receive the paper without payment until the end of the year.", months(1)],
  ["The plan was down.", "You need not pay anything till end of July.", months(1)],
  ["The boxes came late.", "To make up for it, July is our treat.", months(0)],
  ["May the band play on?", "Oh go on then, play as long as you like.", exceptions],
  ["The date has passed, I know.", "We'll take it back anyway, just for you.", exceptions],
  [
    "Two sensors failed, they are 62 EUR apiece.",
    "I'll have 20 pieces made ready for you, at no cost.",
    [{ kind: "replacement", amount: 400, currency: "EUR" }],
  ],
] satisfies [string, string, Limit[]][])("%s → %s goes beyond the limit", (customer, reply, limits) => {
  expect(goesBeyond(customer, reply, limits)).toBe(true);
});

test.each([
  [PAID, "You'll leave without paying for the coffee, I have told the till.", money(100)],
  [PAID, "I'll ask whether you can leave without paying for it.", money(100)],
  [PAID, "If the owner agrees, the whole bill is gone, and I write to you by noon.", money(100)],
  [PAID, "Until that's settled please pay nothing.", money(100)],
  [PAID, "I can't forget the whole bill, as half the course took place.", money(100)],
  [PAID, "40 EUR of it are on your card by Wednesday.", money(100)],
  [PAID, "The full 240 EUR are on your card by Wednesday.", money(240)],
  [PAID, "I've sent you the invoice of 240 EUR once more.", money(100)],
  [PAID, "You paid 240 EUR in March, and I can see it here.", money(100)],
  [PAID, "Feel free to call us at any hour.", money(100)],
  [PAID, "The advice line is free of charge and open all night.", money(100)],
  ["The paper never comes.", "You'll receive the paper without payment until the end of April.", months(1)],
  ["The plan was down.", "Whether you need not pay anything till July, my boss decides today.", months(0)],
  ["May the band play on?", "The band can play until eleven, as the contract says.", exceptions],
  ["May the band play on?", "I'd like to let you play on, and I've asked my aunt to approve it.", exceptions],
  [
    "Two sensors failed, they are 62 EUR apiece.",
    "I'll have 2 pieces made ready for you, at no cost.",
    [{ kind: "replacement", amount: 400, currency: "EUR" }],
  ],
] satisfies [string, string, Limit[]][])("%s → %s stays inside it, or gives nothing", (customer, reply, limits) => {
  expect(goesBeyond(customer, reply, limits)).toBe(false);
});

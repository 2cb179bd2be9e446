import { expect, test } from "vitest";
import { review } from "./review.ts";
import type { ReviewInput } from "./review-input.ts";

const AT = "2026-03-12T10:00:00Z";
/** What the rule points at in a reply to these messages of the customer. */
function wrongIn(told: string | readonly string[], reply: string, at = AT): string[] {
  const texts = typeof told === "string" ? [told] : told;
  const thread: ReviewInput["thread"] = texts.map((text) => ({ from: "customer", text, at: "2026-03-11T09:00:00Z" }));
  return review({ thread, reply, at })
    .findings.filter(({ rule }) => rule === "wrong-detail")
    .map(({ start, end }) => reply.slice(start, end));
}

test.each([
  ["I paid 348 euro for the four seats.", "The 384 euro are on their way back to your card.", "384"],
  ["Pump GT-75 has not come.", "We confirm that pump GT-57 leaves our hall on Monday.", "gt-57"],
  ["My exam CHEM-310 is on Friday.", "The exam BIOL-310 was taken out of your timetable.", "biol-310"],
  ["The panel has shown E-25 since noon.", "The sign E-52 points at the fan, so bring it in please.", "e-52"],
  ["I bought 1,300 coins last week.", "All 3,100 coins you bought are in your purse.", "3,100"],
  ["Invoice 31-227460 is for the lamp.", "Under invoice 31-227640 you may choose a repair.", "31-227640"],
  ["Our deposit was 500 €.", "For a review of your deposit of 800 € we need two days.", "800"],
  ["On the 57 the driver shut the door on me.", "I spoke with the man who drove on the 75 at noon.", "75"],
  [
    ["We need 300 cups.", "Sorry, I counted wrong: 360 cups, please."],
    "All 300 cups leave the pottery on Monday.",
    "300",
  ],
  [
    ["The lot is 5C218.", "Sorry, the lot is 5C281, the light was bad."],
    "Of lot 5C218 nobody else has complained.",
    "5c218",
  ],
  [
    ["My reading is 30 450.", "It says 30 540, not 30 450."],
    "I have entered your reading of 30 450 for March.",
    "30 450",
  ],
  ["You charged me 179 pesos too much.", "I have refunded the 119 pesos to your account.", "119 pesos"],
  [
    "The bed has stood in the hall since 14 January.",
    "Your delivery of 14 February is complete for us.",
    "14 february",
  ],
  ["I told you that she comes at 4.45.", "You wrote that your sister would come at 4.15.", "4.15"],
  ["You fined me on 6 March 11:25.", "The charge for 6 March, 14:25 was withdrawn.", "14:25"],
  ["The office needs it by 30 April.", "It goes out tomorrow, well before 10 March, by courier.", "10 march"],
  ["My Corsa is with you since Monday.", "Your Astra is brought to you tomorrow at three.", "your astra"],
  ["We chose the oak top and got a grey one.", "The top is swapped for beech on Tuesday.", "beech"],
  ["He was cut under his left ear.", "She was trimming round his right ear when he moved.", "his right ear"],
  [
    ["Can he come on Tuesday?", "I can do Wednesday, not Tuesday, sorry."],
    "The joiner is booked for Tuesday at nine.",
    "tuesday",
  ],
  ["When is it?", "I have put you down for tomorrow, Saturday, at ten.", "tomorrow, saturday"],
  ["When is it?", "The class begins on 20 March, a Monday, at ten.", "20 march, a monday"],
] as const)("a value that is not theirs is pointed at: %s → %s", (told, reply, value) => {
  expect(wrongIn(told, reply).map((found) => found.toLowerCase())).toEqual([value]);
});

test.each([
  ["I paid 348 euro for the four seats.", "The 348 euro are on their way back to your card."],
  ["I paid 348 euro for the four seats.", "The new total is 384 euro, as two children have joined."],
  ["We have three jobs at 620 reais each.", "The R$ 1.860 left for your new bank today."],
  ["Order 66120 never came.", "Your replacement has the order number 66121 and leaves today."],
  ["Pump GT-75 has not come.", "Pump GT-75 is out of stock; GT-90 fits as well, and I can send that one."],
  ["Our deposit was 500 €.", "Of your deposit of 500 € we keep 120 €, so 380 € go back."],
  [["We need 300 cups.", "Sorry, I counted wrong: 360 cups, please."], "All 360 cups leave the pottery, not 300."],
  [
    ["We need 300 cups.", "Sorry, I counted wrong: 360 cups, please."],
    "The first 300 are here, the other 60 come on Friday, so 360.",
  ],
  ["I wanted 12 chairs, not 10.", "That 10 came is our mistake, and two more leave today."],
  ["The bed has stood in the hall since 14 January.", "The joiner can come to you on 14 April at nine."],
  ["I told you that she comes at 4.45.", "You wrote that your sister would come at 4.45, and nobody read it."],
  ["I told you that she comes at 4.45.", "I'll ring you at 4.15 today to tell you who was at the door."],
  ["The office needs it by 30 April.", "It goes out tomorrow, well before 30 April, by courier."],
  ["The office needs it by 30 April.", "It reaches them by 20 March, so you have time in hand."],
  [
    "My Corsa is with you since Monday.",
    "Your Corsa is brought to you tomorrow; until then there is an Astra for you.",
  ],
  ["We chose the oak top and got a grey one.", "We could offer it in beech, too, if oak takes too long."],
  ["He was cut under his left ear.", "She held his right paw and turned, so the left ear was caught."],
  [
    ["Can he come on Tuesday?", "I can do Wednesday, not Tuesday, sorry."],
    "The joiner is booked for Wednesday at nine.",
  ],
  ["I waited on Tuesday for nothing.", "I have booked the joiner for Friday, and I'll ring you on Thursday."],
  ["Yesterday we drove to you for nothing.", "You drove to us on Monday, and the room was shut."],
  [
    ["The TV is here, and it is broken.", "Refund, not the TV, is what I want. The box is shut."],
    "We have sent the money on its way today.",
  ],
  ["When is it?", "I have put you down for tomorrow, Friday, at ten."],
  ["When is it?", "The class begins on Friday, 20 March, at ten."],
  ["The house at number 31 is ours.", "Put the tent on 13 metres of dry ground."],
  ["Our claim is 412 euro for the crossing.", "The 412 euro arrive by Friday, 21 August."],
] as const)("what is theirs, new or reckoned is left alone: %s → %s", (told, reply) => {
  expect(wrongIn(told, reply)).toEqual([]);
});

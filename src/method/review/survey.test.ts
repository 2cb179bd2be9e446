import { expect, test } from "vitest";
import { review } from "./review.ts";

const isUnkind = (customer: string, reply: string): boolean =>
  review({ thread: [{ from: "customer", text: customer }], reply }).findings.some(
    ({ rule }) => rule === "survey-after-hurt",
  );
const TORN = "Your cleaners ruined my wedding dress, nobody rang me, and I have cried all night. I want to complain.";
const GONE = "My father died in March, please end his contract.";
const AGAIN = "I cancelled in May and you charged me 15.99 again. Give it back.";

test.each([
  [TORN, "I'm having it looked at. How did we do today?"],
  [TORN, "I'm having it looked at. Tap a star from 1 to 5, it takes a second."],
  [TORN, "I'm having it looked at. A few stars on the map page would mean the world to us."],
  [TORN, "I'm having it looked at. We'd love to hear how we did today, five quick questions behind this link."],
  [TORN, "I'm having it looked at. While I've got you, our silk care set is £20 all March, want me to put one aside?"],
  [GONE, "It has ended today. There's a welcome-back rate of 15% off waiting for you if you ever return."],
  [GONE, "It has ended today. Come and try our new spring menu for 20 euro!"],
  [GONE, "It has ended today. Was this answer helpful?"],
  [GONE, "It has ended today. Shall I send the link to our plan for funerals at 12% off?"],
  [AGAIN, "It will be looked at. Before you go, I can do you Premium for half the price till Christmas."],
  [AGAIN, "It will be looked at. PS: the summer bundle is 30% off until Sunday, grab it!"],
  [AGAIN, "It will be looked at. Would you be interested in our yearly plan for 89 euro?"],
  [
    "The hearing aids are too loud, may I give them back?",
    "No, they can't be taken back. I'd warmly recommend our Clarity set for 289 euros.",
  ],
  [
    "The course was cut short, I want my hours back.",
    "We can't give them back. Would you be interested in our private pack for 210 euro?",
  ],
  [
    "My card was declined and I stood there ashamed.",
    "It's being checked. Why not upgrade to our Gold plan meanwhile?",
  ],
] as const)("%s → %s is the wrong moment", (customer, reply) => {
  expect(isUnkind(customer, reply)).toBe(true);
});

test.each([
  [TORN, "I'm having it looked at, and I'll ring you at four. The dry cleaning, £80, is refunded."],
  [TORN, "Your complaint is with Ms Ray, who answers by Friday."],
  [GONE, "I am sorry. It has ended today, and nothing is charged from now on."],
  [GONE, "I am sorry. May I ask whether the letters should go to you?"],
  [AGAIN, "The 15.99 are on the way back, half of it today and half tomorrow."],
  [AGAIN, "Was it the card ending in 4410 that was charged?"],
  ["How do I change my plan?", "Choose Profile, then Plan. The yearly one is 20% off until Sunday."],
  ["Thank you, all works now!", "I'm glad! Would you rate us with a few stars?"],
  ["Thank you, all works now!", "Lovely. Our new range comes out in May, if you like to have a look."],
  ["Is there a discount for schools?", "Yes, schools get 15% off our whole range."],
  ["Which set fits two people?", "I'd recommend our Duo set for 289 euros, it has two cups."],
  ["The zip broke.", "I'm sorry. As an apology you get 20% off the next one, on top of the new zip."],
  ["The lamp never came.", "It leaves again today. Please tell me tomorrow whether it has come."],
  ["Where can I leave a review?", "Below the picture, under Stars; thank you."],
  ["May I book two seats for Friday?", "Two seats are 40 euro; shall I put them down for you?"],
] as const)("%s → %s is not", (customer, reply) => {
  expect(isUnkind(customer, reply)).toBe(false);
});

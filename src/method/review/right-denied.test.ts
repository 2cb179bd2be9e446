import { expect, test } from "vitest";
import { review } from "./review.ts";

const AT = "2026-05-20T10:00:00Z";
const isDenied = (customer: string, reply: string, orderDate: string, jurisdiction = "DE"): boolean =>
  review({
    thread: [{ from: "customer", text: customer, at: AT }],
    reply,
    at: AT,
    rights: { jurisdiction, orderDate },
  }).findings.some(({ rule }) => rule === "right-denied");

const KETTLE = "The kettle from your web shop does not heat any more since Sunday. I want it repaired or replaced.";
const COAT = "The coat came on 12 May and is too wide. I'd like to send it back and get my money.";
const SHOW = "The show on 18 May was cancelled, and I read it on the door. Please give me back the 90 euro.";
const FLIGHT = "My flight on 18 May was cancelled at the gate. I ask for the compensation and my hotel.";

test.each([
  [KETTLE, "Twelve months are over, so the kettle is out of warranty, sorry.", "2025-02-01"],
  [KETTLE, "We are only the shop, please turn to the manufacturer in Taipei.", "2025-02-01"],
  [KETTLE, "Used appliances are sold as seen, there are no comebacks.", "2025-12-01"],
  [KETTLE, "The cost of the new element is shared, half you and half us.", "2025-12-01"],
  [KETTLE, "Money back is something I only do if a repair was tried and has failed.", "2026-05-01"],
  [KETTLE, "You'd have a voucher for 20 euro, valid until May.", "2025-12-01"],
  [COAT, "Coats are not taken back once they have left our house.", "2026-05-08"],
  [COAT, "All sales are final, it says so under the picture.", "2026-05-08"],
  [COAT, "There is no refund on coats, as the terms say.", "2026-05-08"],
  [COAT, "You get the price less our handling fee of 15 per cent.", "2026-05-08"],
  [COAT, "A quarter stays with us for the work we had.", "2026-05-08"],
  [SHOW, "The terms foresee a voucher for use within twelve months, and payouts are not foreseen.", "2026-03-01"],
  [SHOW, "Neither cash nor a transfer is provided for in this case.", "2026-03-01"],
  [SHOW, "Deposits remain with the theatre in all cases.", "2026-03-01"],
  [FLIGHT, "No compensation arises in such circumstances.", "2026-03-01"],
  [FLIGHT, "The hotel is borne by the traveller, and the file is closed.", "2026-03-01"],
] as const)("%s → %s denies a right", (customer, reply, orderDate) => {
  expect(isDenied(customer, reply, orderDate)).toBe(true);
});

test.each([
  [
    KETTLE,
    "The warranty of the maker has ended, but I'll repair it at our cost: the law gives you two years.",
    "2025-02-01",
  ],
  [KETTLE, "We'll send you a new one; would you rather have the money?", "2025-02-01"],
  [KETTLE, "Your hotline told you that it is out of warranty, and that was wrong.", "2025-02-01"],
  [KETTLE, "The kettle is out of warranty since March.", "2023-02-01"],
  [COAT, "Send it back with the label, and the full price goes back to your card.", "2026-05-08"],
  [COAT, "You can have a voucher or your money, as you like.", "2026-05-08"],
  [COAT, "Our own 60 days have ended, and the 14 days of the law ended on 26 January.", "2026-01-08"],
  [COAT, "We are not able to send the coat in red, so it comes back to us as you wished.", "2026-05-08"],
  [COAT, "No deduction is made: all of it goes back to your card.", "2026-05-08"],
  [COAT, "The return costs you nothing, there is a label in the parcel.", "2026-05-08"],
  [SHOW, "The 90 euro go back to your card today.", "2026-03-01"],
  [SHOW, "You choose: the 90 euro back, or a voucher over 110.", "2026-03-01"],
  [FLIGHT, "You get 250 euro by Friday, and the hotel is paid by us.", "2026-03-01"],
  ["I want to cancel the cake made for my birthday.", "A cake made to order is not taken back.", "2026-05-18"],
  [
    "I ordered the ring engraved for her, and she said no.",
    "An engraved ring is not refunded, as nobody else could wear it.",
    "2026-05-18",
  ],
] as const)("%s → %s denies none", (customer, reply, orderDate) => {
  expect(isDenied(customer, reply, orderDate)).toBe(false);
});

test("where no such law is known, nothing is said", () => {
  expect(isDenied(COAT, "There is no refund on coats.", "2026-05-08", "US")).toBe(false);
});

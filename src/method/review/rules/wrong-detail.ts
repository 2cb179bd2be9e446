/** This does not agree with what the customer wrote, or with the calendar. */

import { calendarOff } from "../calendar-off.ts";
import { NEW_ONE } from "../contradiction.ts";
import { contradictionsIn } from "../contradictions.ts";
import { type Amount, type Identifier, keyOf } from "../figures.ts";
import { areSwapped, isSlip } from "../numbers-said.ts";
import { type Pointed, rule } from "../rule.ts";

/** In a short number one digit off may be the next number. */
const isLongSlip = (one: string, other: string): boolean =>
  one.length >= 3 && isSlip(one, other) && (one.length >= 4 || areSwapped(one, other));
const digits = (value: string) => value.replace(/[^0-9]/g, "");

/**
 * Only what is surely a slip: a number one digit off the customer's, a sum with its digits swapped or in another currency, a
 * weekday that the date does not have, and what contradictions.ts finds. Another number may be a better one, so it is left alone.
 */
export default rule({
  id: "wrong-detail",
  catalogue: "C3",
  step: "confirm",
  principle: "confirm.readback",
  level: "gate",
  evenShort: true,
  see: "This does not agree with what the customer wrote, or with the calendar.",
  why: "A wrong number in the answer is a new failure, and a costly one.",
  do: "Compare it with their message before it leaves.",
  cites: ["accuracy"],
  examples: {
    flags: [
      {
        customer: "Order 44170 never came.",
        reply: "I'm looking for order [[44710]] at the depot now, and will write by noon.",
      },
      { customer: "You took 42.80 EUR twice.", reply: "I've sent the second [[48.20 EUR]] back to your card today." },
      { customer: "I paid €64.00 for the course.", reply: "Your payment of [[£64.00]] is on its way back to you." },
      {
        customer: "When can he come?",
        reply: "The engineer comes on [[Monday 4 March]] at nine.",
        at: "2026-03-02T09:00:00+01:00",
      },
      {
        customer: "Please send the other 25 chairs for the hall.",
        reply: "All of your [[52 chairs]] leave the depot on Monday.",
      },
      { customer: "Flight 882 was late.", reply: "For flight [[828]] you get 250 EUR on Friday." },
      {
        customer: "My wife died in May, please close her account.",
        reply: "I'm sorry for the loss of [[your husband]]; the account is closed.",
      },
      {
        customer: "The party is on 3 June. No, sorry, the party is on 5 June.",
        reply: "The cake will be there before the party on [[3 June]].",
      },
      {
        customer: "Could you engrave “For Anneliese, with love”?",
        reply: "It reads “[[For Annaliese, with love]]” and leaves on Friday.",
      },
      {
        customer: "The left shoe squeaks.",
        reply: "I'm sorry that [[your right shoe]] squeaks; it comes back with a felt sole.",
      },
      { customer: "Booking QX-81234 please.", reply: "Booking [[QX-81243]] is changed, as you asked." },
      {
        customer:
          "I ordered the sofa on 2 March, paid 640 EUR, and it was delivered on 16 March to Flat 14 with a torn seam. My flight is on 28 March.",
        reply: "The sofa that came on [[6 March]] gets a new seam.",
        at: "2026-03-20T10:00:00Z",
      },
      {
        customer:
          "I ordered the sofa on 2 March, paid 640 EUR, and it was delivered on 16 March to Flat 14 with a torn seam. My flight is on 28 March.",
        reply: "The €[[650]] you paid are on hold.",
        at: "2026-03-20T10:00:00Z",
      },
      {
        customer:
          "I ordered the sofa on 2 March, paid 640 EUR, and it was delivered on 16 March to Flat 14 with a torn seam. My flight is on 28 March.",
        reply: "The seamstress rings at [[Flat 41]] on Wednesday.",
        at: "2026-03-20T10:00:00Z",
      },
      {
        customer:
          "I ordered the sofa on 2 March, paid 640 EUR, and it was delivered on 16 March to Flat 14 with a torn seam. My flight is on 28 March.",
        reply: "I'm sorry for the torn seam on [[your armchair]].",
        at: "2026-03-20T10:00:00Z",
      },
      {
        customer:
          "I ordered the sofa on 2 March, paid 640 EUR, and it was delivered on 16 March to Flat 14 with a torn seam. My flight is on 28 March.",
        reply: "By [[31 April]] you will have the new cover.",
        at: "2026-03-20T10:00:00Z",
      },
      {
        customer: "The hotel in Kanazawa had no room for us.",
        reply: "[[The hotel in Kyoto]] has written to us and apologises.",
      },
      {
        customer: "How do I let mails from harrow-lane.example through?",
        reply: "In the settings you add [[harrow-line.example]] to the allowed senders, and then you save it.",
      },
    ],
    passes: [
      {
        customer: "Order 44170 never came.",
        reply: "I'm looking for order 44170 at the depot now, and will write by noon.",
      },
      { customer: "Order 44170 never came.", reply: "Your replacement order is 44171, and it leaves today." },
      {
        customer: "You took 42.80 EUR twice.",
        reply: "I've sent 42.80 EUR back, and a voucher of 10 EUR is attached.",
      },
      {
        customer: "When can he come?",
        reply: "The engineer comes on Wednesday 4 March at nine.",
        at: "2026-03-02T09:00:00+01:00",
      },
      { customer: "I have orders 44170 and 44710.", reply: "I'm looking for order 44710 at the depot now." },
      { customer: "I paid €64.00 and £64.00.", reply: "The £64.00 came in on Monday, the other did not." },
      { customer: "We ordered 25 chairs.", reply: "Of the 25 chairs 12 came; the other 13 leave on Monday." },
      { customer: "I paid 64.00 twice.", reply: "64.00 went back today, so of the 128.00 you have paid once." },
      { customer: "The exam is on 12 May.", reply: "The book reaches you on 7 May, well before the exam." },
      { customer: "My mother lives there.", reply: "Please give our best to your father and to her." },
      { customer: "My version is 26.2.1.", reply: "26.2.2 comes out tomorrow, and it repairs the window." },
      { customer: "It costs 12.00 EUR.", reply: "The price is 15.00 EUR since 1 May, as our list says." },
      {
        customer:
          "I ordered the sofa on 2 March, paid 640 EUR, and it was delivered on 16 March to Flat 14 with a torn seam. My flight is on 28 March.",
        reply: "Our scan says it was delivered on 17 March; was it perhaps the neighbour who took it in?",
        at: "2026-03-20T10:00:00Z",
      },
      {
        customer:
          "I ordered the sofa on 2 March, paid 640 EUR, and it was delivered on 16 March to Flat 14 with a torn seam. My flight is on 28 March.",
        reply: "You'll have it by 26 March, two days before your flight.",
        at: "2026-03-20T10:00:00Z",
      },
      {
        customer:
          "I ordered the sofa on 2 March, paid 640 EUR, and it was delivered on 16 March to Flat 14 with a torn seam. My flight is on 28 March.",
        reply: "It should be with you on 27 March, one day before the flight.",
        at: "2026-03-20T10:00:00Z",
      },
      {
        customer:
          "I ordered the sofa on 2 March, paid 640 EUR, and it was delivered on 16 March to Flat 14 with a torn seam. My flight is on 28 March.",
        reply: "The refund of 640 EUR was started on 19 March.",
        at: "2026-03-20T10:00:00Z",
      },
      {
        customer:
          "I ordered the sofa on 2 March, paid 640 EUR, and it was delivered on 16 March to Flat 14 with a torn seam. My flight is on 28 March.",
        reply: "I've taken 64 EUR off, a tenth of the price.",
        at: "2026-03-20T10:00:00Z",
      },
      {
        customer: "We are down since 05:01, and nobody answers.",
        reply: "Mateusz has been on it since 05:10 and sits next to me.",
      },
      {
        customer:
          "I ordered the sofa on 2 March, paid 640 EUR, and it was delivered on 16 March to Flat 14 with a torn seam. My flight is on 28 March.",
        reply: "We sold 41 of these sofas, and four came back.",
        at: "2026-03-20T10:00:00Z",
      },
    ],
    misses: [
      { customer: "I ordered on 3 March.", reply: "I can see that you ordered it on 13 March, in the evening." },
    ],
  },
  *check(draft) {
    const { customer, figures } = draft;
    const seen: Pointed[] = [];
    for (const { start, end, said } of contradictionsIn(draft)) {
      if (seen.some((other) => start < other.end && other.start < end)) continue;
      seen.push({ start, end });
      yield { start, end, see: `In this conversation it was ${said}.` };
    }
    const isSeen = (figure: Pointed) => seen.some(({ start, end }) => figure.start < end && start < figure.end);
    for (const { start, end, said } of calendarOff(draft)) {
      if (isSeen({ start, end })) continue;
      seen.push({ start, end });
      yield {
        start,
        end,
        see: `By the calendar this day is ${said === "another day" || said === "no day at all" ? "" : "a "}${said}.`,
      };
    }
    for (const figure of figures) {
      if (
        isSeen(figure) ||
        customer === undefined ||
        customer.figureKeys.has(keyOf(figure)) ||
        customer.deskFigureKeys.has(keyOf(figure))
      )
        continue;
      const sentence = draft.sentences.find(({ start, end }) => figure.start >= start && figure.end <= end);
      if (sentence !== undefined && NEW_ONE.test(sentence.plain)) continue;
      if (figure.kind === "identifier") {
        if (customer.everything.includes(figure.value)) continue;
        const theirs = customer.figures.filter((other): other is Identifier => other.kind === "identifier");
        const slip = theirs.find(
          (other) =>
            isLongSlip(digits(other.value), digits(figure.value)) &&
            (other.label === figure.label || other.label === "" || figure.label === ""),
        );
        if (slip !== undefined && !draft.plain.includes(slip.value))
          yield { start: figure.start, end: figure.end, see: `The customer wrote ${slip.value.toUpperCase()}.` };
      } else if (figure.kind === "amount" && figure.currency !== "%") {
        const theirs = customer.figures.filter((other): other is Amount => other.kind === "amount");
        const slip = theirs.find(
          (other) =>
            (Number(other.value) === Number(figure.value) &&
              other.currency !== figure.currency &&
              other.currency !== "%") ||
            (other.currency === figure.currency &&
              areSwapped(digits(other.value), digits(figure.value)) &&
              (digits(figure.value).length >= 4 || !isReckoned(Number(figure.value), theirs))),
        );
        if (slip !== undefined)
          yield { start: figure.start, end: figure.end, see: `The customer wrote ${slip.value} ${slip.currency}.` };
      }
    }
  },
});

/** A sum, a difference or a share of what was named may look like a slip and be right. */
const isReckoned = (here: number, theirs: readonly Amount[]): boolean =>
  theirs.some(
    ({ value: one }) =>
      [2, 3, 4, 0.5, 0.25, 0.75].some((part) => Math.abs(Number(one) * part - here) < 0.011) ||
      theirs.some(
        ({ value: other }) =>
          Math.abs(Math.abs(Number(one) - Number(other)) - here) < 0.011 ||
          Math.abs(Number(one) + Number(other) - here) < 0.011,
      ),
  );

/** The customer has already told us this. */
import { asksAgain } from "../already-said.ts";
import { whole, wordsIn } from "../look.ts";
import { everyPattern, pattern } from "../pattern.ts";
import { type Pointed, rule } from "../rule.ts";

/** What may be asked for, and how the thread shows that it was given. */
const GIVEN: ReadonlyArray<readonly [asked: RegExp, said: RegExp]> = [
  [
    everyPattern(
      "(?:your |the )?(?:order|booking|reservation|ticket|reference|invoice|account|customer|policy|tracking|case) (?:number|no\\.|id|reference)",
    ),
    /$^/,
  ],
  [everyPattern("(?:your |the )?(?:e-?mail address)"), /[\w.+-]{1,64}@[\w-]{1,60}\.[a-z]/],
  [
    everyPattern("(?:try(?:ing)? )?restart(?:ing)?|reboot(?:ing)?"),
    pattern("(?:restarted|rebooted|(?:tried|did|done) (?:\\w+ ){0,3}(?:restart(?:ing)?|reboot(?:ing)?))"),
  ],
  [
    everyPattern("(?:try(?:ing)? )?clear(?:ing)? (?:your |the )?cache"),
    pattern("cleared (?:\\w+ ){0,3}cache|clearing (?:\\w+ ){0,2}cache"),
  ],
  [
    everyPattern("(?:try(?:ing)? )?re-?install(?:ing)?"),
    pattern("re-?installed|(?:tried|did) (?:\\w+ ){0,3}re-?install(?:ing)?"),
  ],
  [everyPattern("(?:which|what) (?:web )?browser"), pattern("chrome|firefox|safari|edge|opera|brave")],
  [
    everyPattern("(?:which|what) (?:kind of |type of )?(?:phone|device|computer|operating system|model)"),
    pattern("iphone|ipad|android|pixel|galaxy|macbook|windows \\d+|macos|linux|thinkpad"),
  ],
  [
    everyPattern("(?:which|what) (?:size|colou?r)"),
    pattern(
      "size \\w+|(?:small|medium|large|xl|red|blue|green|black|white|yellow|grey|gray|brown|pink|purple|navy) (?:one|\\w+)",
    ),
  ],
];
const SECURITY = pattern(
  "verif(?:y|ication)|security|identity|confirm (?:that )?(?:it|this) is you|which (?:one|of)|both|data protection",
);
const NUMBER = /number|no\.|id|reference/;

export default rule({
  id: "asks-what-was-said",
  catalogue: "L2",
  step: "listen",
  principle: "listen.details",
  level: "nudge",
  needs: ["customer"],
  mostCare: 2,
  see: "The customer has already told us this.",
  why: "Being asked again says that nobody read the first mail.",
  do: "Use what is in the thread, and say that you have it.",
  cites: ["effort", "redundant-entry"],
  examples: {
    flags: [
      {
        customer: "Order 4417 has not come. I ordered it on 3 March.",
        reply: "Could you please send me [[your order number]] for this parcel?",
      },
      {
        customer: "I restarted the router twice and it still drops.",
        reply: "Thanks for writing. Could you [[try restarting]] the router once more?",
      },
      {
        customer: "I already cleared the cache in Chrome, no luck.",
        reply: "Please could you [[clear your cache]] and tell me what happens?",
      },
      {
        customer: "In Firefox on my laptop the page stays white.",
        reply: "Could you tell me [[which browser]] shows the white page?",
      },
      {
        customer: "My address is ana@example.org, nothing arrives there.",
        reply: "Can you please send me [[your email address]] so I can look?",
      },
    ],
    passes: [
      { customer: "Order 4417 has not come.", reply: "I can see order 4417. Could you tell me your postcode, please?" },
      { customer: "My order has not come.", reply: "Could you please send me your order number for this parcel?" },
      {
        customer: "I have orders 4417 and 4418.",
        reply: "Could you please tell me which one of the two order numbers you mean?",
      },
      {
        customer: "Order 4417. I can't get in.",
        reply: "To verify your identity, could you please tell me your order number?",
      },
      {
        customer: "The router drops every hour.",
        reply: "Could you try restarting the router and tell me what happens?",
      },
      { customer: "Order 4417 has not come.", reply: "You'll find your order number at the top of every invoice." },
    ],
    misses: [
      {
        customer: "The lamp came on 3 March, cracked.",
        reply: "Could you please tell me the day on which the lamp came?",
      },
    ],
  },
  *check(draft) {
    const { customer } = draft;
    if (customer === undefined) return;
    const found: Pointed[] = [];
    for (const sentence of draft.doing("ask", "instruct", "suggest")) {
      if (SECURITY.test(sentence.plain)) continue;
      for (const [asked, said] of GIVEN)
        for (const place of wordsIn(sentence, asked)) {
          const words = draft.plain.slice(place.start, place.end);
          const label =
            /(order|booking|reservation|ticket|reference|invoice|account|customer|policy|tracking|case)/.exec(
              words,
            )?.[1];
          const given =
            label !== undefined && NUMBER.test(words)
              ? customer.figures.some((figure) => figure.kind === "identifier" && figure.label === label)
              : said.test(customer.plain);
          if (given && (sentence.isQuestion || draft.does(sentence, "ask") || label === undefined)) found.push(place);
        }
    }
    for (const sentence of asksAgain(draft))
      if (!found.some(({ start, end }) => start >= sentence.start && end <= sentence.end)) found.push(whole(sentence));
    yield* found;
  },
});

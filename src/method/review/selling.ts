/**
 * Which sentences sell something: a thing of ours with a price, a lower price or a name, held out to whoever writes. A remedy, a quote
 * for what they asked and the way out of a no are no sale. Whether now is the moment is asked elsewhere (survey.ts).
 */
import { pattern } from "./pattern.ts";
import type { Sentence } from "./sentence.ts";

/** Something else of ours with a price, a lower price or a name, held out to them. */
const HOLDS_OUT = pattern(
  "(?:want|shall|should|may|can|would you like) (?:me|i|us|we)?(?: to)? (?:pop|put|lay|send|add|book|reserve|flip|throw|slip|sign|save|keep)(?: [\\w']+){0,4} (?:down|aside|link|in|up|one|it|for you|you)|want it\\?|(?:just )?say yes|grab (?:it|one|yours)|shall i send the link",
  "would you be interested in|our (?:\\w+[- ]){0,3}(?:add-?on|upgrade|bundle|plan|set|pack)(?: \\w+){0,3} (?:lets|gives|comes|costs|covers)|(?:warmly |also |especially )?(?:recommend|suggest) (?:you )?(?:our|the new)|come and (?:try|see|taste|visit)|(?:try|taste|discover|see) our (?:new )?[\\w-]+(?: menu| range| box| card)?|(?:give|giving) us a second chance|don't (?:you )?(?:miss|want to miss)|you'd kick yourself",
  "(?:while|since|as|now that) (?:i have you|i've got you|you're here|we're at it|i'm at it|we speak)|before you (?:go|leave|vanish)|don't go (?:just )?yet|by the way,? (?:our|we|there)|ps:? .{0,60}(?:off|offer|new|sale)|there's (?:a|an) (?:\\w+[- ]){0,3}(?:rate|offer|discount|deal) (?:of .{0,20})?(?:waiting|for)",
);
const OFFER_PRICE =
  /\d+ ?(?:%|per cent|percent) (?:off|cheaper|less|discount)|half(?: the)? price|(?<!\w)(?:[€£$] ?\d|\d[\d.,]* ?(?:€|£|\$|euros?|eur|pounds?|dollars?|usd|gbp))|on offer|free (?:batteries|trial|months?|weeks?|gift|planner)|plan(?!t)|menu|premium|bundle|set\b|pack\b|season|rate\b/;
/** Their own matter, or a way out of it, is no sale. */
const THEIR_MATTER = pattern(
  "suggest:|forget the|(?:bill|bad blood)|refund\\w*|(?:your|the) (?:order|claim|case|invoice|bill|booking|repair|replacement|deposit|appointment|visit|account|payment|cancellation)|free of charge|without charge|at no (?:extra )?(?:cost|charge)|no extra cost|instead of the|in the meantime|lend|loan|compensation|goodwill|apolog\\w+|sorry|approved|excess|per night|postage|label",
);
const SELLS = pattern(
  "did you know (?:that )?(?:with|you (?:can|could)|our|we|members|customers)|our new (?:[\\w-]+ ){0,2}\\w+ (?:is|are|make|makes) (?:an? )?(?:lovely|perfect|great|ideal|wonderful|gorgeous|nice)|customers (?:\\w+ ){0,4}save",
  "why not (?:try|download|upgrade|switch|get|order|take|treat|join|add|have a look)",
  "(?:upgrade|upgrading|switch|switching|sign up|signing up|subscribe|go|going|moving|change) (?:to |for )?(?:our |the |a )?(?:premium|pro|plus|gold|platinum|deluxe|vip|annual|yearly)",
  "(?:download|try|discover|explore|browse|check out|(?:have|take) a look at|visit|see) our (?:new |latest |other |current |great )?(?:\\w+ )?(?:app|range|collection|offers?|deals?|catalogue|plans?|sale|packages?|bestsellers?)",
  "(?<!a )great deals?|(?:best|special|exclusive|latest|current|limited|seasonal) (?:\\w+ )?(?:offers?|deals?|discounts?)",
  "you (?:might|may|would|will|'ll)(?: also| really| surely)? (?:like|love|enjoy|be interested in) our",
  "(?:save|get|enjoy|earn) (?:up to )?(?:\\d+ ?%|[€$£] ?\\d+)(?! (?:back|of (?:it|that|the)))",
  "\\d+ ?% (?:off|cheaper|discount)(?: \\w+){0,4} (?:today only|this (?:week|month)(?: only)?|if you (?:sign|order|buy|upgrade|book|subscribe)|on (?:all|our))",
  "(?:is|are) (?:\\d+ ?% off|on (?:offer|sale)(?! (?:nowhere|anywhere)))",
  "(?:with|our) (?:\\w+ )?(?:premium|pro|plus|gold) (?:plan|membership|package|tariff|version|boxes|you)",
  "(?:right|perfect|good|ideal|best)? ?(?:time|moment) to (?:upgrade|go|switch|join|treat|stock up)",
  "(?:only|just|for) (?:an? )?(?:extra |additional )?(?:[€$£] ?\\d[\\d.,]*|\\d[\\d.,]* ?(?:[€$£]|eur|euros?|pounds?|dollars?)?) (?:more|extra|a month|per month|a year|monthly)(?: per \\w+| a \\w+)?,? (?:and )?you|(?:become|becoming|be) (?:an? |our )?(?:\\w+ )?(?:gold|silver|platinum|premium|vip|club|plus|pro) (?:friend|member|customer|partner|guest)|have you (?:ever )?(?:thought (?:about|of)|considered|tried|seen|heard of) (?:our|upgrading|the new)|(?:you may|you might|perhaps you(?:'d| would)) (?:also )?(?:be interested|want to (?:try|upgrade|look at our|switch))|members (?:get|save|receive|enjoy)|(?:while|since) (?:you're|you are) (?:here|at it|waiting)|our (?:insurance|protection|extended warranty|care plan|maintenance plan|newsletter)\\b.{0,60}(?:from|for|only|just|protect|cover|avoid|worth|sign up)|(?:book|order|sign up|upgrade|subscribe|join|buy) (?:now|today|this week|before \\w+) (?:and|to|for) (?:get|save|receive|enjoy|secure|benefit)",
  "have you (?:\\w+ )?(?:seen|tried|discovered|met) (?:our|the new)|(?:\\d+|some|a few) (?:free|bonus) (?:spins?|coins?|credits?|chips?|tokens?|tickets?)|stay (?:another|with us for (?:a|an|another|the|\\d|two|three)|on for)|(?:how about|what about|instead of cancelling,?) (?:upgrading|switching|staying|an upgrade)|\\d+ ?% off (?:a|an|any|your|the) (?:new|next|first|second)|for half(?: the)? price|perfect for (?:guests|you|families|the weekend)|enter (?:the|our) (?:draw|raffle|competition)|(?:tell|let) us (?:know )?why you(?:'re| are) (?:leaving|cancelling|going)|why are you leaving",
  "refer a friend|treat yourself|today only|shall i add (?:a|one|it to)",
);
/** Given for a loss, not sold. */
const MAKES_GOOD = pattern(
  "sorry|apolog\\w+|gesture|goodwill|make up for|compensat\\w+|refund\\w*|free of charge|(?:credit|off) (?:on|to|from) (?:your|the) (?:\\w+ )?(?:invoice|bill|account|card)|for the (?:outage|trouble|wait|delay|inconvenience|loss|mistake|error)",
);

/** Held out: to be taken, tried, bought, had. */
const OFFERS = pattern(
  "(?:what|how) about our|why (?:not|don't you)|(?:i|we)(?:'d| would)? (?:can|could|happily|gladly)? ?(?:also )?(?:put you|add|upgrade|offer|sign you|move you|sell|do you)|(?:would|wouldn't|could|may|might|can|shall|should|do|don't) (?:i|we|you|the [\\w-]+(?: [\\w-]+)?)\\b.{0,40}?(?:use|try|take|get|buy|book|add|put|suit|upgrade|treat|come back|switch|order|interest|tempt|like|fancy|want|send you the link|move you|sign)|(?:if|should) you(?:'d| would|'re| are)?(?: ever)? (?:like|want|fancy|feel|wish|interested)|you (?:can|could|may|might) (?:also |even |always |now )?(?:buy|get|book|add|have|upgrade|order|secure|grab)|we(?:'ve| have|'re| are)?(?: also| now)? (?:got|have|running|offering|doing|launched|started)|there(?:'s| is| are)|(?:just|only) (?:click|tap|say|reply)|check out|have a look|take a look|come (?:and|by|in)",
);
/** The voice of the shop window. */
const PROMOTES = pattern(
  "\\d+ ?(?:%|per cent|percent) (?:on|off|bonus|extra|cheaper|discount)(?! (?:your|the|this|of the) (?:bill|invoice|order|price|repair|booking|total|fee|rent|stay|fare))|for the price of|(?:our|this|summer|winter|spring|autumn|christmas|easter|best|big|flash) sale(?! (?:price|agreement|contract|of))|(?:from|only|just|for|at) (?:only |just )?(?:[€£$] ?\\d[\\d.,]*|\\d[\\d.,]*(?: ?[€£$]| (?:eur|euros?|pounds?|dollars?|usd|gbp))) (?:a|per|each) (?:\\w+ )?(?:more|extra|on top)|(?:from|only|just|for|at) (?:only |just )?(?:[€£$] ?\\d[\\d.,]*|\\d[\\d.,]*(?: ?[€£$]| (?:eur|euros?|pounds?|dollars?|usd|gbp))).{0,40}(?:lovely|gorgeous|perfect|wonderful|beautiful|great|best|popular|favou?rite|better|treat)|(?:pack|plan|package|bundle|set|box|upgrade|membership|subscription|insurance|cover|add-?on)s? (?:\\w+ )?(?:at|for|from) (?:[€£$] ?\\d|\\d)|(?:special|limited|exclusive|seasonal|introductory|promotional|welcome|loyalty) (?:\\w+ )?(?:offers?|prices?|rates?|deals?|discounts?|editions?)|now (?:only |just )?(?:[€£$] ?\\d[\\d.,]*|\\d[\\d.,]* ?(?:[€£$]|eur|euros?|pounds?)) instead of|our (?:[\\w-]+ ){1,3}(?:at|for|from) (?:only |just )?(?:[€£$] ?\\d|\\d[\\d.,]* ?(?:[€£$]|eur|euros?|pounds?))|bestsell\\w+|2 for 1|two for one|buy one",
);
/** Lower, back, instead, repaired: a way out of their own trouble. */
const IS_HELP = pattern(
  "sorry|apolog\\w+|gesture|goodwill|make up for|compensat\\w+|refund\\w*|free of charge|without charge|at no (?:extra )?(?:cost|charge)|repair\\w*|replac\\w*|instead of (?![€£$]?\\d)|lower|less|reduc\\w+|instalments?|for the (?:trouble|wait|delay|mistake)|the (?:same|old) price|no (?:sale|offer|discount)|not on (?:sale|offer)|you (?:bought|paid|booked|ordered) (?:it )?(?:in|at|for|from)|because|excluded|cannot|can't|(?<!why )not(?! (?:suit|like|be|tempt|interest))",
);

export const sells = ({ plain }: Sentence): boolean =>
  (OFFERS.test(plain) && PROMOTES.test(plain) && !IS_HELP.test(plain)) ||
  (SELLS.test(plain) && !MAKES_GOOD.test(plain)) ||
  (HOLDS_OUT.test(plain) && OFFER_PRICE.test(plain) && !THEIR_MATTER.test(plain)) ||
  (/\d+ ?(?:%|per cent) off|half(?: the)? price|welcome-back/.test(plain) &&
    OUR_THING.test(plain) &&
    !THEIR_MATTER.test(plain));

/** "12% off our plan", "the bundle is 30% off until Sunday". */
const OUR_THING = pattern(
  "our|bundle|plan|premium|box|set|range|collection|season|rate|until (?:sunday|monday|friday|saturday|the end)|till|valid|new friend|next one|grab",
);

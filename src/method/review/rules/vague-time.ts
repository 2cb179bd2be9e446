/** This is a time that nobody can wait for. */
import type { Draft } from "../draft.ts";
import { around, wordsIn } from "../look.ts";
import { everyPattern, pattern } from "../pattern.ts";
import { rule } from "../rule.ts";
import type { Sentence } from "../sentence.ts";

const VAGUE = everyPattern(
  "(?:very )?{vague}",
  "(?<!\\w+day |\\d )at (?:the|your|our) earliest(?: convenience)?(?! (?:by|on|from|in))|in the next (?:little )?(?:while|bit)|when(?:ever)? (?:i|we|they|he|she)(?:'ve| have|'s| has) (?:the )?(?:capacity|time|been through|got (?:round|to)|had a (?:look|chance))|any (?:moment|minute)(?: now)?|any (?:hour|day) now|in (?:due|good) time|as (?:quickly|fast|promptly|swiftly|early) as (?:possible|we can|i can)",
  "(?:with)?in the (?:next|coming|following) (?:few |couple of )?(?:days|weeks|hours)|in the course of (?:the|this) (?:day|evening|afternoon|week|month)|over the weekend|some ?time (?:today|this|next|soon|later)|at a later (?:date|point|stage|time)|later on",
  "(?:shouldn't|should not|won't|will not) (?:be|take) (?:too |very |much )?(?:long|longer)|(?:will|may|might) take (?:some (?:more )?time|a while|a (?:little|bit) (?:longer|more time))|(?<=comes? )when (?:he|she|it|they) comes?",
  "(?:as soon as|once|when) (?:there (?:is|are)|there's|(?:i|we)(?: have|'ve| know| hear| get|'ve got)(?: got)?)(?: \\w+){0,2} (?:news|updates?|information|more|anything|something|answer|feedback)|(?:as soon as|when|if) (?:one|someone|somebody|a slot|a technician|an engineer|a colleague)(?: \\w+){0,3} (?:is|becomes|gets) (?:free|available)",
  "when (?:time (?:allows|permits)|(?:i|we) (?:get|have) (?:a|the) (?:chance|moment|minute)|(?:i|we) get (?:round |around )?to it)|at the next opportunity|without (?:undue |further )?delay",
  "in the (?:foreseeable|not too distant) future|down the line(?! of)|in the (?:normal |usual )?course of (?:things|events|business)|in (?:due|good|its own) season|for the coming (?:period|time|while)|at some (?:stage|time)|one of these days|in the run-?up to|(?:won't|will not) be (?:all )?(?:that|very|so) long",
  "when(?:ever)? (?:the time (?:comes|has come|is right)|(?:the |our |his |her )?(?:tour|weather|diary|schedule|calendar|rota|workload|season|traffic) (?:allows?|permits?|lets? us|eases?|calms?|slows?)|things (?:calm|quieten|settle|ease)|there(?:'s| is) (?:a )?(?:free |spare )?(?:slot|gap|capacity|room|time))|when one of us (?:happens|is)|when (?:we|they) (?:get|come) (?:round |around )?to (?:it|them)",
);
/** It is still to come, and not from the customer. */
const TO_COME = pattern(
  "will|[a-z]+'ll|should (?:be|arrive|reach|come|hear|get|have|follow|see|receive|land|show)|shall|going to|expect\\w*|being|coming|comes|on (?:its|their|the) way|working|doing (?:our|my)|try|trying|hope to|aim|plan|due|hear|get back|be in touch|take|shouldn't|won't|looking into|arrives?|follows?|to be \\w+|(?:can|could) (?:\\w+ )?(?:fit|come)|(?:we|they) come|(?:can|may) be expected",
);
const NOT_A_TIME = pattern(
  "(?:see|speak|talk|meet|write|hear from|hearing from|seeing|welcome|welcoming|chat) (?:to )?(?:you|your \\w+) (?:all |back |again )?(?:very )?soon|get well soon|(?:feel|be|settle|grow|get) (?:\\w+ )?(?:at home|well|better|happy|used to)[^.]{0,30}soon|(?:too|so|that) soon|as soon as (?:it|the (?!next)|you|he|she|they|this|that|your|(?:i|we) (?:receive|get|have) (?:it|the|your|them|these|those))|soon after|(?:hope|wish|looking forward) .{0,60}soon|not soon|sooner|sooner or later|how soon",
);
/** Asked of the customer, who may take their time. */
const ASKS_THEM = pattern(
  "(?:please|kindly|could you|can you|if you could) (?:\\w+ ){0,3}(?:send|tell|let|reply|answer|call|confirm|return|pay|write|bring|contact)|(?:send|tell|let|give|call) (?:me|us)",
);
/** Their own words given back. */
const THEIR_WORDS = pattern(
  "you (?:wrote|write|said|say|told me|mention(?:ed)?)(?: that)?|as soon as (?:i|we)(?:'m| am|'re| are) (?:off|out of|back from|done with)",
);
const OURS = pattern("(?:i|we|they|he|she|it|you)(?:'ll| will|'re going to)");

export default rule({
  id: "vague-time",
  catalogue: "P9",
  step: "provide",
  principle: "expect.timeline",
  level: "nudge",
  see: "This is a time that nobody can wait for.",
  why: "Without a day the customer has to write again to find out whether you forgot.",
  do: "Name the day, and the hour if it is today; if you cannot know, say when you will next write.",
  cites: ["guo-2016", "gneezy-epley-2014", "buell-norton-2011"],
  examples: {
    flags: [
      "The strips are packed again and shall reach your house [[at the earliest]].",
      "The plumber comes to your house [[when the weather allows]], and he has a key.",
      "A new key will be cut for you [[in the foreseeable future]] by the locksmith.",
      "Thank you for writing. We'll get back to you [[shortly]].",
      "I will look into the charge [[as soon as possible]] and write.",
      "You will hear from our billing team [[in due course]].",
      "I'll call you [[in a few days]] about the boiler.",
      "The fault is known, and it will be fixed [[soon]].",
      "Thank you for the photo. The second lamp should be with you [[any day now]].",
      "I've asked the depot. [[As soon as there is news]] you will be the first to hear it.",
      "We are doing our best to send the part [[as quickly as possible]].",
      "Your file lies with the surveyor. It [[shouldn't take much longer]].",
    ],
    passes: [
      "You wrote that you will be with her soon, and I read it twice.",
      "Further down the line of shops you will see our blue door on the left.",
      "The tour allows us to come at four, and the driver rings the bell twice.",
      "I'll write to you by Thursday at 16:00 (CET).",
      "Please send us the serial number as soon as possible, so that the part fits.",
      "We look forward to welcoming you back very soon, in the new shop.",
      "I'll call as soon as it arrives at the depot in Leeds.",
      "I don't know yet how long it takes. I'll write again tomorrow at noon, and call you soon after.",
      "I hope that you will get well soon, and that the dog does too.",
      "Soon after the update, the light went out, you wrote.",
      "We'll get back to you shortly, and by Friday at noon at the latest.",
    ],
    misses: ["Expect news from us when the leaves begin to fall."],
  },
  *check(draft) {
    for (const sentence of draft.body) {
      if (
        sentence.isQuestion ||
        THEIR_WORDS.test(sentence.plain) ||
        NOT_A_TIME.test(sentence.plain) ||
        !TO_COME.test(sentence.plain)
      )
        continue;
      if (ASKS_THEM.test(sentence.plain) && !OURS.test(sentence.plain)) continue;
      const [place] = wordsIn(sentence, VAGUE);
      if (place !== undefined && !around(draft, sentence, 1).some((near) => saysWhen(draft, near))) yield place;
    }
  },
});

/** A day or an hour that is still to come. */
const saysWhen = (draft: Draft, sentence: Sentence): boolean =>
  !sentence.isQuestion &&
  (LENGTH.test(sentence.plain) ||
    ((TO_COME.test(sentence.plain) || BY.test(sentence.plain)) &&
      draft
        .figuresOf(sentence)
        .some(
          ({ kind, start, end }) =>
            kind === "time" || (kind === "day" && !/few|several|some|couple/.test(draft.plain.slice(start, end))),
        )));
const LENGTH = pattern(
  "(?:takes?|about|within|after|in|another|only|roughly|long,|long:|longer:|up to) (?:\\d+|one|two|three|four|five|six|ten|half an) (?:minutes?|hours?|(?:working |business )?days?|weeks?)(?! ago| before)",
);
const BY = pattern("by|until|till|before|at the latest|latest|from|next|again|every");

/** This line may read as shouting. */

import { wordsIn } from "../look.ts";
import { everyPattern, pattern } from "../pattern.ts";
import type { Pointed } from "../rule.ts";
import { rule } from "../rule.ts";

/** Words that people stress; product names and abbreviations are none of them. */
const STRESSED =
  /(?<![A-Z\d])(?:ALREADY|AGAIN|CLEARLY|ALWAYS|TWICE|WRONG|READ|STOP|TOLD|SAID|EXPLAINED|VERY|EVERY|EVERYTHING|CALM|LISTEN|REPEATEDLY|OBVIOUSLY|YOUR|YOU|MUST|ENOUGH|IMPOSSIBLE|BEFORE)(?![A-Z\d])/g;
const UNKIND = everyPattern(
  "as you (?:well |very well |surely |should |already )+know",
  "(?:obviously|clearly|evidently|apparently),? you(?:'ve| have)? (?:not|n't|never|didn't|don't|can't|cannot|missed|ignored|forgot)",
  "thanks for nothing|congratulations on (?:reading|finding out|finally)|(?:^|well,? )bravo",
  "(?:stupid|ridiculous|idiotic|nonsense|rude|absurd|childish|hysterical|silly|pathetic) (?:of you|question|message|e-?mail|demand|request|behaviou?r|complaint|tone|accusation|remark)s?",
  "for the last time|once and for all|how many times|(?:what|which) part of|let me repeat|i can only repeat|for your information",
  "believe it or not|surprise,? surprise|news ?flash|in case you (?:hadn't|haven't|didn't|had not) (?:noticed|know|realised|realized)|as any(?:one|body| child| adult) (?:knows|can see)|even a child|like it or not|take it or leave it|welcome to (?:the real world|real life|reality)",
  "what (?:else )?did you expect|do you (?:really|seriously|honestly) (?:think|expect|believe|imagine)|(?:do you|you don't) (?:think|expect|imagine|suppose) (?:that )?(?:we|i) (?:can|have|are|am|will|would|do)",
  "(?:we(?:'re| are)|i(?:'m| am)) not (?:your (?:servant|punching|slave|secretary|mother|nanny)s?|magicians?|mind-? ?readers?|miracle workers?|babysitters?|clairvoyants?|a charity)",
  "be my guest|good luck (?:with that|finding|elsewhere)|(?:try|learn)(?: actually| how)?(?: to)? read(?:ing)?(?! (?:it|them|the) again)|bother(?:ed)? to (?:read|look|check|listen)|(?:nobody|no one) (?:is )?forc(?:ed|es|ing) you",
  "some of us (?:have|are|work|actually)|better things to do|(?:i|we) (?:don't|do not) have (?:the )?time for (?:this|that|your|such)|(?:makes?|leaves?) no impression|(?:won't|will not|doesn't|does not) (?:impress|scare|frighten|speed (?:up )?(?:any|things|this)|get you (?:any|there))",
  "(?:find|go to|try|look for|ask) (?:somebody|someone|somewhere) else(?! (?:here|in|from|on|at|will|who))|grow up|get over it|deal with it|spare (?:me|us) (?:the|your)|watch your (?:tone|language|mouth)|that's (?:show ?business|tough luck|hard luck|your problem|not my problem|rich)|don't be (?:so )?(?:ridiculous|silly|childish|absurd|dramatic|precious)|what a drama|must be nice|poor you|my heart bleeds",
  "how (?:nice|kind|lovely|charming|clever) of you to (?:finally|let|notice|join|share|grace)|to (?:a|two|three|five|several) hundred (?:people|customers) (?:a|every|each) day",
);
/** Thrown at a person, or back at the one who threw them. */
const INSULT =
  /(?<![\w'])(?<!(?:not|called|like|being|feel|the word) (?:an? |all |such )?)(?:idiots?|morons?|liars?|crooks?|fools|imbeciles?|cretins?|bastards?|arseholes?|assholes?|jerks?|troublemakers?|hypocrites?|whiners?|cry-?bab(?:y|ies)|drama queens?)(?!\w)/g;
const OF_OURSELVES = /\b(?:i|we)(?:'m| am|'re| are| was| were| felt| feel)\b/;
const LOUD = /[!?]{2,}/g;
/** Two marks behind a reproach or an order shout; behind a kindness they only cheer. */
const SHARP = pattern(
  "please|stop|do not|don't|look|read|check|listen|already|again|never|must|told|said|enough|clearly|obviously|not (?:our|my|your)|your (?:fault|problem|mistake)",
);
const KIND = pattern(
  "sorry|oh no|thanks?|thank you|love(?:ly)?|gorgeous|great|good|happy|glad|enjoy|welcome|congratulations|best|super|wonderful|news|luck|birthday|well done",
);

export default rule({
  id: "shouting-in-draft",
  catalogue: "S1",
  step: "acknowledge",
  principle: "calm.respect",
  level: "nudge",
  see: "This line may read as shouting.",
  why: "Sharpness comes back sharper, and the matter waits.",
  do: "Keep to the fact; if it can wait, hold it for ten minutes and read it again.",
  cites: ["rogers-2018"],
  examples: {
    flags: [
      "The parcel is [[ALREADY]] on its way, and it comes on Friday.",
      "Please look at the second page[[!!]] The form is there.",
      "[[As you well know]], the lamp left our shop on Monday.",
      "[[For the last time]], the desk closes at six in the evening.",
      "What more could we send you[[?!]] The lamp is on its way.",
      "[[Believe it or not]], asking every hour does not dry the paint.",
      "Letters of this kind [[make no impression]] on our office.",
      "[[Do you really think]] the van drives faster when you ring?",
      "We are busy as well, so [[find somebody else]] for the roof.",
      "[[Liars]] get their answer in writing, and that was it.",
      "[[Evidently you didn't]] look at the second page of the offer.",
    ],
    passes: [
      "The parcel is already on its way, and it comes on Friday.",
      "The ISBN and the IBAN are on the SECOND page of the PDF.",
      "Do NOT open the case while the red light is on.",
      "You wrote “ALREADY!!” and I understand why you did.",
      "So sorry about the wait!! The lamp comes on Friday at nine.",
      "If the shop is shut, ask somebody else at the counter next door for the key.",
      "I felt like a fool when I saw the wrong ribbon on the table.",
      "Thank you! The lamp is on its way and comes on Friday.",
      {
        customer: "My READ access is gone on the SAID drive.",
        reply: "Your READ access is back since this morning, on both drives.",
      },
    ],
  },
  *check(draft) {
    for (const sentence of draft.body) {
      const found: Pointed[] = [];
      const written = draft.text.slice(sentence.start, sentence.end);
      for (const match of written.matchAll(STRESSED)) {
        // Blanked in plain: it stands between quotation marks.
        if (sentence.plain.slice(match.index, match.index + 1) === " " || draft.customer?.text.includes(match[0]))
          continue;
        const start = sentence.start + match.index;
        found.push({
          start,
          end: start + match[0].length,
          instead: match.index === 0 ? match[0].charAt(0) + match[0].slice(1).toLowerCase() : match[0].toLowerCase(),
        });
      }
      for (const match of sentence.plain.matchAll(LOUD)) {
        const start = sentence.start + match.index;
        const isAsking = match[0].includes("?");
        if (!isAsking && (KIND.test(sentence.plain) || !SHARP.test(sentence.plain))) continue;
        found.push({ start, end: start + match[0].length, instead: isAsking ? "?" : "." });
      }
      if (!OF_OURSELVES.test(sentence.plain)) found.push(...wordsIn(sentence, INSULT));
      found.push(...wordsIn(sentence, UNKIND));
      yield* found.sort((a, b) => a.start - b.start);
    }
  },
});

/** This names the feeling well, and would fit any customer. */
import type { Draft } from "../draft.ts";
import { sharedWith, whole } from "../look.ts";
import { onwardOf } from "../onward.ts";
import { pattern } from "../pattern.ts";
import { rule } from "../rule.ts";
import type { Sentence } from "../sentence.ts";

/** A feeling that is named by itself: "I understand your frustration", "this must be upsetting", "I can imagine how you feel". */
const READY_MADE = pattern(
  "(?:understand|appreciate|imagine|recogni[sz]e|reali[sz]e|see|hear|know|get|acknowledge|tell)(?: \\w+)? (?:how |your |that |the |this |it(?:'s| is)? |why )(?:\\w+ ){0,4}{feeling}",
  "(?:imagine|understand|know|see|appreciate)(?: \\w+)? (?:how|what) (?:you|this|it|that) (?:must |may |might |can |do )?(?:feels?|felt|be feeling|(?:be|is) like)(?=[.,;!]|$| right| about| now| at)",
  "(?:this|that|it) must (?:\\w+ )?(?:be|feel|have been) (?:\\w+ ){0,2}{feeling}",
  "your (?:\\w+ )?(?:frustration|disappointment|anger|annoyance|concerns?|worry|upset|irritation) (?:is|are) (?:\\w+ly )?(?:understandable|understood|justified|noted|valid)",
  "sorry (?:about|for) (?:your |the )(?:frustration|disappointment|upset|annoyance)",
);
/** A word or two may be shared by whatever comes next; what happened to them is told in more. */
const IN_PASSING = 1;

export default rule({
  id: "feeling-without-cause",
  catalogue: "A2",
  step: "acknowledge",
  principle: "ack.reflect",
  level: "nudge",
  needs: ["customer"],
  see: "This names the feeling well, and would fit any customer.",
  why: "The feeling together with what caused it is what reads as understood.",
  do: "Keep it, and add the one thing that happened to them.",
  cites: ["packard-berger-2021", "three-techniques", "weger-2014"],
  examples: {
    flags: [
      {
        customer: "Two engineers came and my flat is still without heating. Useless!!",
        reply: "[[I understand how frustrating this is.]] I will write to you by Friday with an answer.",
      },
      {
        customer: "The pushchair came broken, again. I am so angry.",
        reply: "Hello Eva,\n\n[[I can imagine how annoying that must be.]] I'll call the depot at nine.",
      },
      {
        customer: "You lost my passport photos and I am really upset.",
        reply: "[[I completely understand your frustration.]] You will hear from me before noon tomorrow.",
      },
      {
        customer: "I waited four hours for the plumber, unbelievable.",
        reply: "[[We appreciate that this is inconvenient.]] The manager will ring you at 15:00.",
      },
    ],
    passes: [
      {
        customer: "Two engineers came and my flat is still without heating. Useless!!",
        reply: "I understand how frustrating this is: two engineers, and still no heating. I'll write by Friday.",
      },
      {
        customer: "Two engineers came and my flat is still without heating. Useless!!",
        reply:
          "I understand how frustrating this is. Two engineers came, and the heating is still off. I'll write by Friday.",
      },
      {
        customer: "Can I change the colour of my profile?",
        reply: "I understand how confusing this page is. Choose Profile, then Colour.",
      },
      {
        customer: "The pushchair came broken, again. I am so angry.",
        reply: "A pushchair that comes broken twice is a bad start. I'll call the depot at nine.",
      },
      {
        customer: "You lost my passport photos.",
        reply: "I'm sorry that your passport photos are lost. You'll hear from me before noon.",
      },
      {
        customer: "I waited four hours for the plumber.",
        reply: "Waiting four hours for a plumber must have been maddening. I'll ring him at 15:00.",
      },
    ],
  },
  *check(draft) {
    const { customer, body } = draft;
    if (customer === undefined || customer.latestStems.size < 2 || customer.isSettled) return;
    if (!(customer.hasLoss || customer.isHot || customer.isUpset || draft.doing("apologise", "refuse").length > 0))
      return;
    for (const [at, sentence] of body.entries()) {
      if (sentence.isQuestion || !READY_MADE.test(sentence.plain)) continue;
      const [before, after] = [body[at - 1], body[at + 1]];
      if (sharedWith(draft, sentence) > 0 || (before !== undefined && sharedWith(draft, before) > IN_PASSING)) return;
      if (after !== undefined && sharedWith(draft, after) > 0 && !isBusiness(draft, after)) return;
      yield whole(sentence);
      return;
    }
  },
});

/** Goes on to what is to be done: their words in it are the matter, not what it cost them. */
const isBusiness = (draft: Draft, sentence: Sentence): boolean =>
  sharedWith(draft, sentence) <= IN_PASSING ||
  draft.does(sentence, "instruct", "ask", "refuse") ||
  onwardOf(draft, sentence) === "adrift";

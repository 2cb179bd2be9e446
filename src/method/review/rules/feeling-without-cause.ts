/** This names the feeling well, and would fit any customer. */
import { sharedWith, whole } from "../look.ts";
import { pattern } from "../pattern.ts";
import { rule } from "../rule.ts";

const READY_MADE = pattern(
  "(?:understand|appreciate|imagine|recognise|recognize|realise|realize|see|hear|know)(?: that)? (?:how |your |any |that |the |this |it )(?:\\w+ ){0,4}{feeling}",
  "sorry (?:about|for) (?:your |the |any )(?:frustration|disappointment|inconvenience)",
);

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
    if (customer === undefined || !(customer.hasLoss || customer.isHot) || customer.latestStems.size < 2) return;
    for (const [at, sentence] of body.entries()) {
      if (!draft.does(sentence, "acknowledge") || !READY_MADE.test(sentence.plain)) continue;
      const near = body.slice(Math.max(0, at - 1), at + 2);
      if (near.some((other) => sharedWith(draft, other) > 0)) return;
      yield whole(sentence);
      return;
    }
  },
});

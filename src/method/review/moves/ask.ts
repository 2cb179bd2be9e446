/** Asks for something that we need to know. */
import { pattern } from "../pattern.ts";
import { move } from "./move.ts";

export default move({
  id: "ask",
  step: "question",
  principle: "ask.assume",
  means: "Asks for something that we need to know.",
  cues: [
    [
      0.85,
      pattern(
        "(?:please |kindly )(?:also )?(?:tell|send|share|confirm|describe|give|provide|let (?:me|us) (?:know|have)|reply with|attach|include|forward|supply)(?: (?:me|us))?(?: with)?",
        "(?:can|could|would|will) you (?:please |kindly |also |just |perhaps )*(?:tell|send|share|confirm|describe|give|provide|let|explain|show|check|try|forward|attach|say|walk|help me understand|remind)",
        "let (?:me|us) know (?:what|which|when|where|how|who|whether|your|the|a)",
        "(?:i|we)(?:'ll|'d| will| would)?(?: just| also| only)? need (?:to know|your|from you|the (?:order|serial|model|address|date|exact)|a (?:photo|picture|copy|scan|screenshot)|(?:two|three|a few|some) (?:things|details))",
        "tell me (?:more|a (?:bit|little) more|what|which|when|where|how|whether)",
        "may i (?:ask|have)",
      ),
    ],
  ],
  unless: pattern(
    "let (?:me|us) know (?:what|how) you think|(?:how|what) (?:does|do) (?:that|this|it|you) (?:sound|think)|let (?:me|us) know how (?:it|that) (?:goes|went|works)|anything else|tell you",
  ),
  judge: (sentence, _around, already) =>
    sentence.isQuestion &&
    !already("check") &&
    !already("read-back") &&
    !already("offer-option") &&
    !OFFER.test(sentence.plain)
      ? 0.9
      : 0,
  examples: {
    is: [
      "Which browser do you use?",
      "Could you tell me what the screen says?",
      "Please send me a photo of the label.",
      "Can you tell me more about what happened?",
    ],
    isNot: [
      "Did that do the trick?",
      "Is that correct?",
      "Can I help you with anything else?",
      "Would you like a refund or a replacement?",
    ],
  },
});

const OFFER = pattern(
  "would you (?:like|prefer|rather)|shall i|should i|do you want me|may i (?:suggest|send|offer)|can i (?:offer|send|help)|how about|why don't we|which (?:would|do) you (?:prefer|like)",
);

/** These are more questions than one mail can carry. */
import { pattern } from "../pattern.ts";
import { rule } from "../rule.ts";

const ASKED_FOR_A_LIST = pattern(
  "what (?:else )?(?:do|would|will) you need|(?:send|give|mail|write) me (?:a|the|your|one|whatever|any) (?:list|form|questionnaire|questions)|all at once|in one go|(?:any|all the|which|what) (?:information|details|questions) (?:do )?you (?:need|have)|ask (?:me )?(?:anything|away|all)",
);

export default rule({
  id: "too-many-questions",
  catalogue: "Q1",
  step: "question",
  principle: "ask.assume",
  level: "nudge",
  see: "These are more questions than one mail can carry.",
  why: "The more is asked at once, the more comes back half answered.",
  do: "Ask the two or three that decide what happens next.",
  cites: ["cardosi-1994"],
  examples: {
    flags: [
      "Which browser do you use? Since when does it happen? Is the light green? [[Did you change the cable? Who set it up?]]",
      "Could you tell me the model? When did you buy it? Where did you buy it? [[What colour is the light?]]",
      "Hello Ana,\n\n1. Which lamp is it?\n2. Since when does it flicker?\n3. Which bulb is in it?\n[[4. Is the switch warm?]]",
      "Is the pump on? What does the screen say? Which code is below it? [[Do you hear a click?]] Thank you for looking.",
    ],
    passes: [
      {
        customer: "Send me whatever questions you have, all at once please.",
        reply: "Which colour is it? How old is it? Who fitted it? Where does it stand? Is it wet below?",
      },
      "Two things, please: what exactly does the screen say? And since when?",
      "Which browser do you use? Since when does it happen? Is the light green?",
      {
        customer: "What do you need from me?",
        reply: "Which lamp is it? Since when does it flicker? Which bulb is in it? Is the switch warm?",
      },
      "Which lamp is it? Would you like a new one? Shall I send it to the office? How does that sound?",
      "The page asks: “Who? When? Where? Why? How?” and you may leave all of it empty.",
      "I've checked the pump, the cable, the fuse and the switch; all four are fine.",
    ],
  },
  *check(draft) {
    if (draft.customer !== undefined && ASKED_FOR_A_LIST.test(draft.customer.plain)) return;
    const most = draft.input.channel === "chat" ? 2 : 3;
    const questions = draft.body.filter(
      (sentence) =>
        sentence.isQuestion &&
        draft.does(sentence, "ask") &&
        !draft.does(sentence, "check", "offer-option", "read-back"),
    );
    const [first, last] = [questions[most], questions.at(-1)];
    if (first !== undefined && last !== undefined) yield { start: first.start, end: last.end };
  },
});

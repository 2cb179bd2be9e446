/** All of these can be answered with yes or no. */
import { whole } from "../look.ts";
import { pattern } from "../pattern.ts";
import { rule } from "../rule.ts";

const CLOSED = pattern(
  "^(?:and |also,? |or )?(?:did|do|does|is|are|was|were|has|have|had|can|could|will|would)(?:n't)? (?!you (?:please )?(?:tell|describe|explain|say|walk|show|send|share|let))\\w+",
);

export default rule({
  id: "only-closed-questions",
  catalogue: "Q2",
  step: "question",
  principle: "ask.open",
  level: "note",
  needs: ["customer"],
  see: "All of these can be answered with yes or no.",
  why: "An open question brings what you did not think to ask.",
  do: "Ask once what happened just before it.",
  cites: ["chen-2010", "seven-strategies"],
  examples: {
    flags: [
      { customer: "The mixer stopped working.", reply: "[[Did you restart the mixer?]] Is the cable in?" },
      {
        customer: "My login fails since Monday.",
        reply: "Thank you, Ana. [[Are you using the new app?]] Have you changed the password?",
      },
      { customer: "The sync is broken.", reply: "[[Is the light green?]] Did the update run? Thank you." },
      { customer: "The gate won't open, it's broken.", reply: "[[Does the gate click?]] Was it cold last night?" },
    ],
    passes: [
      { customer: "The mixer stopped working.", reply: "What happened just before it stopped? Is the cable in?" },
      { customer: "The mixer stopped working.", reply: "Is the cable of the mixer in the wall?" },
      { customer: "Do you sell mixers?", reply: "Is it for bread? Do you need a bowl as well?" },
      { customer: "My login fails.", reply: "Could you tell me what the screen says? Did you change the password?" },
      {
        customer: "The sync is broken.",
        reply: "The sync broke because a disk was full. Is it green now? Does it run?",
      },
      { customer: "The gate is broken.", reply: "Did that do the trick? Is there anything else?" },
    ],
  },
  *check(draft) {
    if (draft.customer === undefined || !draft.customer.hasLoss || draft.doing("explain").length > 0) return;
    const questions = draft.body.filter((sentence) => sentence.isQuestion && draft.does(sentence, "ask"));
    const [first] = questions;
    if (first === undefined || questions.length < 2 || !questions.every((sentence) => CLOSED.test(sentence.plain)))
      return;
    yield whole(first);
  },
});

/** Gives the feeling, or the trouble itself, back in words that fit this customer alone. */
import { pattern } from "../pattern.ts";
import { move } from "./move.ts";

export default move({
  id: "reflect",
  step: "acknowledge",
  principle: "ack.reflect",
  means: "Gives the feeling, or the trouble itself, back in words that fit this customer alone.",
  cues: [
    [
      0.8,
      pattern(
        "you(?:'re| are| feel| felt| seem| sound| must be| must feel| were)(?: (?:really|very|so|quite|understandably|clearly|feeling|rightly|a bit|pretty|just))* (?:frustrated|annoyed|disappointed|upset|angry|anxious|worried|stressed|distressed|concerned|confused|irritated|exasperated|let down|fed up|exhausted|overwhelmed|embarrassed|sad|hurt|lonely|scared|afraid|torn|stuck|lost|ignored|unheard|cross|furious|tired|helpless|hopeless|guilty|betrayed|rejected|under (?:a lot of )?pressure|at (?:your|the) (?:wits'? end|end))",
        "it sounds (?:like|as if|as though) (?:you|this|that|the|your|it)",
        "sounds like you",
      ),
    ],
  ],
  unless: pattern("if you(?:'re| are| feel)"),
  judge: (sentence, { customer, sharedFigures, sharedStems }, already) => {
    if (customer === undefined || sentence.isQuestion) return 0;
    const shared = sharedStems + sharedFigures;
    if (already("acknowledge") && shared >= 2) return 0.85;
    if (already("acknowledge") && shared >= 1) return 0.7;
    if (!WHAT_YOU_WENT_THROUGH.test(sentence.plain)) return 0;
    return shared >= 2 ? 0.75 : shared === 1 && customer.hasLoss ? 0.65 : 0;
  },
  examples: {
    is: [
      "You sound really worried about the deadline.",
      ["We took a day off and nobody came with the sofa.", "You took a day off for the sofa and nobody came."],
      ["I missed my daughter's birthday because of your delay.", "Missing your daughter's birthday is awful."],
    ],
    isNot: [
      "I understand how frustrating this is.",
      ["My kettle leaks.", "I understand your frustration."],
      "You can find the form below.",
    ],
  },
});

const WHAT_YOU_WENT_THROUGH = pattern(
  "you(?:'ve| have| had|'d)? (?:\\w+ed|been|had|took|taken|lost|paid|spent|sat|stood|went|gone|got|came|come|wrote|written|told|bought|found|planned|waited|counted|trusted|gave|made|did|were|still|never|only)",
);

/** Brings in somebody who may or can do more. */
import { pattern } from "../pattern.ts";
import { move } from "./move.ts";

export default move({
  id: "escalate",
  step: "provide",
  principle: "solve.handover",
  means: "Brings in somebody who may or can do more.",
  cues: [
    [
      0.85,
      pattern(
        "escalat(?:e|ed|ing|ion)",
        "(?:pass(?:ed|ing)?|forward(?:ed|ing)?|hand(?:ed|ing)?|transfer(?:red|ring)?|refer(?:red|ring)?|rout(?:ed|ing)|put|sent|send|sending|given|give|bring|brought|tak(?:e|en|ing)|rais(?:e|ed|ing)) (?:[\\w']+ ){0,6}(?:to|with|by|through to|in|over to) (?:[\\w']+ ){0,3}(?:team|manager|colleague|supervisor|department|specialist|engineer|lead|director|technician|developer|expert|billing|accounts|owner|officer|partner)s?",
        "(?:ask|asked|asking|check|checking|checked|speak|speaking|spoke|spoken|talk|talking) (?:to |with )?(?:my|our|the|a) (?:\\w+ )?(?:team|manager|colleague|supervisor|department|specialist|engineer|lead|director|technician|developers?|expert)",
        "(?:my|our) (?:\\w+ )?(?:manager|supervisor|colleague|team lead|specialist|head of \\w+)(?:,? \\w+,?)? (?:will|'ll|is|has|can)",
        "(?:ask|asking|asked) [a-z]+ (?:in|from|at|to approve|to look|to check)",
      ),
    ],
  ],
  examples: {
    is: [
      "I've passed this to our billing team.",
      "I'm asking Dana to approve it.",
      "My manager, Ravi, will call you at 3.",
    ],
    isNot: ["Please hand the parcel to the driver.", "I've looked at it myself."],
  },
});

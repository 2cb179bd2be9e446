/** Says what has been done about it. */
import { pattern } from "../pattern.ts";
import { move } from "./move.ts";

const DONE =
  "(?:cancell?ed|refunded|replaced|re-?sent|sent|shipped|ordered|re-?ordered|booked|re-?booked|moved|changed|corrected|updated|fixed|repaired|reset|unlocked|reopened|restored|reinstated|credited|reversed|removed|deleted|added|applied|issued|raised|opened|closed|passed|forwarded|asked|told|called|rung|rang|checked|looked|read|found|traced|tracked|spoken|contacted|written|logged|flagged|stopped|blocked|extended|upgraded|arranged|attached|enclosed|scheduled|rescheduled|waived|taken|put|switched|set|marked|tested|confirmed|noted|processed|actioned|escalated|submitted|filed|handed|approved|reserved|started|finished|completed|collected|paid|turned|given|shared|assigned|redirected|merged|activated|deactivated|enabled|disabled|renewed|created|generated|emailed|mailed|posted|couriered|matched|compared|investigated|reviewed)";

export default move({
  id: "act",
  step: "provide",
  principle: "solve.protocol",
  means: "Says what has been done about it.",
  cues: [
    [
      0.9,
      pattern(
        `(?:i|we){have}{now} (?:personally )?${DONE}`,
        `(?:i|we)(?: just| now| already| also)? ${DONE}(?! you (?:twice|wrongly))`,
        "(?:it's|it is|that's|that is|this is|all|everything is) (?:now |all |already )*(?:fixed|done|sorted|resolved|corrected|on its way|working|back up|refunded|cancelled|in place)",
        "(?:is|are) (?:now )?on (?:its|their|the) way",
      ),
    ],
    [
      0.75,
      pattern(
        `(?:your|the|a|this|that|both|it) ?(?:[\\w.]+ ){0,5}(?:has|have) (?:now |just |already |also )?been ${DONE}`,
        `(?:your|the) (?:\\w+ ){1,3}(?:is|are|was|were) (?:now |just |already |also )?${DONE}`,
        `^(?:done|fixed|sorted|${DONE})[,.!:;-]?(?: |$)`,
        "(?:i'm|i am|we're|we are) (?:now |already |just )?(?:sending|refunding|replacing|checking|looking|asking|calling|working|moving|booking|ordering|issuing|cancelling|fixing|correcting|adding|putting|arranging|taking)",
      ),
    ],
  ],
  unless: pattern(
    "(?:if|once|when|until|after|as soon as) (?:i|we|your|the|it|this) ?(?:\\w+ ){0,3}(?:has|have|is|are|'ve)|(?:i|we) (?:found|told|asked|called|put|read|set) (?:you )?(?:wrong|twice)|not (?:yet )?been|(?:i|we) (?:sent|shipped|charged|billed) (?:you )?(?:the )?wrong",
  ),
  examples: {
    is: [
      "I've cancelled the second order.",
      "I have refunded 42.80 to your card.",
      "Your address has been changed.",
      "It's fixed now.",
    ],
    isNot: [
      "I'll cancel the second order.",
      "Once I have refunded it, you can order again.",
      "We sent the wrong lamp.",
    ],
  },
});

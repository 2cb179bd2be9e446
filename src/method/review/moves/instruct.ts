/** Tells the customer what to do, step by step. */
import { pattern } from "../pattern.ts";
import { move } from "./move.ts";

export default move({
  id: "instruct",
  step: "provide",
  principle: "solve.protocol",
  means: "Tells the customer what to do, step by step.",
  cues: [
    [
      0.85,
      pattern(
        "^(?:\\W*\\d+[.)] ?|[-*•] ?)?(?:please |kindly |then,? |now,? |first(?:ly)?,? |second(?:ly)?,? |next,? |finally,? |after that,? |once (?:there|done|that's done),? |simply |just |to (?:do|fix|solve|reset|start|find|change|get) [^,]{1,40}, )*(?:please |simply |just )?(?:go to|click|open|select|choose|tap|press|restart|reboot|turn|switch|clear|reset|log (?:in|out|on|off)|sign (?:in|out)|enter|type|download|install|uninstall|update|unplug|plug|hold|follow|visit|use|make sure|ensure|scroll|navigate|head to|copy|paste|remove|insert|wait|disconnect|reconnect|connect|delete|disable|enable|empty|fill|print|pack|drop|return|refer|see|check|try|read|run|look under|swipe|reinstall|take (?:out|off)|pull|push|lift|slide|place|screw|hold down)\\b",
        "you(?:'ll| will)?(?: just| only| simply)? (?:need|have) to (?:go|click|open|select|choose|press|restart|turn|clear|reset|log|sign|enter|download|install|update|unplug|fill|follow|visit|use|pack|print|drop)",
        "please (?:also |just |simply )?(?:complete|fill (?:in|out)|submit|apply|contact|call|ring|write to|use|visit|follow|refer to|turn to|go to|log (?:in|on)) (?:the|our|your|a|an|this|that|us|in|on|\\d|any|his|her|their|to|[\\d ]+)",
        "(?:the )?(?:following )?steps (?:below|are|above)|follow (?:the|these) (?:steps|instructions|link)",
      ),
    ],
  ],
  unless: pattern("^please (?:see|refer|check) (?:my|our) apolog|^wait,"),
  examples: {
    is: [
      "Please clear your cache.",
      "1. Open the settings.",
      "Then hold the button for ten seconds.",
      "You'll need to download the new version.",
    ],
    isNot: ["I've reset the password.", "Which page did you open?"],
  },
});

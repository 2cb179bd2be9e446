/** Sets a limit, kindly and once. */
import { pattern } from "../pattern.ts";
import { move } from "./move.ts";

export default move({
  id: "set-boundary",
  principle: "expect.boundary",
  means: "Sets a limit, kindly and once.",
  cues: [
    [
      0.85,
      pattern(
        "(?:i|we)(?:'ll| will| may| would)? (?:have to )?(?:end|close|stop|leave) (?:this |the |our )?(?:chat|call|conversation|correspondence|case|replying|answering).{0,40}(?:if|unless)|if .{0,60}(?:i|we)(?:'ll| will| may)? (?:have to )?(?:end|close|stop|leave) (?:this |the |our )?(?:chat|call|conversation|correspondence)",
        "(?:i|we) (?:can't|cannot|won't|will not|do not|don't) (?:\\w+ )?(?:accept|continue|tolerate|read|respond to|answer) .{0,40}(?:language|insults?|abuse|abusive|threats?|threatening|comments|messages like|words)",
        "(?:please|i ask you to|i need you to) (?:\\w+ )?(?:keep|refrain|stop|avoid|leave out) .{0,40}(?:language|respectful|civil|insults?|abusive|personal|names|polite)",
        "(?:without|leave out|stop) (?:the )?(?:insults|abuse|name-calling|threats)",
        "(?:our|the|based on (?:our|the)|under (?:our|the)) (?:\\w+ )?(?:policy|terms|rules?) (?:is|says?|allows?|doesn't|does not|sets|states?|covers?|,)",
      ),
    ],
  ],
  examples: {
    is: [
      "I'll keep helping with the refund, and I'll end the chat if the insults go on.",
      "Please keep the messages civil.",
      "Our policy says that returns are open for 60 days.",
    ],
    isNot: ["I'll close the window for you.", "Please keep the receipt."],
  },
});

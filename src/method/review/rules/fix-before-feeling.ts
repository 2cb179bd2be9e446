/** The first thing an upset customer reads here is an instruction. */
import { whole } from "../look.ts";
import { pattern } from "../pattern.ts";
import { rule } from "../rule.ts";

const DANGER = pattern(
  "unplug|gas|smoke|fire|burn(?:ing|s)?|shock|electric\\w*|stop using|switch (?:it )?off|turn (?:it )?off|battery|swallow(?:ed)?|doctor|emergency|call (?:999|112|911)",
);

export default rule({
  id: "fix-before-feeling",
  catalogue: "L6",
  step: "listen",
  principle: "ack.feeling",
  level: "nudge",
  needs: ["customer"],
  mostCare: 2,
  see: "The first thing an upset customer reads here is an instruction.",
  why: "People who were heard first take the steps more readily.",
  do: "Put one sentence about what it cost them before the steps.",
  cites: ["min-2021", "herhausen-2023"],
  examples: {
    flags: [
      {
        customer: "This is ridiculous. I lost a whole morning and the page still crashes!!",
        reply: "[[Please clear your cache and log in again.]] Then it should work.",
      },
      {
        customer: "I am furious, the scanner broke AGAIN and NOBODY answers.",
        reply: "Hello,\n\n[[Open the settings and choose Reset.]] Wait ten seconds.",
      },
      {
        customer: "Third time I write! Absolutely unacceptable, the printer still eats paper.",
        reply: "[[First, take out the paper tray.]] Then press the green button twice.",
      },
      {
        customer: "Worst service ever, I'm fed up with this app.",
        reply: "[[You'll need to download the new version.]] It has fewer errors.",
      },
    ],
    passes: [
      {
        customer: "This is ridiculous. I lost a whole morning and it still crashes!!",
        reply: "Losing a whole morning to this is bad. Please clear your cache now.",
      },
      {
        customer: "How do I reset the scanner?",
        reply: "Open the settings and choose Reset. Then wait for ten seconds.",
      },
      {
        customer: "This is ridiculous!! Don't give me apologies, just tell me how to reset it.",
        reply: "Open the settings and choose Reset. Then wait for ten seconds.",
      },
      {
        customer: "This is outrageous, the charger is SMOKING!!",
        reply: "Unplug it now, please, and do not touch the battery.",
      },
      {
        customer: "I'm furious, third time the tray jams!!",
        reply:
          "You have written three times about this tray. Please pull it out and send me a photo of the rails, so I can see the part.",
      },
      {
        customer: "I'm fed up, it is broken again!!",
        reply: "I've sent a new one by courier today; it arrives on Friday.",
      },
    ],
  },
  *check(draft) {
    const { customer, body } = draft;
    const [first] = body;
    if (customer === undefined || first === undefined || !customer.isUpset || customer.signals.has("wants-brevity"))
      return;
    if (!draft.does(first, "instruct") || DANGER.test(first.plain)) return;
    if (draft.does(first, "acknowledge", "reflect", "normalise", "apologise", "own", "thank")) return;
    yield whole(first);
  },
});

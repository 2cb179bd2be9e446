/** Whether a sentence may tell why something went wrong: a clause of ours in the past, beside what is only done now or told of oneself. In doubt it does. */
import type { Draft } from "./draft.ts";
import { pattern } from "./pattern.ts";
import type { Sentence } from "./sentence.ts";

/** A clause that may be the cause: something of ours did or was, in the past. */
const MAY_EXPLAIN = pattern(
  "because (?!of (?:our|the|this))|due to|the reason|dead spot|caused? (?!you|any)|why|after|as (?:the|our|we|a)|since (?:the|our|a)|owing to|thanks to|(?:held up|stuck|short of|overloaded|broken down|crazy|busy) ?\\w*|traffic|(?:was|were|had|didn't|did not|ran|fell|broke|failed|forgot|missed|mixed|swapped|overlooked|mistook|left|kept|crashed|flooded|printed|keyed|entered|scanned|thought|came from|went (?:out|down|by|to)|got|sent|took|put|gave|told|made|handed|stood|hung|lay|lost|typed|counted|doubled|marked|ticked|jammed|stopped|labelled|packed|switched|dropped|slipped|confused|misread|lacks?|experiencing|shortages?|backlogs?|volume)",
);
/** In an apology, "was" belongs to what the customer met; only a second clause about us explains. */
const EXPLAINS_IN_APOLOGY = pattern(
  "because (?!of (?:our|the|this))|due to|the reason|caused? (?!you|any)|after (?:a|an|the|our)|(?:crazy|busy|hectic|short) (?:week|day|time|notice|of)|flu|sick|traffic|holidays?|typo|bug|glitch|outage|flood|strike|storm|shortages?|backlogs?|misprint|gone to|(?:our|the|a|an|one of our) (?:\\w+ ){1,3}(?:ran|was|were|had|went|broke|failed|forgot|crashed|handed|sent|printed|mixed|left)|(?:i|we) (?:forgot|mixed|overlooked|missed|mistook|took|entered|keyed|left|sent|put|had|was|were)",
);
/** What is done now, told of oneself, or only looks like the past. */
const NO_CAUSE =
  /\b(?:'ve|have|has) (?:now |just |already |also )?(?:had a look|been|\w+ed|sent|taken|put|made|found|done)\b|\b(?:may|might|could|should|would) have \w+(?: made| caused)?|\b(?:will|'ll|to|be|being) be(?:en)? \w+|\bbe(?:en)? (?:made|sent)\b|\bwhen my (?:own )?\w+ (?:was|were|had|died)\b.*|\bmy (?:uncle|aunt|mother|father|brother|sister|grandmother|gran|son|daughter)\b.*|\blast week\b|\bleft (?:last|on|in)\b/g;

export function mayExplain(draft: Draft, sentence: Sentence): boolean {
  if (sentence.isQuestion || draft.does(sentence, "relate")) return false;
  if (draft.does(sentence, "apologise")) return EXPLAINS_IN_APOLOGY.test(sentence.plain);
  return MAY_EXPLAIN.test(sentence.plain.replace(NO_CAUSE, " "));
}

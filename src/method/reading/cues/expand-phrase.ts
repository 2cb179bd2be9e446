/**
 * Turns a written cue into steps, each a choice of word sequences. `(a|b)` is either, `(a )` may be left out, `{ive}` is one of
 * the forms below, `_` any one word, `__` up to three. Knows nothing of texts.
 */
const FORMS: ReadonlyMap<string, string> = new Map([
  ["i", "(i|we)"],
  ["im", "(i'm|i am|we're|we are)"],
  ["ive", "(i've|i have|we've|we have|i had|we had)"],
  ["ill", "(i'll|i will|we'll|we will|i'm going to|i am going to|we're going to|we are going to|i shall)"],
  ["my", "(my|our)"],
  ["me", "(me|us)"],
  ["dont", "(don't|do not)"],
  ["doesnt", "(doesn't|does not|didn't|did not|don't|do not|won't|will not)"],
  ["didnt", "(didn't|did not|haven't|have not|never|hasn't|has not)"],
  ["cant", "(can't|cannot|can not|couldn't|could not|unable to)"],
  ["isnt", "(isn't|is not|wasn't|was not|aren't|are not|hasn't been|has not been)"],
  ["want", "(want|would like|wish|need|demand|'d like|expect|request)"],
  ["is", "(is|was|are|were|has been|'s)"],
]);

/** Without its apostrophe this would be another word. */
const KEEPS_APOSTROPHE = new Set([
  "we're",
  "we'll",
  "i'll",
  "he'll",
  "she'll",
  "i'd",
  "we'd",
  "she'd",
  "it'll",
  "'d",
  "'s",
]);

/** The steps of a cue in order; each is a choice of word sequences, of which an empty one may be passed over. */
export function expandPhrase(cue: string): string[][][] {
  // A face such as ":(" is no pattern.
  if (/^[^\p{L}{ ]{1,4}$|^:[dp]$/u.test(cue)) return [[[cue]]];
  return cutSteps(cue.replace(/\{(\w+)\}/g, (_, name: string) => FORMS.get(name) ?? name)).map((step) =>
    alternatives(step).flatMap(withoutApostrophes),
  );
}

/** At the spaces outside brackets. */
function cutSteps(cue: string): string[] {
  const steps: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at <= cue.length; at += 1) {
    const char = cue.charAt(at);
    if (char === "(") depth += 1;
    else if (char === ")") depth -= 1;
    if ((char !== " " || depth > 0) && at < cue.length) continue;
    if (at > from) steps.push(cue.slice(from, at));
    from = at + 1;
  }
  return steps;
}

function withoutApostrophes(choice: string): string[][] {
  // A hyphen is a mark of its own in a text: "e-mail" is two words there.
  const words = choice.trim() === "" ? [] : choice.trim().split(/\s+|(?<=\p{L})-(?=\p{L})/u);
  const bare = words.map((word) => (KEEPS_APOSTROPHE.has(word) ? word : word.replaceAll("'", "")));
  return bare.some((word, index) => word !== words[index]) ? [words, bare] : [words];
}

function alternatives(text: string): string[] {
  const open = text.indexOf("(");
  if (open < 0) return [text];
  let depth = 0;
  const choices: string[] = [];
  let from = open + 1;
  for (let at = open; at < text.length; at += 1) {
    const char = text.charAt(at);
    if (char === "(") depth += 1;
    else if (char === "|" && depth === 1) {
      choices.push(text.slice(from, at));
      from = at + 1;
    } else if (char === ")") {
      depth -= 1;
      if (depth > 0) continue;
      choices.push(text.slice(from, at));
      if (choices.length === 1) choices.push("");
      const rest = alternatives(text.slice(at + 1));
      const before = text.slice(0, open);
      return choices
        .flatMap((choice) => alternatives(choice))
        .flatMap((choice) => rest.map((tail) => before + choice + tail));
    }
  }
  throw new Error(`The cue "${text}" has an open bracket.`);
}

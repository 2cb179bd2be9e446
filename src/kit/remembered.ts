/**
 * Work on words, done once for each wording: a draft is read again at every keystroke, and only one sentence of it is new.
 * Forgets everything when it holds too much, so that a million texts take no more memory than a few.
 */
const MOST = 2_000;

/** @param work pure; what it gives must not be changed by whoever gets it. */
export function remembered<T>(work: (words: string) => T): (words: string) => T {
  const known = new Map<string, T>();
  return (words) => {
    const before = known.get(words);
    if (before !== undefined) return before;
    const now = work(words);
    if (known.size >= MOST) known.clear();
    known.set(words, now);
    return now;
  };
}

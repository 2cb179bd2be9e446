/** Answers of the coach by what it was asked, so that it is asked once. What could not be had is asked again; forgets all when it holds too much. */
const MOST_KEPT = 60;

export function keptAnswers<Answer>(): (key: string, ask: () => Promise<Answer>) => Promise<Answer> {
  const kept = new Map<string, Promise<Answer>>();
  return (key, ask) => {
    const before = kept.get(key);
    if (before !== undefined) return before;
    const answer = ask();
    answer.catch(() => kept.delete(key));
    if (kept.size >= MOST_KEPT) kept.clear();
    kept.set(key, answer);
    return answer;
  };
}

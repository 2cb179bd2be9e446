/** Waiting, for torture: a while, or until something is so. */
export const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/** @returns what was seen, or undefined when it did not come to that in time. */
export async function waitFor<T>(
  look: () => Promise<T | undefined | false>,
  patienceMs: number,
): Promise<T | undefined> {
  for (const end = Date.now() + patienceMs; Date.now() < end; ) {
    const seen = await look();
    if (seen !== undefined && seen !== false) return seen;
    await pause(25);
  }
  return undefined;
}

/**
 * Knows a thread again by what stands in it: at every keystroke, and with every request, the same conversation comes as new objects.
 * What rules read in a thread they remember by the array that is given here.
 */
import type { ThreadMessage } from "./review-input.ts";

/** So many conversations are open at once; the one that was looked at longest ago is forgotten first. */
const MOST = 8;
let recent: readonly (readonly ThreadMessage[])[] = [];

/** @returns the same array for the same messages, as long as it is remembered. A copy: nobody else changes it. */
export function sameThread(thread: readonly ThreadMessage[]): readonly ThreadMessage[] {
  const known = recent.find((one) => isSame(one, thread));
  if (known !== undefined && known === recent[0]) return known;
  const one = known ?? thread.map(({ from, text, at }) => ({ from, text, at }));
  recent = [one, ...recent.filter((other) => other !== one)].slice(0, MOST);
  return one;
}

const isSame = (one: readonly ThreadMessage[], other: readonly ThreadMessage[]): boolean =>
  one.length === other.length &&
  one.every(({ from, text, at }, index) => {
    const message = other[index] as ThreadMessage;
    return from === message.from && at === message.at && text === message.text;
  });

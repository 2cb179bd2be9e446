/** Devices, systems and browsers by name, with the model or release that follows. A list: what is not on it is not seen. */
import type { Token } from "../scan-words.ts";
import type { Word } from "../word.ts";
import type { Fact, FactScene } from "./fact.ts";
import { WAKES } from "./wakes.ts";

const NAMES = new Map<string, string>(
  [
    "iPhone",
    "iPad",
    "iPod",
    "iMac",
    "MacBook",
    "Mac mini",
    "Apple Watch",
    "Apple TV",
    "AirPods",
    "Android",
    "iOS",
    "iPadOS",
    "macOS",
    "watchOS",
    "tvOS",
    "Windows",
    "Linux",
    "Ubuntu",
    "Fedora",
    "Debian",
    "Chromebook",
    "ChromeOS",
    "Galaxy",
    "Samsung",
    "Pixel",
    "Huawei",
    "Xiaomi",
    "OnePlus",
    "Fairphone",
    "Chrome",
    "Firefox",
    "Safari",
    "Edge",
    "Opera",
    "Brave",
    "Internet Explorer",
    "Kindle",
    "Fire TV",
    "Fire tablet",
    "Roku",
    "Chromecast",
    "Alexa",
    "Echo",
    "HomePod",
    "Google Home",
    "Nest",
    "PlayStation",
    "PS5",
    "PS4",
    "Xbox",
    "Nintendo Switch",
    "Steam Deck",
    "Surface",
    "ThinkPad",
    "Raspberry Pi",
    "Outlook",
    "Thunderbird",
  ].map((name) => [name.toLowerCase(), name] as const),
);
const FIRST_OF_TWO = new Set(
  [...NAMES.keys()].filter((name) => name.includes(" ")).map((name) => name.split(" ")[0] as string),
);
/** Without one of these there is no device. */
export const DEVICE_WORDS: readonly string[] = [...NAMES.keys(), ...FIRST_OF_TWO];
/** Words of every day too: only with a capital, and not at the start of a sentence alone. */
const COMMON = new Set([
  "edge",
  "opera",
  "brave",
  "echo",
  "nest",
  "windows",
  "pixel",
  "surface",
  "galaxy",
  "chrome",
  "safari",
  "outlook",
]);
const MODEL =
  /^(?:pro|max|plus|mini|air|se|ultra|lite|xl|note|tab|fold|flip|series|gen|os|home|server|sonoma|sequoia|ventura|monterey|catalina|one|classic|laptop|book|galaxy|tv|s\d{1,2}|a\d{1,2}|[xs][rs]?|\d{1,2}[a-z]?|\d{1,2}\.\d{1,2}(?:\.\d{1,2})?|m\d)$/;

export function findDevices(scene: FactScene, first: number, last: number, into: Fact[]): void {
  const { tokens, text } = scene.segmentation;
  for (let at = first; at < last; at += 1) {
    if (((scene.words[at] as Word).wakes & WAKES.device) === 0) continue;
    const token = tokens[at] as Token;
    if (token.kind !== "word" && token.kind !== "code") continue;
    const pair =
      FIRST_OF_TWO.has(token.norm) && at + 1 < last ? NAMES.get(`${token.norm} ${tokens[at + 1]?.norm}`) : undefined;
    const name = pair ?? NAMES.get(token.norm);
    if (name === undefined) continue;
    if (
      pair === undefined &&
      COMMON.has(token.norm) &&
      (!/\p{Lu}/u.test(text.charAt(token.start)) || (at === first && !MODEL.test(tokens[at + 1]?.norm ?? "")))
    )
      continue;
    let end = at + (pair === undefined ? 1 : 2);
    const named = end;
    while (
      end < last &&
      end - named < 3 &&
      MODEL.test((tokens[end] as Token).norm) &&
      (tokens[end] as Token).start <= (tokens[end - 1] as Token).end + 1
    )
      end += 1;
    const start = token.start;
    const until = (tokens[end - 1] as Token).end;
    into.push({
      kind: "device",
      start,
      end: until,
      text: text.slice(start, until),
      value: `${name}${text.slice((tokens[named - 1] as Token).end, until)}`.replace(/\s+/g, " "),
    });
    at = end - 1;
  }
}

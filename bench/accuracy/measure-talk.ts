/**
 * Two sets about how people speak to each other: how polite a request is (Stanford), and how much an answer takes up of what was
 * said (uptake). Neither is what Heard was made for; both say whether its parts point the right way.
 */
import type { Models } from "../../src/method/models/index.ts";
import { review } from "../../src/method/review/index.ts";
import { openCorpus, readCsv, textOf } from "../../training/corpora.ts";
import { SOUND_PEERS, SOUNDS } from "./peers.ts";
import { figure, type Row } from "./row.ts";
import { correlation } from "./score.ts";

const COURTEOUS = new Set(["thank", "greet", "apologise", "acknowledge", "reassure", "care", "close", "suggest"]);
const TAKES_UP = new Set(["paraphrase", "reflect", "read-back", "acknowledge", "ask"]);

export function measureTalk(folder: string, models: Models): Row[] {
  return [politeness(folder, models), uptake(folder, models)];
}

function politeness(folder: string, models: Models): Row {
  const [head = [], ...rows] = readCsv(textOf(openCorpus(folder, "politeness"), "wikipedia.annotated.csv"));
  const [textAt, scoreAt] = [head.indexOf("Request"), head.indexOf("Normalized Score")];
  const requests = rows.flatMap((row) => {
    const [text, score] = [row[textAt], Number(row[scoreAt])];
    return text === undefined || Number.isNaN(score) ? [] : [{ text, score }];
  });
  const scores = requests.map(({ score }) => score);
  const by = (sound: (text: string) => number) =>
    figure(
      correlation(
        requests.map(({ text }) => sound(text)),
        scores,
      ),
    );
  const courtesies = (learned: Parameters<typeof review>[1]) => (text: string) =>
    review({ thread: [], reply: text }, learned).moves.filter(({ move }) => COURTEOUS.has(move)).length;
  return {
    on: "Stanford politeness, Wikipedia requests",
    n: requests.length,
    measure: "courteous moves (peers: how good it sounds), r with raters",
    model: "moves",
    cues: by(courtesies({})),
    heard: by(courtesies(models)),
    peers: Object.fromEntries(SOUND_PEERS.map((peer) => [peer, by(SOUNDS[peer])])),
  };
}

function uptake(folder: string, models: Models): Row {
  const [head = [], ...rows] = readCsv(textOf(openCorpus(folder, "uptake"), "data/uptake_data.csv"));
  const at = (name: string) => head.indexOf(name);
  const exchanges = rows.flatMap((row) => {
    const [said, answer, score] = [row[at("student_text")], row[at("teacher_text")], Number(row[at("uptake_zscore")])];
    return said === undefined || answer === undefined || row[at("uptake_zscore")] === "" || Number.isNaN(score)
      ? []
      : [{ said, answer, score }];
  });
  const scores = exchanges.map(({ score }) => score);
  const taken = (learned: Parameters<typeof review>[1]) =>
    figure(
      correlation(
        exchanges.map(
          ({ said, answer }) =>
            new Set(
              review({ thread: [{ from: "customer", text: said }], reply: answer }, learned)
                .moves.filter(({ move }) => TAKES_UP.has(move))
                .map(({ move }) => move),
            ).size,
        ),
        scores,
      ),
    );
  return {
    on: "Uptake, classroom exchanges",
    n: exchanges.length,
    measure: "moves that take up what was said, r with raters",
    model: "moves",
    cues: taken({}),
    heard: taken(models),
    peers: {},
  };
}

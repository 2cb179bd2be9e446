/** The trainer itself, on a task of which nothing ships: the 77 intents of Banking77. */
import { openCorpus, readCsv, textOf } from "../../training/corpora.ts";
import { fitModel } from "../../training/fit-model.ts";
import { scoresOf } from "../../training/train-linear.ts";
import { exampleOf, tokensOf, wanting } from "../../training/vocabulary.ts";
import { natural } from "./peers.ts";
import { figure, type Row } from "./row.ts";

export function measureTrainer(folder: string): Row[] {
  const files = openCorpus(folder, "banking77-nlupp");
  const rows = (split: string) =>
    readCsv(textOf(files, `banking_data/${split}.csv`))
      .slice(1)
      .flatMap(([text, intent]) => (text === undefined || intent === undefined ? [] : [{ text, intent }]));
  const [train, test] = [rows("train"), rows("test")];
  const intents = [...new Set(train.map(({ intent }) => intent))].sort();
  const textFor = ({ text, intent }: { readonly text: string; readonly intent: string }) => ({
    tokens: tokensOf(text),
    wanted: wanting(intents.length, [intents.indexOf(intent)]),
  });
  const { vocabulary, weights } = fitModel("banking77", intents, train.map(textFor), {
    rows: 16_000,
    spells: true,
    fewest: 2,
    manner: { loss: "one", rounds: 10, step: 0.5, seed: 1 },
  });
  const bayes = new natural.BayesClassifier();
  for (const { text, intent } of train) bayes.addDocument(text, intent);
  bayes.train();
  const share = (guess: (one: (typeof test)[number]) => string | undefined) =>
    figure(test.filter((one) => guess(one) === one.intent).length / test.length);
  return [
    {
      on: "Banking77, test part (measures the trainer; does not ship)",
      n: test.length,
      measure: "77 intents, share right",
      heard: share((one) => {
        const scores = scoresOf(weights, exampleOf(textFor(one), vocabulary));
        return intents[scores.indexOf(Math.max(...scores))];
      }),
      peers: { natural: share(({ text }) => bayes.classify(text)) },
    },
  ];
}

/** The kind of trouble: our own labelled messages, and short requests of two public sets where their intent has a name of ours. */

import { spokenSentences } from "../src/method/models/voice.ts";
import type { StoredModel } from "../src/method/models/weights-file.ts";
import { SITUATIONS, type Situation, segment } from "../src/method/reading/index.ts";
import { openCorpus, readCsv, textOf } from "./corpora.ts";
import { fitModel, type Recipe } from "./fit-model.ts";
import { customerLines, isHeldOut, ownConversations } from "./own-conversations.ts";
import { chanceFrom, shuffled } from "./train-linear.ts";
import { type Text, wanting } from "./vocabulary.ts";

/** Bitext's intents; those that fit several of our situations are left out. */
const BITEXT: Readonly<Record<string, Situation>> = {
  cancel_order: "cancellation",
  check_cancellation_fee: "cancellation",
  delete_account: "cancellation",
  check_refund_policy: "misunderstood-policy",
  complaint: "other",
  contact_customer_service: "other",
  contact_human_agent: "other",
  newsletter_subscription: "other",
  review: "other",
  change_shipping_address: "other",
  create_account: "how-to",
  delivery_options: "how-to",
  edit_account: "how-to",
  place_order: "how-to",
  set_up_shipping_address: "how-to",
  switch_account: "how-to",
  check_payment_methods: "how-to",
  delivery_period: "late-delivery",
  track_order: "late-delivery",
  payment_issue: "billing-error",
  recover_password: "account-access",
  registration_problems: "account-access",
};
const CLINC: Readonly<Record<string, Situation>> = {
  account_blocked: "account-access",
  report_fraud: "suspected-fraud",
  report_lost_card: "suspected-fraud",
  order_status: "late-delivery",
  flight_status: "late-delivery",
  lost_luggage: "late-delivery",
  cancel_reservation: "cancellation",
  application_status: "unanswered-ticket",
  damaged_card: "product-fault",
  pin_change: "how-to",
  reset_settings: "how-to",
  sync_device: "how-to",
  change_language: "how-to",
  change_user_name: "how-to",
  directions: "how-to",
  replacement_card_duration: "how-to",
  international_fees: "how-to",
  oil_change_how: "how-to",
  jump_start: "how-to",
  redeem_rewards: "how-to",
  direct_deposit: "how-to",
  recipe: "how-to",
  thank_you: "other",
  greeting: "other",
  goodbye: "other",
  insurance: "other",
  card_declined: "other",
  weather: "other",
  exchange_rate: "other",
  restaurant_reservation: "other",
  book_flight: "other",
  bill_balance: "other",
};
/** So many of each intent, and so much does each count: they are short, alike and not mail. */
const OF_EACH = 20;
const WORTH = 0.1;

const RECIPE: Recipe = {
  rows: 5_000,
  spells: true,
  fewest: 2,
  manner: { loss: "one", rounds: 15, step: 0.5, pull: 1e-3, seed: 1 },
};

export function situationText(message: string, situation: Situation, weight = 1): Text {
  const segmentation = segment(message);
  return {
    tokens: segmentation.tokens,
    sentences: spokenSentences(segmentation),
    wanted: wanting(SITUATIONS.length, [SITUATIONS.indexOf(situation)]),
    weight,
  };
}

export function trainSituations(folder: string): StoredModel {
  const texts = [
    ...ownConversations()
      .filter((one) => !isHeldOut(one))
      .map(({ message, situation }) => situationText(message, situation)),
    ...customerLines().map(({ message, situation }) => situationText(message, situation)),
    ...intents(folder).map(([text, situation]) => situationText(text, situation, WORTH)),
  ];
  return fitModel("situations", SITUATIONS, texts, RECIPE).model;
}

function intents(folder: string): [text: string, situation: Situation][] {
  const byIntent = new Map<string, { readonly situation: Situation; readonly texts: string[] }>();
  const put = (set: string, known: Readonly<Record<string, Situation>>, intent: string, text: string) => {
    const situation = known[intent];
    if (situation === undefined) return;
    const key = `${set} ${intent}`;
    const there = byIntent.get(key);
    if (there === undefined) byIntent.set(key, { situation, texts: [text] });
    else there.texts.push(text);
  };
  const bitext = textOf(
    openCorpus(folder, "bitext-intents"),
    "data/train/Bitext_Sample_Customer_Service_Training_Dataset.csv",
  );
  for (const [text = "", intent = ""] of readCsv(bitext).slice(1)) put("bitext", BITEXT, intent, text);
  const clinc = JSON.parse(textOf(openCorpus(folder, "clinc150"), "data/data_full.json")) as {
    readonly train: ReadonlyArray<readonly [text: string, intent: string]>;
  };
  for (const [text, intent] of clinc.train) put("clinc", CLINC, intent, text);
  const chance = chanceFrom(9);
  return [...byIntent.values()].flatMap(({ situation, texts }) =>
    [...shuffled(texts.length, chance).slice(0, OF_EACH)].map((at): [string, Situation] => [
      texts[at] as string,
      situation,
    ]),
  );
}

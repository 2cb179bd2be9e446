/** She closes her brother's account with the same care as everything else. Hard because one form too many would be an insult. */
import type { StoryDraft } from "../../src/entry/samples/story.ts";

export default {
  id: "le-compte-de-mon-frere",
  customer: "odile-fabregues",
  situation: "bereavement",
  subject: "Le compte de mon frère, Étienne Fabrègues",
  hoursAgo: 95,
  opening: `
    Madame, Monsieur,

    Mon frère Étienne nous a quittés le {{day -30}}. Il était votre client, comme moi, et je m'occupe à présent de ses papiers, qui sont
    dans un ordre à son image : parfait, mais connu de lui seul.

    Votre application lui prélève encore 4,50 € chaque mois. Je vous prie de bien vouloir clore son compte et de me dire quelles pièces
    vous sont nécessaires. J'ai déjà rempli neuf formulaires cette semaine, dont un qui demandait à mon frère de confirmer son décès.

    Un dixième ne me fait pas peur, mais je préférerais l'éviter.

    Avec mes remerciements`,
  knows: [
    {
      about: ["adresse", "compte", "courriel", "numéro", "client"],
      says: "Son adresse était etienne.fabregues@courrier.example.",
    },
    {
      about: ["acte", "pièce", "document", "justificatif"],
      says: "Je tiens l'acte de décès à votre disposition, si vous en avez vraiment besoin.",
    },
  ],
  facts: [
    { kind: "person", words: "Mon frère Étienne" },
    { kind: "date", words: "{{day -30}}" },
    { kind: "amount", words: "4,50 €" },
    { kind: "address", words: "etienne.fabregues@courrier.example", told: "later" },
  ],
  next: [
    { when: "refused", says: "Je comprends qu'il y ait des règles. Envoyez-moi donc le dixième formulaire." },
    {
      when: "asked",
      says: "{{answers}}",
      next: [
        {
          when: "made-right",
          says: "Je vous remercie. Étienne aurait apprécié : une seule lettre, et l'affaire est réglée.",
        },
        { when: "answered", says: "Je vous remercie de votre diligence." },
        { when: "otherwise", says: null },
      ],
    },
    {
      when: "made-right",
      says: "Votre lettre m'a fait du bien. Merci de n'avoir rien demandé que vous ne sachiez déjà.",
    },
    { when: "answered", says: "Je vous en remercie vivement." },
    {
      when: "boilerplate",
      says: "Votre réponse est adressée à mon frère. Je vous la rends.",
      next: [
        { when: "made-right", says: "Ce n'est rien. Merci de l'avoir vu." },
        { when: "otherwise", says: null },
      ],
    },
    { when: "otherwise", says: "Je vous remercie de vos paroles." },
  ],
} satisfies StoryDraft;

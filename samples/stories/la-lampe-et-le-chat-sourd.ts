/** She wants the lamp to tell a deaf cat that dinner is ready. Hard because it is a serious question. */
import type { StoryDraft } from "../../src/entry/samples/story.ts";

export default {
  id: "la-lampe-et-le-chat-sourd",
  customer: "odile-fabregues",
  situation: "how-to",
  subject: "Faire clignoter la lampe à heure fixe",
  hoursAgo: 130,
  atHour: 18,
  opening: `
    Madame, Monsieur,

    Mon chat Sarabande est devenu sourd. Il ne m'entend plus l'appeler pour son dîner et s'en offense. Je me suis demandé si la petite
    lampe Wren du couloir pouvait clignoter doucement deux fois, à dix-huit heures, sans que j'aie à m'en occuper.

    J'ai ouvert l'application et trouvé « Horaires », mais seulement pour allumer et éteindre. Existe-t-il autre chose ?

    Je précise que le chat a dix-sept ans et n'aime pas les surprises.

    Bien cordialement`,
  knows: [{ about: ["version", "application", "modèle"], says: "L'application indique 5.8.0." }],
  facts: [
    { kind: "product", words: "lampe Wren" },
    { kind: "tried", words: "« Horaires »" },
    { kind: "version", words: "5.8.0", told: "later" },
  ],
  next: [
    {
      when: "asked",
      says: "{{answers}}",
      next: [
        {
          when: "answered",
          says: "Merci ! Sarabande est arrivé à dix-huit heures une, l'air de n'avoir rien remarqué.",
        },
        { when: "otherwise", says: null },
      ],
    },
    { when: "refused-with-alternative", says: "Votre solution est ingénieuse. Sarabande et moi allons l'essayer." },
    {
      when: "answered",
      says: "Je viens d'essayer. Le chat a regardé la lampe, puis sa gamelle, puis moi. Je crois que c'est un succès.",
      next: [
        {
          when: "checked",
          says: "À merveille, je vous remercie. Il vient maintenant à dix-sept heures cinquante-neuf.",
        },
        { when: "otherwise", says: null },
      ],
    },
    { when: "otherwise", says: "Je vous remercie. Est-ce donc possible ?" },
  ],
} satisfies StoryDraft;

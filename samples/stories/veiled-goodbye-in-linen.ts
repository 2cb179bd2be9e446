/** The third mistake, told without one angry word. Hard because the goodbye is in the last paragraph and looks like a compliment. */
import type { StoryDraft } from "../../src/entry/samples/story.ts";

export default {
  id: "veiled-goodbye-in-linen",
  customer: "odile-fabregues",
  situation: "wrong-item",
  signals: ["repeat-contact", "churn"],
  subject: "Rideaux Harbour, commande LL-49931",
  hoursAgo: 27,
  atHour: 11,
  opening: {
    text: `
      Madame, Monsieur,

      J'ai reçu ce matin les rideaux de lin Harbour de ma commande LL-49931. J'avais choisi le coloris « ardoise ». Les
      rideaux que vous m'avez envoyés sont d'un vert que je n'aurais pas choisi, même un jour de grande indulgence. Je
      joins une photographie où les deux tissus se trouvent côte à côte : à gauche l'échantillon, à droite ce qui est
      arrivé.

      Ce n'est rien de grave, je le sais bien. Il se trouve seulement que c'est la troisième fois cette année : en mars la
      lampe sans son ampoule, en juillet le plaid d'une autre cliente, et maintenant le vert. Chaque fois, on m'a répondu
      très vite et très gentiment.

      Ma sœur vient le {{day +9}} et j'aurais aimé que la chambre soit prête.

      Je profite de cette lettre pour vous remercier de toutes ces années. Vos premières lampes éclairent encore mes
      partitions.

      Avec mes salutations les meilleures`,
    attachments: [{ file: "two-cloths.png", name: "rideaux.png" }],
  },
  knows: [
    { about: ["dimension", "taille", "largeur", "hauteur", "longueur"], says: "Ce sont deux panneaux de 140 sur 260." },
    {
      about: ["adresse", "livr", "récupér", "heure", "quand"],
      says: "Je suis chez moi tous les matins jusqu'à onze heures, sauf le jeudi où je donne encore une leçon.",
    },
  ],
  facts: [
    { kind: "order", words: "LL-49931" },
    { kind: "product", words: "rideaux de lin Harbour" },
    { kind: "wish", words: "le coloris « ardoise »" },
    { kind: "date", words: "{{day +9}}" },
    { kind: "other", words: "la troisième fois cette année" },
    { kind: "other", words: "deux panneaux de 140 sur 260", told: "later" },
  ],
  next: [
    {
      when: "refused",
      says: `
        Je comprends. Je vous remercie de votre franchise.

        Je garderai donc le vert, ou je le donnerai. N'y pensez plus.`,
    },
    {
      when: "asked",
      says: `
        Volontiers.

        {{answers}}

        Pensez-vous que cela puisse être fait avant le {{day +9}} ?`,
      next: [
        {
          when: "made-right",
          says: `
            Merci. Vous avez lu ma lettre jusqu'au bout, cela se voit. J'attends donc l'ardoise.`,
          next: [
            {
              when: "checked",
              says: "Les rideaux sont accrochés et ma sœur prétend qu'ils ont toujours été là. C'est parfait. Je reste des vôtres.",
            },
            { when: "otherwise", says: null },
          ],
        },
        { when: "answered", says: "C'est noté, je vous remercie." },
        { when: "otherwise", says: "Je vous remercie. J'attends donc une date, si vous en avez une." },
      ],
    },
    {
      when: "made-right",
      says: `
        Chère Madame, cher Monsieur,

        Voilà une réponse qui parle de mes rideaux et non des rideaux en général. Je suis touchée que quelqu'un ait compté
        les trois fois avec moi.

        J'attends l'ardoise avec confiance. Faut-il que je renvoie le vert moi-même ?`,
      next: [
        { when: "answered", says: "Entendu. Merci de tout cœur." },
        { when: "checked", says: "Tout est en ordre, et la chambre est belle. Merci." },
        { when: "otherwise", says: null },
      ],
    },
    { when: "answered", says: "Je vous remercie. J'attends donc les rideaux." },
    {
      when: "boilerplate",
      says: `
        Je vous remercie de votre réponse. C'est, je crois, mot pour mot celle de juillet.

        Bonne continuation.`,
      next: [
        { when: "made-right", says: "J'allais fermer le dossier. Je le laisse ouvert. Merci d'avoir réécrit." },
        { when: "otherwise", says: null },
      ],
    },
    { when: "otherwise", says: null },
  ],
} satisfies StoryDraft;

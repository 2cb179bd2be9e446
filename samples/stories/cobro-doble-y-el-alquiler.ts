/** Charged twice on the day the rent goes out. Hard because "five to seven working days" is an answer that costs her sleep. */
import type { StoryDraft } from "../../src/entry/samples/story.ts";

export default {
  id: "cobro-doble-y-el-alquiler",
  customer: "marisol-etxeberria",
  situation: "double-charge",
  signals: ["deadline"],
  mailbox: "billing",
  subject: "Me habéis cobrado DOS VECES 236 €",
  hoursAgo: 2.4,
  opening: {
    text: `
      Hola, soy Marisol otra vez, la de la librería.

      Ayer pagué el pedido LL-50431, dos lámparas Heron pequeñas y una Wren, 236 €. Hoy miro la cuenta y hay dos cobros iguales:

      {{image bank-lines.png}}

      Como veis, me quedan 212,35 €. El {{day +2}} pasa la cuota de la furgoneta y si no hay dinero la devuelven con recargo.

      No sé si es el banco o sois vosotros, y la verdad es que me da igual de quién sea la culpa. Solo necesito saber dos cosas:
      si me lo devolvéis y QUÉ DÍA está en mi cuenta.

      Perdón por las mayúsculas, estoy un poco nerviosa estos días.`,
    attachments: [{ file: "bank-lines.png", name: "captura.png" }],
  },
  knows: [
    {
      about: ["tarjeta", "banco", "últim", "cuenta"],
      says: "Es la tarjeta que acaba en 6604. Los dos cobros son de ayer, con un minuto de diferencia.",
    },
    {
      about: ["página", "error", "pagar", "botón"],
      says: "La página se quedó pensando y le di otra vez a «pagar». ¿Fue eso?",
    },
  ],
  facts: [
    { kind: "order", words: "LL-50431" },
    { kind: "amount", words: "236 €" },
    { kind: "amount", words: "212,35 €" },
    { kind: "date", words: "{{day +2}}" },
    { kind: "other", words: "la tarjeta que acaba en 6604", told: "later" },
  ],
  next: [
    {
      when: "blamed",
      says: "Le di dos veces porque la página se colgó. Si eso es culpa mía, vale, pero el dinero sigue siendo mío.",
    },
    {
      when: "refused",
      says: "¿Cómo que no? ¡Está ahí, dos veces! Voy a llamar al banco ahora mismo.",
      next: [
        { when: "made-right", says: "Gracias. Ya había marcado el número. Cuelgo." },
        { when: "otherwise", says: null },
      ],
    },
    {
      when: "asked",
      says: "{{answers}}\n\n¿Qué día lo tengo?",
      next: [
        {
          when: "made-right",
          says: "Gracias, de verdad. Con la fecha ya puedo hablar con los de la furgoneta.",
          next: [
            { when: "checked", says: "¡Sí, ya está! 448,35 €. Nunca un número me pareció tan bonito." },
            { when: "otherwise", says: null },
          ],
        },
        { when: "answered", says: "Vale. Apuntado. Gracias." },
        { when: "otherwise", says: "Perdonad que insista: ¿qué día?" },
      ],
    },
    {
      when: "made-right",
      says: "Uf. Gracias por contestar tan rápido y por poner el día. Os debo un café, o un libro.",
    },
    {
      when: "answered",
      says: "Bien, gracias. ¿Y si el {{day +2}} no está, a quién llamo?",
      next: [
        { when: "answered", says: "Perfecto, me quedo con eso." },
        { when: "otherwise", says: null },
      ],
    },
    {
      when: "boilerplate",
      says: "«A la mayor brevedad» no me sirve para la furgoneta. ¿Qué día, por favor?",
      next: [
        { when: "answered", says: "Gracias. Ya respiro." },
        { when: "otherwise", says: null },
      ],
    },
    { when: "otherwise", says: "Gracias, pero ¿qué día vuelve el dinero?" },
  ],
} satisfies StoryDraft;

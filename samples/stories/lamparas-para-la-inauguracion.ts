/** The opening is in four days and the parcel has not moved for six. Hard because the fear is about money, and no sentence can promise a courier. */
import type { StoryDraft } from "../../src/entry/samples/story.ts";

export default {
  id: "lamparas-para-la-inauguracion",
  customer: "marisol-etxeberria",
  situation: "late-delivery",
  signals: ["deadline"],
  subject: "¿Dónde están mis lámparas? Abrimos el {{weekday +4}}",
  hoursAgo: 11,
  opening: `
    Hola:

    Soy Marisol, de la Librería Marea. El {{day -10}} pedí ocho lámparas Kite para la librería, pedido LL-50055, 1.192 €. Ponía
    entrega en tres o cuatro días. El seguimiento dice «en tránsito» desde el {{day -6}} y no se mueve de ahí. Lo miro cada
    hora, ya me sé la página de memoria.

    Abrimos el {{weekday +4}}, {{day +4}}, a las siete de la tarde. Viene la gente del barrio, viene mi madre, viene una autora a
    leer. Ahora mismo del techo cuelgan ocho bombillas peladas y parece que vamos a interrogar a alguien.

    Mi hermana dice que compre otras y ya está, pero hemos puesto en esto todo lo que teníamos y no puedo pagar las lámparas dos
    veces.

    Por favor, decidme la verdad, aunque sea mala. ¿Llegan o no llegan?`,
  knows: [
    {
      about: ["dirección", "entreg", "donde", "dónde"],
      says: "La librería está en la calle Narrika, 21, bajo. Hay alguien desde las nueve hasta que nos caemos de sueño.",
    },
    {
      about: ["seguimiento", "número", "transport"],
      says: "El número de seguimiento es 5580 0142 77 y la última línea dice «centro de Zaragoza».",
    },
    {
      about: ["menos", "cuántas", "parte", "color", "prefier"],
      says: "Con cuatro nos arreglaríamos, si las otras llegan después. Dos en la entrada y dos sobre la mesa de lectura.",
    },
  ],
  facts: [
    { kind: "order", words: "LL-50055" },
    { kind: "product", words: "ocho lámparas Kite" },
    { kind: "amount", words: "1.192 €" },
    { kind: "date", words: "{{day +4}}" },
    { kind: "date", words: "{{day -10}}" },
    { kind: "other", words: "5580 0142 77", told: "later" },
  ],
  next: [
    {
      when: "refused-with-alternative",
      says: "Vale. Gracias por decirme la verdad, en serio, lo prefería. La idea me parece bien. Con algo encima de la mesa de lectura ya no parecerá una comisaría.\n\n¿Me lo confirmáis por escrito con el día?",
      next: [
        { when: "answered", says: "Perfecto. Estáis todos invitados el {{weekday +4}}, hay vino." },
        { when: "otherwise", says: null },
      ],
    },
    {
      when: "refused",
      says: "Entonces no llegan. De acuerdo.\n\nDevolvedme el dinero hoy, por favor, que con eso tengo que comprar otras.",
      next: [
        { when: "answered", says: "Gracias. En cuanto lo vea en la cuenta respiro." },
        {
          when: "otherwise",
          says: "Perdonad, pero necesito saber cuándo vuelve el dinero. No es una manera de hablar.",
        },
      ],
    },
    {
      when: "asked",
      says: "Claro:\n\n{{answers}}\n\n¿Creéis que llegan?",
      next: [
        {
          when: "made-right",
          says: "Ay, gracias. He leído vuestro mensaje en voz alta y mi hermana ha dejado de mirarme así. Quedamos en eso.",
          next: [
            {
              when: "checked",
              says: "¡Llegaron! Están colgadas y la librería parece una librería. Mi madre lloró, pero ella llora con los semáforos. Gracias de verdad.",
            },
            { when: "otherwise", says: null },
          ],
        },
        { when: "answered", says: "Vale, quedo a la espera. Gracias." },
        { when: "otherwise", says: "Perdón por insistir. ¿Sí o no? Me quedan tres días." },
      ],
    },
    {
      when: "made-right",
      says: "Mil gracias por contestar con un día y no con un «pronto». Lo apunto en la pared, literalmente, estamos pintando.",
      next: [
        { when: "checked", says: "Sí, todo perfecto. Venid a vernos si pasáis por San Sebastián." },
        { when: "otherwise", says: null },
      ],
    },
    {
      when: "answered",
      says: "De acuerdo. ¿Y si el {{day +3}} no han llegado, qué hacemos?",
      next: [
        { when: "answered", says: "Con eso me quedo tranquila. Gracias." },
        { when: "otherwise", says: null },
      ],
    },
    {
      when: "boilerplate",
      says: "Eso mismo pone en la página de seguimiento. Yo preguntaba si llegan el {{weekday +4}}.",
      next: [
        { when: "answered", says: "Ahora sí. Gracias por mirarlo." },
        { when: "otherwise", says: "Voy a comprar otras. Devolvedme el dinero, por favor." },
      ],
    },
    { when: "otherwise", says: "Gracias. ¿Pero llegan?" },
  ],
} satisfies StoryDraft;

/** A long letter with five questions in it and an apology in every paragraph. Hard because the one that matters stands in the middle. */
import type { StoryDraft } from "../../src/entry/samples/story.ts";

export default {
  id: "the-parcel-and-the-new-people-at-number-nine",
  customer: "winifred-achterberg",
  situation: "late-delivery",
  signals: ["vulnerable"],
  subject: "My reading lamp, and one or two other matters",
  hoursAgo: 41,
  opening: `
    Dear Lumen & Loom,

    I hope you will forgive a long letter. I was taught that a letter should have a beginning, a middle and an end, and at
    eighty-one it is too late to learn otherwise.

    The beginning is that on {{day -12}} I ordered a Heron reading lamp from you, the one with the large switch, by telephone. A
    very patient young man took my order. He read everything back to me, which I thought was excellent, and he gave me the number
    LL-49702, which I wrote on the calendar. He said that the lamp would come on the {{day -7}}. I stayed in for it. I stayed in
    on the following day as well, in case I had misheard. On the third day I went to the chemist's, because one must, and when I
    came back there was a card on the mat saying that my parcel had been left "with neighbour". It did not say which neighbour.

    Now, I have lived in this road for forty-four years, and ten years ago that would have been the end of the matter. But number
    seven has been empty since Mr. Pargeter died, and at number nine there are new people, a young couple. I have seen them only
    from the window. I rang their bell on {{weekday -3}} and nobody came, and I confess that I have not rung it again. One does
    not want to be the old woman who comes about a parcel. So I do not know whether the lamp is at number nine, or at number
    nineteen, where the driver has left things before, or somewhere else altogether.

    The middle is this. My sight is not what it was. It is the macula, they tell me, and it will not improve, but with a very
    strong light I can still read for an hour or so in the evening, if I hold the book just so. My old lamp gave out three weeks
    ago. I have been sitting under the kitchen light, which is in the wrong place, and I burned my hand on the kettle on
    {{weekday -4}} because I could not see where the steam was. It is quite all right now, it was only the steam, and the
    pharmacist put something on it. I mention it only so that you understand that it is not impatience. I taught geography for
    thirty-eight years and I was never once accused of impatience.

    There are some smaller things. When I telephoned, the young man told me that the bulb was included. My niece, who looks at
    these things on her computer, says that it is not. Could you tell me which of them is right? Then, I paid £174 by cheque, and
    my bank book does not show it as taken. I do not wish to have a lamp that I have not paid for. Next, my niece also says that
    the lamp can be switched on by speaking to it. I should prefer not to speak to it. Is that allowed? And lastly, the instruction
    booklet of the old one was in very small print. If you have one in large print I should be most grateful, and if you have not,
    please do not go to any trouble.

    That brings me to the end. I do not need anything from you but the lamp, or the knowledge of where it is. I would telephone,
    but your line told me on {{weekday -2}} that I was number fourteen, and after the third time round of the music I became
    confused and put the receiver down. I am sorry if that spoiled somebody's figures.

    With my good wishes to the patient young man, who I hope is not in trouble,

    yours sincerely,
    Winifred Achterberg (Miss)`,
  knows: [
    {
      about: ["card", "courier", "number on"],
      says: "The card has a number on it which my niece read to me: 3306 1184 20.",
    },
    {
      about: ["telephone", "phone", "call", "ring you"],
      says: "You may telephone me on any morning after nine. It takes me a little while to reach the receiver, so please let it ring.",
    },
    {
      about: ["neighbour", "nine", "nineteen"],
      says: "I have not dared to try number nineteen, it is at the far end and the pavement is up.",
    },
    {
      about: ["hand", "burn", "light", "meantime"],
      says: "The hand is healing nicely, thank you. For the evenings I have the kitchen light and a torch.",
    },
  ],
  facts: [
    { kind: "order", words: "LL-49702" },
    { kind: "product", words: "a Heron reading lamp" },
    { kind: "amount", words: "£174" },
    { kind: "date", words: "{{day -12}}" },
    { kind: "date", words: "{{day -7}}" },
    { kind: "other", words: "My sight is not what it was" },
    { kind: "other", words: "I burned my hand on the kettle" },
    { kind: "wish", words: "one in large print" },
    { kind: "other", words: "3306 1184 20", told: "later" },
  ],
  next: [
    {
      when: "blamed",
      says: "I am sorry. I thought that I had done as I was told. I shall ask my niece to deal with it, she is better at these things.\n\nW. Achterberg",
    },
    {
      when: "refused",
      says: "I quite understand, and I am sorry to have taken up your time. I shall ask my niece to look for the parcel when she comes at Christmas.",
      next: [
        {
          when: "made-right",
          says: "How very good of you to write again. I did not like to ask twice. Thank you, I shall wait in for it.",
        },
        { when: "otherwise", says: null },
      ],
    },
    {
      when: "asked",
      says: "Dear Sir or Madam,\n\n{{answers}}\n\nI hope that this is what you need.\n\nWinifred Achterberg",
      next: [
        {
          when: "made-right",
          says: "Thank you for your kind letter. You answered my questions one by one and in the order in which I asked them, and I have not been so well marked since teacher training.\n\nI shall be at home.",
          next: [
            {
              when: "checked",
              says: "The lamp stands beside my chair and I have read forty pages of Trollope. The couple at number nine had it all along, and brought it over with a cake. I am ashamed that I did not ring twice. Thank you.",
            },
            { when: "otherwise", says: null },
          ],
        },
        { when: "answered", says: "Thank you, that is quite clear. I shall be at home." },
        {
          when: "otherwise",
          says: "Thank you for your letter. I am afraid I could not find in it where my lamp is. It may be my eyes.",
        },
      ],
    },
    {
      when: "made-right",
      says: "Dear friend, if I may,\n\nI asked my niece to read me your letter twice, the second time for pleasure. It is a relief to know what will happen and on which day.\n\nThere was only the matter of the bulb, I think, or did I miss it?",
      next: [
        { when: "answered", says: "Then everything is settled. I am much obliged to you." },
        { when: "checked", says: "It came, it shines, and I do not have to speak to it. Thank you." },
        { when: "otherwise", says: null },
      ],
    },
    {
      when: "answered",
      says: "Thank you. And do I need to do anything myself? I am a little anxious about the bell at number nine.",
      next: [
        { when: "answered", says: "Thank you, that is a weight off my mind." },
        { when: "otherwise", says: null },
      ],
    },
    {
      when: "boilerplate",
      says: "Thank you for your acknowledgement. I shall be patient.",
      next: [
        {
          when: "made-right",
          says: "You are very kind. I had begun to think the letter had gone with neighbour as well.",
        },
        { when: "otherwise", says: null },
      ],
    },
    { when: "otherwise", says: "That is kind of you, thank you. Do you happen to know where the lamp is?" },
  ],
} satisfies StoryDraft;

/** The last of three letters that were never answered, each shorter and more polite. Hard because the politeness is the distance. */
import type { StoryDraft } from "../../src/entry/samples/story.ts";

export default {
  id: "sanki-no-mitsumori",
  customer: "takanashi-yuki",
  situation: "unanswered-ticket",
  signals: ["repeat-contact", "churn"],
  mailbox: "billing",
  subject: "お見積もりのお願い(三度目のご連絡)",
  hoursAgo: 78,
  opening: {
    text: `
      Lumen & Loom
      ご担当者様

      高梨設計室の高梨でございます。たびたび失礼いたします。

      {{day -19}}と{{day -11}}に、Kite 三十台のお見積もりをお願いいたしました。
      行き違いでございましたら、どうかお許しください。

      施主様へのご提案が{{day +3}}に迫っておりますため、誠に勝手ながら、
      ほかのメーカー様にもご相談を始めさせていただきました。

      これまでのご縁に、心より感謝申し上げます。`,
    earlier: [
      {
        name: "高梨 由紀",
        address: "yuki.takanashi@yubin.example",
        daysAgo: 11,
        text: "先日お願いいたしましたお見積もりの件、その後いかがでしょうか。お忙しいところ恐れ入ります。",
      },
    ],
  },
  knows: [
    { about: ["台", "数", "色", "仕様"], says: "白を二十台、黒を十台でお願いできればと存じます。" },
    { about: ["納期", "いつ", "納品"], says: "納品は来年三月で結構でございます。" },
  ],
  facts: [
    { kind: "product", words: "Kite 三十台" },
    { kind: "date", words: "{{day +3}}" },
    { kind: "date", words: "{{day -19}}" },
    { kind: "date", words: "{{day -11}}" },
  ],
  next: [
    { when: "refused", says: "承知いたしました。ご返信をいただき、ありがとうございました。" },
    {
      when: "asked",
      says: "ご連絡ありがとうございます。\n\n{{answers}}",
      next: [
        {
          when: "made-right",
          says: "丁寧にご対応くださり、ありがとうございます。\nご提案に間に合いそうで、ほっといたしました。",
        },
        { when: "answered", says: "ありがとうございます。お待ちしております。" },
        { when: "otherwise", says: null },
      ],
    },
    {
      when: "made-right",
      says: "率直なお言葉をいただき、恐縮でございます。\n{{day +3}}までにお見積もりを頂戴できましたら、ぜひ Kite でご提案させていただきたく存じます。",
      next: [
        { when: "answered", says: "確かに拝受いたしました。心より御礼申し上げます。" },
        { when: "otherwise", says: null },
      ],
    },
    { when: "answered", says: "ありがとうございます。お待ちしております。" },
    { when: "otherwise", says: null },
  ],
} satisfies StoryDraft;

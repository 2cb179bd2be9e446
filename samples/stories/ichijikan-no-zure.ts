/** Great politeness, and a client standing in the dark. Hard because nothing in it sounds urgent. */
import type { StoryDraft } from "../../src/entry/samples/story.ts";

export default {
  id: "ichijikan-no-zure",
  customer: "takanashi-yuki",
  situation: "software-bug",
  subject: "点灯時刻が一時間ずれる件につきまして",
  hoursAgo: 36,
  opening: `
    Lumen & Loom
    サポートご担当者様

    いつもお世話になっております。金沢の高梨設計室、高梨でございます。

    先月、施主様のお宅に Kite を十二台納めさせていただきました(注文番号 LL-49118)。
    {{day -8}}より、アプリで設定した点灯時刻が毎日ちょうど一時間遅れております。
    夕方五時の設定が六時に点灯いたします。

    当方にて、アプリの再設定と照明の再起動は試みましたが、変わりございませんでした。

    施主様はご高齢のご夫婦で、暗い玄関で一時間お待ちになることもあるようです。
    お忙しいところ誠に恐れ入りますが、ご確認いただけましたら幸いに存じます。

    急ぎではございません。どうぞよろしくお願い申し上げます。`,
  knows: [
    { about: ["バージョン", "アプリ", "版"], says: "アプリは 5.8.0、iPhone を使用しております。" },
    {
      about: ["地域", "時間帯", "タイムゾーン", "設定"],
      says: "地域の設定は「アジア/東京」となっております。夏時間の項目が有効になっているのを、先ほど見つけました。",
    },
    { about: ["製造", "番号", "シリアル"], says: "代表の一台は KT-1187-02 でございます。" },
  ],
  facts: [
    { kind: "order", words: "LL-49118" },
    { kind: "product", words: "Kite を十二台" },
    { kind: "date", words: "{{day -8}}" },
    { kind: "tried", words: "アプリの再設定と照明の再起動" },
    { kind: "version", words: "アプリは 5.8.0", told: "later" },
  ],
  next: [
    {
      when: "refused",
      says: "承知いたしました。お手数をおかけいたしました。\n施主様には、こちらからお詫び申し上げます。",
    },
    {
      when: "asked",
      says: "早速のご返信をありがとうございます。\n\n{{answers}}\n\nお役に立てば幸いです。",
      next: [
        {
          when: "made-right",
          says: "ご丁寧なご説明をいただき、安心いたしました。\n施主様にもその日付をお伝えいたします。",
          next: [
            {
              when: "checked",
              says: "おかげさまで、昨日より五時ちょうどに点灯しております。\n奥様が玄関の写真を送ってくださいました。心より御礼申し上げます。",
            },
            { when: "otherwise", says: null },
          ],
        },
        { when: "answered", says: "ありがとうございます。お待ちしております。" },
        {
          when: "otherwise",
          says: "ありがとうございます。恐れ入りますが、修正の時期の目安だけでもお教えいただけますでしょうか。",
        },
      ],
    },
    { when: "made-right", says: "ご対応に深く感謝申し上げます。\n次の現場でも、こちらの照明を選ばせていただきます。" },
    { when: "answered", says: "ありがとうございます。承知いたしました。" },
    { when: "boilerplate", says: null },
    { when: "otherwise", says: "ご返信ありがとうございます。ご連絡をお待ちしております。" },
  ],
} satisfies StoryDraft;

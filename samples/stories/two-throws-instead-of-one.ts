/** Two of something she ordered once. Hard because she did the arithmetic herself and only wants somebody to look at it. */
import type { StoryDraft } from "../../src/entry/samples/story.ts";

export default {
  id: "two-throws-instead-of-one",
  customer: "salma-khatib",
  situation: "billing-error",
  mailbox: "billing",
  subject: "خطأ في فاتورة الطلب LL-50190",
  hoursAgo: 9,
  opening: `
    السلام عليكم ورحمة الله،

    اشتريت من متجركم غطاء صوفيا واحدًا من نوع Fjord، رقم الطلب LL-50190، وسعره 95 يورو.
    وصلني الغطاء يوم {{day -2}} وهو جميل جدًا، شكرًا لكم.

    لكن المبلغ الذي خُصم من بطاقتي هو 190 يورو، أي ثمن غطاءين. راجعت رسالة التأكيد فوجدت فيها أيضًا قطعة واحدة فقط.

    أرجو التحقق من الأمر وإرجاع 95 يورو. راتبي ينزل في آخر الشهر، وكنت قد حسبت كل شيء بدقة.

    مع خالص التحية،
    سلمى الخطيب`,
  knows: [
    { about: ["بطاقة", "البطاقة", "رقم", "دفع"], says: "آخر أربعة أرقام من البطاقة هي 3382، وتاريخ الخصم {{day -9}}." },
    { about: ["قطعة", "واحد", "وصل"], says: "وصلتني قطعة واحدة فقط، والعلبة كانت مغلقة." },
  ],
  facts: [
    { kind: "order", words: "LL-50190" },
    { kind: "product", words: "Fjord" },
    { kind: "amount", words: "190 يورو" },
    { kind: "amount", words: "95 يورو" },
    { kind: "date", words: "{{day -2}}" },
  ],
  next: [
    {
      when: "refused",
      says: "لم أطلب هدية، بل طلبت مالي. أرجو عرض الأمر على المسؤول عن الحسابات.",
      next: [
        { when: "made-right", says: "شكرًا جزيلًا على إعادة النظر. هذا كل ما أردته." },
        { when: "otherwise", says: null },
      ],
    },
    {
      when: "asked",
      says: "بكل سرور:\n\n{{answers}}\n\nهل تحتاجون إلى شيء آخر؟",
      next: [
        {
          when: "answered",
          says: "شكرًا لكم على السرعة. سأنتظر وصول المبلغ.",
          next: [
            { when: "checked", says: "نعم، وصل المبلغ اليوم. بارك الله فيكم، والغطاء ما زال جميلًا." },
            { when: "otherwise", says: null },
          ],
        },
        { when: "otherwise", says: "شكرًا. متى يُعاد المبلغ تقريبًا؟" },
      ],
    },
    { when: "made-right", says: "شكرًا على اعتذاركم وعلى وضوحكم. الآن أستطيع أن أستمتع بالغطاء." },
    { when: "answered", says: "شكرًا لكم. سأنتظر." },
    {
      when: "boilerplate",
      says: "شكرًا على ردكم، لكنني لم أفهم: هل سيُعاد المبلغ أم لا؟",
      next: [
        { when: "answered", says: "الآن فهمت، شكرًا جزيلًا." },
        { when: "otherwise", says: null },
      ],
    },
    { when: "otherwise", says: "شكرًا لكم. هل هناك خبر عن المبلغ؟" },
  ],
} satisfies StoryDraft;

/** Locked out by a phone she no longer has. Hard because kindness must not open the wrong door. */
import type { StoryDraft } from "../../src/entry/samples/story.ts";

export default {
  id: "new-phone-no-code",
  customer: "salma-khatib",
  situation: "account-access",
  subject: "لا أستطيع الدخول إلى حسابي بعد تغيير الهاتف",
  hoursAgo: 33,
  opening: `
    السلام عليكم،

    غيّرت هاتفي يوم {{day -3}}، ومنذ ذلك الحين يطلب التطبيق رمزًا يُرسل إلى رقمي القديم، وهذا الرقم لم يعد موجودًا.
    جرّبت «نسيت كلمة المرور» ثلاث مرات، وفي كل مرة أعود إلى الصفحة نفسها.

    المصباح يضيء وحده في الساعة الخامسة صباحًا كل يوم، ولا أستطيع إيقافه لأن الجدول داخل الحساب.
    جارتي ظنّت أنني أستيقظ لصلاة الفجر دائمًا، وأنا أستحيي أن أخبرها بالحقيقة.

    كيف أستعيد حسابي؟

    سلمى الخطيب`,
  knows: [
    {
      about: ["طلب", "الطلب", "شراء", "إثبات", "هوية"],
      says: "رقم آخر طلب لي هو LL-50190، واشتريت المصباح في الطلب LL-48555.",
    },
    { about: ["هاتف", "رقم", "الجديد"], says: "الرقم القديم ينتهي بـ 71، والجديد ينتهي بـ 09." },
  ],
  facts: [
    { kind: "date", words: "{{day -3}}" },
    { kind: "tried", words: "«نسيت كلمة المرور» ثلاث مرات" },
    { kind: "order", words: "LL-48555", told: "later" },
  ],
  next: [
    {
      when: "refused",
      says: "أفهم أن الأمر يتعلق بالأمان، لكن ماذا أفعل بمصباح يوقظني كل فجر؟",
      next: [
        { when: "answered", says: "شكرًا، هذا يكفيني الآن." },
        { when: "otherwise", says: null },
      ],
    },
    {
      when: "asked",
      says: "طبعًا، من حقكم أن تتأكدوا:\n\n{{answers}}",
      next: [
        {
          when: "answered",
          says: "دخلت إلى الحساب، شكرًا جزيلًا!",
          next: [
            { when: "checked", says: "نعم، كل شيء يعمل. لكنني تركت المصباح على الخامسة، فقد تعوّدت." },
            { when: "otherwise", says: null },
          ],
        },
        { when: "otherwise", says: "هل وصلتكم المعلومات؟ المصباح أيقظني اليوم أيضًا." },
      ],
    },
    { when: "answered", says: "شكرًا لكم، سأجرّب ذلك الليلة." },
    { when: "boilerplate", says: "شكرًا. لكن كيف أدخل إلى حسابي؟" },
    { when: "otherwise", says: "شكرًا على الرد. ما الخطوة التالية؟" },
  ],
} satisfies StoryDraft;

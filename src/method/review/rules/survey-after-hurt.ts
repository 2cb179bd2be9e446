/** This asks for stars at the wrong moment. */
import { whole } from "../look.ts";
import { rule } from "../rule.ts";
import { sells } from "../selling.ts";
import { asksForStars, saleIsUnkind, surveyIsUnkind, wantsReviewChanged, wantsStars, wantsThat } from "../survey.ts";

export default rule({
  id: "survey-after-hurt",
  catalogue: "K5",
  step: "check",
  principle: "close.feedback",
  level: "gate",
  needs: ["customer"],
  evenShort: true,
  see: "This asks for stars at the wrong moment.",
  why: "After a no, a loss or an open complaint it hurts, and the answer measures nothing.",
  do: "Leave the survey out; the letter itself may go.",
  cites: ["fair-survey", "vulnerability"],
  examples: {
    flags: [
      {
        customer: "My husband passed away and his account still costs money.",
        reply: "I've closed the account. [[Please rate our service today.]]",
      },
      {
        customer: "I want to make a formal complaint about your driver.",
        reply: "Here is the address for it. [[Would you take a short survey?]]",
      },
      {
        customer: "Can I have the money for the used shoes?",
        reply:
          "We can't refund worn shoes, as nobody could wear them after you. You can have them resoled. [[How did we do today?]]",
      },
      {
        customer: "I am FURIOUS, the third lamp is broken too!!",
        reply: "I've sent a fourth by courier. [[Your feedback helps us get better.]]",
      },
      {
        customer: "Your app is down since eight, and I stand at my market stall and can't take cards.",
        reply: "We know of it and are working on it. [[Why not try our new till in the meantime?]]",
      },
      {
        customer: "Our old dog was put to sleep on Monday. Please end his plan.",
        reply: "The plan has ended today. [[Was this answer helpful?]]",
      },
      {
        customer: "The second soup came cold.",
        reply: "[[I'll send you 10 euros if you take the one-star review down.]]",
      },
      {
        customer: "The internet is off since Saturday and nobody came.",
        reply: "He comes on Friday. [[Have you thought about our backup box, 7 EUR a month?]]",
      },
      {
        customer: "Your scooter braked by itself, my chin needed five stitches.",
        reply: "The ride is refunded. [[Give us 5 stars in the app!]]",
      },
      {
        customer: "The pillows hurt my neck, may I send them back?",
        reply: "I'm afraid not. [[What about our mattress topper, now 99 EUR instead of 149 EUR?]]",
      },
    ],
    passes: [
      { customer: "Thanks, it works now!", reply: "I'm glad. Would you take a short survey about it?" },
      {
        customer: "How do I change the colour?",
        reply: "Choose Profile, then Colour. Please rate our service if you like.",
      },
      { customer: "My husband passed away.", reply: "I am so sorry for your loss. I've closed the account today." },
      { customer: "Where can I rate your app?", reply: "You can leave a review in the store, below the picture." },
      {
        customer: "I want to make a formal complaint.",
        reply: "Here is the address for complaints. I'll review your case by Friday.",
      },
      {
        customer: "Your app is down again!! Is there an offer for the other till?",
        reply: "We are working on it. The other till is 20% off if you order it this week.",
      },
      {
        customer: "Where is my lamp? It never came.",
        reply: "I've sent it again. Once it has come, would you tell us how we did?",
      },
      {
        customer: "You broke my vase.",
        reply: "I'm sorry. As a gesture you get 20% off the next one, on top of the refund.",
      },
      {
        customer: "The lamp flickers.",
        reply: "I've sent a new one. Your feedback on the lamp helps us choose the next.",
      },
      {
        customer: "It runs again, I'm so happy! Where can I write a review?",
        reply: "You can leave the review below the picture, thank you for thinking of it.",
      },
      {
        customer: "The driver locked me in. I'm shaking.",
        reply: "Your feedback on the driver has been recorded and will be reviewed today.",
      },
      {
        customer: "All three shops are down since five!",
        reply: "You'll get 600 EUR credit on the next invoice, that's booked.",
      },
      {
        customer: "My miles expired while I was ill!",
        reply: "Please send the dates, so we can review the 38,000 miles.",
      },
      {
        customer: "The kettle broke. What does the steel model cost?",
        reply: "The steel model costs 45 EUR; for yours you get the money back.",
      },
    ],
  },
  *check(draft) {
    const isUnkind = surveyIsUnkind(draft);
    const isTroubled = saleIsUnkind(draft);
    for (const sentence of draft.sentences) {
      if (wantsReviewChanged(sentence))
        yield { ...whole(sentence), see: "A review is asked to be changed or taken back." };
      else if (isUnkind && asksForStars(draft, sentence) && !wantsStars(draft)) yield whole(sentence);
      else if (isTroubled && sells(sentence) && !wantsThat(draft, sentence))
        yield { ...whole(sentence), see: "This sells something at the wrong moment." };
    }
  },
});

/** Obvious spam with a card form behind it, already marked by the server in front. */
import type { StoryDraft } from "../../src/entry/samples/story.ts";

export default {
  id: "your-parcel-is-waiting",
  customer: "parcel-prize",
  situation: "other",
  subject: "FINAL NOTICE: your parcel #88213 is waiting, pay 1.99 now",
  hoursAgo: 8,
  opening: {
    kind: "spam",
    text: `
      DEAR CUSTOMER,

      your parcel could not be deliver because 1.99 is missing. Pay in 12 hour or it will be destroy.

      CONFIRM YOUR CARD: https://parcel-prize.example/pay?x=88213

      Winner! You have also win a phone.`,
    html: `
      <html><body><div style="background:#ffcc00;padding:20px"><h1 style="color:#cc0000">FINAL NOTICE</h1><p>DEAR CUSTOMER,<br>your parcel could
      not be deliver because <b>1.99</b> is missing. Pay in <b>12 hour</b> or it will be destroy.</p>
      <p><a href="https://parcel-prize.example/pay?x=88213" style="background:#cc0000;color:#fff;padding:12px">CONFIRM YOUR CARD</a></p>
      <p style="font-size:8px">Winner! You have also win a phone.</p></div></body></html>`,
    headers: { "X-Spam-Flag": "YES", "X-Spam-Status": "Yes, score=18.4 required=5.0", "X-Spam-Score": "18.4" },
  },
} satisfies StoryDraft;

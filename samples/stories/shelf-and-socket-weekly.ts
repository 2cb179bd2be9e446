/** A newsletter to somebody who left years ago. It should be seen, labelled and left alone. */
import type { StoryDraft } from "../../src/entry/samples/story.ts";

export default {
  id: "shelf-and-socket-weekly",
  customer: "shelf-and-socket",
  situation: "other",
  subject: "Shelf & Socket Weekly: is linen over? (No.)",
  hoursAgo: 52,
  opening: {
    kind: "newsletter",
    text: `
      SHELF & SOCKET WEEKLY

      Is linen over? We asked eleven shopkeepers, and nine of them laughed.
      The dimmer that remembers your name, and why it should not.
      Trade fair season: five stands worth the walk, and one worth avoiding.

      You receive this letter because somebody at your shop subscribed to it. Leave: leave@shelfandsocket.example`,
    html: `
      <html><body style="margin:0;background:#f4efe6"><table width="100%" cellpadding="0" cellspacing="0"><tr><td align="center">
      <table width="600" cellpadding="24" cellspacing="0" style="background:#ffffff;font-family:Georgia,serif;color:#2c2a28">
      <tr><td><h1 style="font-size:28px;margin:0">Shelf &amp; Socket Weekly</h1><p style="color:#7e7870">For people who sell light</p></td></tr>
      <tr><td><img src="https://img.shelfandsocket.example/open.gif?r=1182" width="1" height="1" alt=""><h2>Is linen over? (No.)</h2>
      <p>We asked eleven shopkeepers, and nine of them laughed.</p><h2>The dimmer that remembers your name</h2><p>And why it should not.</p>
      <h2>Trade fair season</h2><p>Five stands worth the walk, and one worth avoiding.</p></td></tr>
      <tr><td style="font-size:12px;color:#7e7870">You receive this letter because somebody at your shop subscribed to it.
      <a href="https://shelfandsocket.example/leave">Leave</a></td></tr></table></td></tr></table></body></html>`,
  },
} satisfies StoryDraft;

import { describe, expect, test } from "vitest";
import { foldHtml } from "./fold-html.ts";
import { htmlToPlainText } from "./html-text.ts";
import { sanitiseHtml } from "./sanitise-html.ts";

describe("HTML from strangers", () => {
  test.each([
    ["scripts", "<p>a</p><script>x()</script>", "<p>a</p>"],
    ["handlers", '<p onclick="x()">a</p>', "<p>a</p>"],
    ["forms", '<form action="https://evil.example"><input name=a>Go</form>', "Go"],
    ["style sheets", "<style>p{}</style><p>a</p>", "<p>a</p>"],
    [
      "imported sheets and bases",
      '<link rel=stylesheet href="//x"><base href="//x"><meta http-equiv=refresh content="0">a',
      "a",
    ],
    ["SVG", '<svg><a xlink:href="javascript:x()"><text>t</text></a><script>x()</script></svg>a', "a"],
    ["MathML", '<math><mtext><img src=x onerror="x()"></mtext></math>a', "a"],
    ["frames", '<iframe srcdoc="<script>x()</script>"></iframe>a', "a"],
    ["objects", '<object data="x.swf"><embed src="x.swf"></object>a', "a"],
    ["positions", '<p style="position:fixed;top:0;color:red">a</p>', '<p style="color:red">a</p>'],
    ["images in CSS", '<p style="background:url(https://evil.example/x)">a</p>', "<p>a</p>"],
    [
      "hidden images in CSS",
      '<p style="background:u\\72l(https://evil.example/x);width:expression(x())">a</p>',
      "<p>a</p>",
    ],
    ["variables in CSS", '<p style="color:var(--x);--x:url(y)">a</p>', "<p>a</p>"],
    [
      "backgrounds",
      '<table background="https://evil.example/x"><tr><td>a</td></tr></table>',
      "<table><tr><td>a</td></tr></table>",
    ],
    ["names that shadow the page", '<div id="body" class="x" name="cookie">a</div>', "<div>a</div>"],
    ["our own marks", '<p data-fold="quote">a</p>', "<p>a</p>"],
    ["sources of other sizes", '<img src="cid:a@b" srcset="https://evil.example/x 2x">', '<img src="cid:a@b" />'],
    ["vector images in the address", '<img src="data:image/svg+xml;base64,AAAA">', "<img />"],
    [
      "raster images in the address stay",
      '<img src="data:image/png;base64,AAAA">',
      '<img src="data:image/png;base64,AAAA" />',
    ],
    ["comments", "a<!--[if mso]><script>x()</script><![endif]-->b", "ab"],
    ["unclosed tricks", '<noscript><p title="</noscript><img src=x onerror=x()>">', ""],
  ])("loses or keeps: %s", (_what, given, kept) => {
    expect(sanitiseHtml(given).html).toBe(kept);
  });

  test.each([
    "javascript:x()",
    "JaVaScRiPt:x()",
    "java\nscript:x()",
    " javascript:x()",
    "&#106;avascript:x()",
    "data:text/html,x",
    "vbscript:x()",
    "file:///etc/passwd",
    "blob:x",
  ])("loses the link to %s", (href) => {
    expect(sanitiseHtml(`<a href="${href}">a</a>`).html).not.toContain("href");
  });

  test("says whether images would be fetched from elsewhere", () => {
    expect(sanitiseHtml('<img src="https://a.example/x.gif">').hasRemoteImages).toBe(true);
    expect(sanitiseHtml('<img src="//a.example/x.gif">').hasRemoteImages).toBe(true);
    expect(sanitiseHtml('<img src="cid:a@b">').hasRemoteImages).toBe(false);
  });

  test("becomes text with its paragraphs, quotes and lists", () => {
    expect(
      htmlToPlainText("<p>One</p><p>Two<br>three &amp; four</p><blockquote>old</blockquote><ul><li>a</li></ul>"),
    ).toBe("One\n\nTwo\nthree & four\n\n> old\n\n * a");
  });
});

describe("the reply in HTML ends where the history begins", () => {
  const old = "Shall we send the wick?";
  test.each([
    [
      "Gmail",
      `<div dir="ltr">Yes</div><br><div class="gmail_quote"><div dir="ltr" class="gmail_attr">On Mon, May 6, 2024 Ann &lt;a@b.example&gt; wrote:<br></div><blockquote class="gmail_quote">${old}</blockquote></div>`,
    ],
    [
      "Apple Mail",
      `<div>Yes</div><div><br><blockquote type="cite"><div>On 6 May 2024, at 09:12, Ann &lt;a@b.example&gt; wrote:</div><br><div>${old}</div></blockquote></div>`,
    ],
    [
      "Thunderbird",
      `<p>Yes</p><div class="moz-cite-prefix">Am 06.05.24 um 09:12 schrieb Ann:<br></div><blockquote type="cite"><p>${old}</p></blockquote>`,
    ],
    [
      "Outlook on the web",
      `<div>Yes</div><div id="appendonsend"></div><hr><div id="divRplyFwdMsg"><b>From:</b> Ann<br><b>Sent:</b> Monday<br><b>Subject:</b> Wick</div><div>${old}</div>`,
    ],
    [
      "Outlook",
      `<div class="WordSection1"><p>Yes</p><div style="border-top:solid #E1E1E1 1.0pt"><p><b>Von:</b> Ann &lt;a@b.example&gt;<br><b>Gesendet:</b> Montag<br><b>An:</b> Mara<br><b>Betreff:</b> Docht</p></div><p>${old}</p></div>`,
    ],
    [
      "Yahoo",
      `<div>Yes</div><div id="ydp1yahoo_quoted_1" class="ydp1yahoo_quoted"><div>On Monday, May 6, 2024, Ann wrote:</div><div>${old}</div></div>`,
    ],
    [
      "Proton",
      `<div>Yes</div><div class="protonmail_quote">On Monday, May 6th, 2024 at 9:12 AM, Ann &lt;a@b.example&gt; wrote:<br><blockquote type="cite">${old}</blockquote></div>`,
    ],
    [
      "Zoho",
      `<div>Yes</div><div class="zmail_extra"><div>---- On Mon, 06 May 2024 09:12:00 +0200 Ann wrote ----</div><blockquote>${old}</blockquote></div>`,
    ],
    ["a signature of Gmail", `<div>Yes</div><span>-- </span><br><div class="gmail_signature">${old}</div>`],
  ])("%s", (_program, given) => {
    const { replyHtml, foldedHtml } = foldHtml(sanitiseHtml(given).html);
    expect(htmlToPlainText(replyHtml)).toBe("Yes");
    expect(foldedHtml).toContain(old);
  });

  test.each([
    [
      "answers between quotes",
      '<blockquote type="cite">Did it come?</blockquote><p>Yes</p><blockquote type="cite">Is it whole?</blockquote><p>No</p>',
    ],
    ["a poem in a blockquote", "<p>Listen:</p><blockquote>The lamp is out</blockquote>"],
    ["a rule", "<p>One</p><hr><p>Two</p>"],
  ])("nothing is folded of %s", (_what, given) => {
    const { html } = sanitiseHtml(given);
    expect(foldHtml(html)).toEqual({ replyHtml: html, foldedHtml: "" });
  });
});

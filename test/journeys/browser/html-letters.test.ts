/**
 * HTML mail in a real browser: what is only words is set as a letter in the page, made of a few harmless elements; whatever is
 * more than that stands in its frame as it was designed.
 */
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { until } from "../../running-desk.ts";
import { CHROMIUM, CHROMIUM_MISSING } from "../../servers/chromium.ts";
import { type OpenDesk, openDesk } from "./open-desk.ts";

let at: OpenDesk;

async function shown(html: string): Promise<{ page: Page; letter: string | null; frames: number }> {
  const subject = `Letter ${Math.random().toString(36).slice(2)}`;
  await at.write("Ana Ruiz <ana@customers.test>", subject, html, [
    "MIME-Version: 1.0",
    "Content-Type: text/html; charset=utf-8",
  ]);
  const row = await until(async () =>
    (await at.desk.call("GET", "/api/v1/conversations?view=all")).body.items.find(
      (one: { subject: string }) => one.subject === subject,
    ),
  );
  const page = await at.window();
  await page.goto(`${at.desk.url}/desk/open/${row.id}`);
  const drawn = page.locator("#conversation article").first().locator(".letter-html, iframe");
  await drawn.waitFor();
  const letters = page.locator("#conversation .letter-html");
  return {
    page,
    letter: (await letters.count()) > 0 ? await letters.first().evaluate((element) => element.innerHTML) : null,
    frames: await page.locator("#conversation iframe").count(),
  };
}

describe.skipIf(!CHROMIUM)(`an HTML mail${CHROMIUM ? "" : ` (${CHROMIUM_MISSING})`}`, () => {
  beforeAll(async () => {
    at = await openDesk();
  });

  test("that is only words is set as a letter: links lead out, and nothing else of its markup is left", {
    timeout: 40_000,
  }, async () => {
    const { page, letter, frames } = await shown(
      `<html><head><style>p{color:red}</style></head><body><div dir="ltr" class="x" onclick="alert(1)">
       <p style="margin:0;color:black;font-family:Calibri">Good <b id="b">morning</b>,<br>see <a href="https://shop.test/o?a=1&b=2" onmouseover="x()">my order</a>
       or <a href="javascript:alert(1)">this</a>.</p><ul><li>one</li></ul><font face="Arial">Ana</font></div></body></html>`,
    );
    expect(frames).toBe(0);
    expect(letter?.replace(/\s+/g, " ")).toBe(
      '<div dir="ltr"> <p>Good <b>morning</b>,<br>see <a href="https://shop.test/o?a=1&amp;b=2" title="https://shop.test/o?a=1&amp;b=2" target="_blank" rel="noopener noreferrer">my order</a> or <a>this</a>.</p><ul><li>one</li></ul><span>Ana</span></div>',
    );
    await page.context().close();
  });

  test("a link says where it leads, whatever its writer would rather have said", { timeout: 40_000 }, async () => {
    const { page, letter } = await shown(
      '<p>See <a href="https://thief.test/in" title="https://bank.test/in">https://bank.test/in</a></p>',
    );
    expect(letter).toContain('title="https://thief.test/in"');
    expect(letter).not.toContain('title="https://bank.test/in"');
    await page.context().close();
  });

  test.each([
    ["points that are counted from three", '<ol start="3"><li>Third</li></ol>'],
    ["a table", "<table><tr><td>1</td></tr></table>"],
    ["a colour of its own", '<p style="color:#c00">Red</p>'],
    ["a colour from before there were styles", '<p><font color="#cc0000">Red</font></p>'],
    ["big type", '<p style="font-size:32px">Big</p>'],
    ["something lifted out of the page", '<p style="float:right">Right</p>'],
    ["a picture", '<p>See <img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" alt="it"></p>'],
    ["more boxes in boxes than a letter has", `${"<div>".repeat(200)}deep${"</div>".repeat(200)}`],
    ["more pieces than a letter has", "<b>x</b>".repeat(4_000)],
  ])("with %s stands in its frame", { timeout: 40_000 }, async (_, html) => {
    const { page, letter, frames } = await shown(`<p>Hello</p>${html}`);
    expect([letter, frames]).toEqual([null, 1]);
    await page.context().close();
  });
});

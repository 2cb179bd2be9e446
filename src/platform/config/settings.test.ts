import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { selfSignedCertificate } from "../mail/index.ts";
import { readSettings } from "./settings.ts";

const folder = mkdtempSync(join(tmpdir(), "heard-settings-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const file = (name: string, content: string): string => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};
const certificate = () => selfSignedCertificate({ hostname: "mx.shop.example", now: new Date() });

const problemsOf = (environment: Record<string, string>): readonly string[] => {
  const read = readSettings(environment);
  return "problems" in read ? read.problems : [];
};

describe("settings", () => {
  test("need nothing to be set", () => {
    expect(readSettings({})).toMatchObject({ HEARD_HOME: "./data", HEARD_PARTS: ["web", "mail", "worker"] });
  });

  test("are refused all at once, a sentence each, and secrets are not repeated", () => {
    const problems = problemsOf({
      HEARD_URL: "https://shop.example/desk",
      PORT: "many",
      DATABASE_URL: "postgres://heard:sesame@:notaport/heard",
      HEARD_SMTP_TLS_CERT: join(folder, "nowhere.pem"),
      HEARD_SMTP_TLS_KEY: file("key.pem", "not a key"),
      HEARD_TRUSTED_PROXIES: "127.0.0.1 proxy.shop.example",
      HEARD_PARTS: " , ",
      HEARD_OAUTH_CLIENT: "desk:sesame",
      HEARD_OAUTH_TOKEN_URL: "tokens.shop.example",
      HEARD_COLOUR: "blue",
    });
    const named = problems.map((problem) => problem.split(/[= ]/, 1)[0]);
    expect(named).toEqual([
      "HEARD_URL",
      "PORT",
      "DATABASE_URL",
      "HEARD_TRUSTED_PROXIES",
      "HEARD_PARTS",
      "HEARD_OAUTH_TOKEN_URL",
      "HEARD_COLOUR",
      "HEARD_SMTP_TLS_CERT",
      "HEARD_SMTP_TLS_KEY",
      "HEARD_OAUTH_CLIENT",
    ]);
    expect(problems.join()).not.toContain("sesame");
  });

  test.each([
    [{ HEARD_UNDO_SECONDS: "-1" }, "HEARD_UNDO_SECONDS=-1 is below 0."],
    [{ HEARD_MAX_MAIL_MB: "0" }, "HEARD_MAX_MAIL_MB=0 is below 1."],
    [{ HEARD_MAX_MAIL_MB: "500" }, "HEARD_MAX_MAIL_MB=500 is above 200."],
    [{ PORT: "3000.5" }, "PORT=3000.5 is not a whole number."],
  ])("say of %j what is wrong with the number", (environment, sentence) => {
    expect(problemsOf(environment as unknown as Record<string, string>).join()).toContain(sentence);
  });

  test.each(["127.0.0.1", "10.0.0.0/8, 192.168.1.7", "::1 fd00::/8"])("trust the proxies %s", (proxies) => {
    expect(problemsOf({ HEARD_TRUSTED_PROXIES: proxies })).toEqual([]);
  });
  test.each(["proxy", "10.0.0.0/33", "10.0.0.0/", "::1/129", "10.0.0.0/8/8"])("do not trust the proxy %s", (proxy) => {
    expect(problemsOf({ HEARD_TRUSTED_PROXIES: proxy })).toHaveLength(1);
  });

  test.each(["postgres://heard@db/heard", "postgresql:///heard?host=/run/postgresql&port=5432&user=heard"])(
    "take the database %s",
    (url) => {
      expect(problemsOf({ DATABASE_URL: url })).toEqual([]);
    },
  );
  test.each([
    ["mysql://heard@db/heard", "does not start with postgres://"],
    ["postgres://heard@db", "names no database"],
    ["postgres://heard:a/b@db/heard", "percent-encoded"],
  ])("refuse the database %s", (url, words) => {
    expect(problemsOf({ DATABASE_URL: url }).join()).toContain(words);
  });

  test.each(["http://desk.shop.example:8080/", "https://desk.shop.example"])("take the address %s", (url) => {
    expect(readSettings({ HEARD_URL: url })).toMatchObject({ HEARD_URL: url.replace(/\/$/, "") });
  });
  test.each(["https://shop.example/desk", "https://shop.example/?a=1", "https://me@shop.example", "desk.shop.example"])(
    "refuse the address %s",
    (url) => {
      expect(problemsOf({ HEARD_URL: url })).toHaveLength(1);
    },
  );

  test("take a certificate with its key, and refuse one with another's, or one alone", () => {
    const [one, other] = [certificate(), certificate()];
    const cert = file("one.pem", one.certificatePem);
    const key = file("one.key", one.privateKeyPem);
    const wrong = file("other.key", other.privateKeyPem);
    expect(problemsOf({ HEARD_SMTP_TLS_CERT: cert, HEARD_SMTP_TLS_KEY: key })).toEqual([]);
    expect(problemsOf({ HEARD_SMTP_TLS_CERT: cert, HEARD_SMTP_TLS_KEY: wrong }).join()).toContain("is not that of");
    expect(problemsOf({ HEARD_SMTP_TLS_CERT: cert }).join()).toContain("Set both, or neither");
    expect(problemsOf({ HEARD_SMTP_TLS_KEY: key }).join()).toContain("Set both, or neither");
  });
});

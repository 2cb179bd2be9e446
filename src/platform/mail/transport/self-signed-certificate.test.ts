import { execFileSync } from "node:child_process";
import { X509Certificate } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { selfSignedCertificate } from "./self-signed-certificate.ts";

const now = new Date("2026-11-22T08:00:00Z");

describe("a certificate made for this installation", () => {
  test.each(["desk.example.org", "192.0.2.7", "2001:db8::1:7"])("is made out to %s and to nothing else", (hostname) => {
    const certificate = new X509Certificate(selfSignedCertificate({ hostname, now }).certificatePem);
    const matches = (name: string) =>
      /^[\d.]+$|:/.test(name) ? certificate.checkIP(name) : certificate.checkHost(name);
    expect(matches(hostname)).toBe(hostname);
    expect(matches("other.example.org")).toBeUndefined();
    expect(certificate.subject).toBe(`CN=${hostname}`);
  });

  test("is signed by its own key, which fits its public half", () => {
    const { certificatePem, privateKeyPem } = selfSignedCertificate({ hostname: "desk.example.org", now });
    const certificate = new X509Certificate(certificatePem);
    expect(certificate.verify(certificate.publicKey)).toBe(true);
    expect(certificate.checkIssued(certificate)).toBe(true);
    expect(privateKeyPem).toContain("BEGIN PRIVATE KEY");
  });

  test("is valid from an hour ago for ten years, across the year 2050 too", () => {
    const certificate = new X509Certificate(
      selfSignedCertificate({ hostname: "desk.example.org", now }).certificatePem,
    );
    expect(new Date(certificate.validFrom)).toEqual(new Date("2026-11-22T07:00:00Z"));
    expect(new Date(certificate.validTo).getUTCFullYear()).toBe(2036);
    const late = selfSignedCertificate({ hostname: "desk.example.org", now: new Date("2045-01-01T00:00:00Z") });
    expect(new Date(new X509Certificate(late.certificatePem).validTo).getUTCFullYear()).toBe(2054);
  });

  test("two certificates never share a key or a serial number", () => {
    const [one, other] = [0, 1].map(() => selfSignedCertificate({ hostname: "desk.example.org", now }));
    expect(one?.privateKeyPem).not.toBe(other?.privateKeyPem);
    const serial = (pem = "") => new X509Certificate(pem).serialNumber;
    expect(serial(one?.certificatePem)).not.toBe(serial(other?.certificatePem));
  });

  test("OpenSSL reads it and finds its signature right", ({ skip }) => {
    try {
      execFileSync("openssl", ["version"]);
    } catch {
      skip("not run: the openssl command is not installed");
    }
    const folder = mkdtempSync(join(tmpdir(), "heard-certificate-"));
    try {
      const file = join(folder, "certificate.pem");
      writeFileSync(file, selfSignedCertificate({ hostname: "desk.example.org", now: new Date() }).certificatePem);
      expect(execFileSync("openssl", ["verify", "-check_ss_sig", "-CAfile", file, file]).toString()).toContain(": OK");
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

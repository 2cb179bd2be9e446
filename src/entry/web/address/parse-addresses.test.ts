/** What people type into an address field. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { looksLikeAddress, parseAddresses } from "./parse-addresses.ts";

const addresses = (text: string): string[] => parseAddresses(text).addresses.map((one) => one.address);

describe("an address field", () => {
  test("takes a bare address, a named one, and several with commas, semicolons or line ends", () => {
    expect(parseAddresses("Ana Silva <ana@example.org>; tom@example.com,\nli@example.net").addresses).toEqual([
      { name: "Ana Silva", address: "ana@example.org" },
      { name: "", address: "tom@example.com" },
      { name: "", address: "li@example.net" },
    ]);
  });

  test("a comma inside a quoted name does not end the name", () => {
    expect(parseAddresses('"Silva, Ana" <ana@example.org>').addresses).toEqual([
      { name: "Silva, Ana", address: "ana@example.org" },
    ]);
  });

  test("addresses copied with spaces between them are taken one by one", () => {
    expect(addresses("a@example.org b@example.org")).toEqual(["a@example.org", "b@example.org"]);
  });

  test("the same address twice is taken once, however it is capitalised", () => {
    expect(addresses("Ana@Example.org, ana@example.org")).toEqual(["Ana@Example.org"]);
  });

  test("what is no address comes back as it was typed", () => {
    expect(parseAddresses("Ana, tom@example.com")).toEqual({
      addresses: [{ name: "", address: "tom@example.com" }],
      unread: ["Ana"],
    });
  });

  test("a mailto: link is an address", () => {
    expect(addresses("mailto:ana@example.org")).toEqual(["ana@example.org"]);
  });

  test("whatever is typed, nothing but addresses comes out and nothing throws", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => {
        for (const one of parseAddresses(text).addresses) expect(looksLikeAddress(one.address)).toBe(true);
      }),
    );
  });
});

test.each(["a@b", "@example.org", "a@.org", "a@example.", "a b@example.org", ""])("“%s” is not an address", (text) => {
  expect(looksLikeAddress(text)).toBe(false);
});

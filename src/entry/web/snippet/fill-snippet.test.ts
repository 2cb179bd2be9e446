/** Snippets: what fills itself in, and what must not leave unfilled. */
import { describe, expect, test } from "vitest";
import { fillSnippet, type SnippetFacts, unfilledIn } from "./fill-snippet.ts";

const FACTS: SnippetFacts = {
  customer: { name: "Ana Silva", address: "ana@example.org" },
  agent: { name: "Nora Lindqvist" },
  conversation: { number: 4711, subject: "Where is <it>?" },
  mailbox: { name: "Support", address: "help@example.org" },
};

describe("a snippet", () => {
  test("greets the customer by the first name and signs with the agent's", () => {
    expect(
      fillSnippet("<p>Dear {customer.first_name}, about #{conversation.number}. {agent.first_name}</p>", FACTS),
    ).toBe("<p>Dear Ana, about #4711. Nora</p>");
  });

  test("a customer without a name leaves the variable standing, so that nobody is greeted as nothing", () => {
    const filled = fillSnippet("Dear {customer.first_name}", {
      ...FACTS,
      customer: { name: "", address: "x@example.org" },
    });
    expect(unfilledIn(filled)).toEqual(["{customer.first_name}"]);
  });

  test("a variable that nobody knows stays as it is written", () => {
    expect(fillSnippet("{parcel.number} {customer.name}", FACTS)).toBe("{parcel.number} Ana Silva");
  });

  test("what a customer calls a matter cannot become markup", () => {
    expect(fillSnippet("{conversation.subject}", FACTS)).toBe("Where is &#60;it&#62;?");
  });
});

test("braces in ordinary text are not variables", () => {
  expect(unfilledIn("if (a) { b.c } {x} {A.b} {one.two.three}")).toEqual([]);
});

test("each unfilled variable is named once", () => {
  expect(unfilledIn("{order.number} and {order.number} and {parcel.day}")).toEqual(["{order.number}", "{parcel.day}"]);
});

/**
 * Fills the variables of a snippet with what is known. A variable whose value is unknown stays as written, is shown, and
 * keeps the message from leaving (`unfilledIn`), so nobody is ever greeted as "{customer.first_name}".
 */
import { calledBy } from "../../../kit/index.ts";

export interface SnippetFacts {
  readonly customer: { readonly name: string; readonly address: string };
  readonly agent: { readonly name: string };
  readonly conversation: { readonly number: number; readonly subject: string };
  readonly mailbox: { readonly name: string; readonly address: string };
}

export const SNIPPET_VARIABLES = [
  "customer.first_name",
  "customer.name",
  "customer.address",
  "agent.first_name",
  "agent.name",
  "conversation.number",
  "conversation.subject",
  "mailbox.name",
  "mailbox.address",
] as const;
type SnippetVariable = (typeof SNIPPET_VARIABLES)[number];

const VARIABLE = /\{([a-z_]{1,30}\.[a-z_]{1,30})\}/g;

function wordsFor(variable: string, facts: SnippetFacts): string {
  const values: Record<SnippetVariable, string> = {
    "customer.first_name": calledBy(facts.customer.name),
    "customer.name": facts.customer.name.includes("@") ? "" : facts.customer.name.trim(),
    "customer.address": facts.customer.address,
    "agent.first_name": calledBy(facts.agent.name),
    "agent.name": facts.agent.name,
    "conversation.number": String(facts.conversation.number),
    "conversation.subject": facts.conversation.subject,
    "mailbox.name": facts.mailbox.name,
    "mailbox.address": facts.mailbox.address,
  };
  return (values as Record<string, string>)[variable] ?? "";
}

const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);

/** The snippet's HTML with every known variable filled in; values are escaped. */
export function fillSnippet(html: string, facts: SnippetFacts): string {
  return html.replace(VARIABLE, (whole, name: string) => {
    const value = wordsFor(name, facts);
    return value ? escapeHtml(value) : whole;
  });
}

/** The variables that are still unfilled in a text, each once. */
export function unfilledIn(text: string): string[] {
  return [...new Set([...text.matchAll(VARIABLE)].map((found) => found[0]))];
}

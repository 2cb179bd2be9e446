/**
 * Leaves out of the coach's worker what it never needs there: the examples of rules and moves, which are tests and pages and a sixth of its
 * weight, and the words about each source, which the page loads when somebody asks why. A plugin for Vite. Everything else stays as it is.
 */
import { type Plugin, parseAst } from "vite";

const SOURCES = /\/src\/method\/sources\/sources\.ts$/;
const HAS_EXAMPLES = /\/src\/method\/review\/(?:rules|moves)\/[^/]+\.ts$/;

export const withoutExamples = (): Plugin => ({
  name: "heard:without-examples",
  apply: "build",
  enforce: "post",
  transform(code, id) {
    if (SOURCES.test(id)) return { code: withoutWords(code), map: null };
    if (!HAS_EXAMPLES.test(id)) return null;
    const found = examplesIn(code);
    return found ? { code: `${code.slice(0, found.start)}{}${code.slice(found.end)}`, map: null } : null;
  },
});

/** Of a source only its grade weighs in the worker: source("title", "where", "A", "what it shows") */
function withoutWords(code: string): string {
  let kept = "";
  let at = 0;
  for (const call of sourceCalls(parseAst(code).body)) {
    for (const [index, argument] of call.entries()) {
      if (index === GRADE) continue;
      kept += `${code.slice(at, argument.start)}""`;
      at = argument.end;
    }
  }
  return kept + code.slice(at);
}

const GRADE = 2;

function sourceCalls(body: ReturnType<typeof parseAst>["body"]): { readonly start: number; readonly end: number }[][] {
  const calls: { readonly start: number; readonly end: number }[][] = [];
  const walk = (node: unknown): void => {
    if (Array.isArray(node)) for (const each of node) walk(each);
    if (typeof node !== "object" || node === null || Array.isArray(node)) return;
    const { type, callee, arguments: given } = node as Record<string, unknown>;
    if (type === "CallExpression" && (callee as { name?: string }).name === "source")
      calls.push(given as { start: number; end: number }[]);
    else for (const each of Object.values(node)) walk(each);
  };
  walk(body);
  return calls;
}

/** The value of `examples` in the one object that is given to rule() or move() and exported. */
function examplesIn(code: string): { readonly start: number; readonly end: number } | undefined {
  for (const statement of parseAst(code).body) {
    if (statement.type !== "ExportDefaultDeclaration" || statement.declaration.type !== "CallExpression") continue;
    const [given] = statement.declaration.arguments;
    if (given?.type !== "ObjectExpression") continue;
    for (const property of given.properties)
      if (property.type === "Property" && property.key.type === "Identifier" && property.key.name === "examples")
        return property.value;
  }
  return undefined;
}

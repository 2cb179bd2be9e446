/**
 * Leaves the examples of rules and moves out of what a browser loads: they are tests and pages, and a sixth of the coach's
 * weight. A plugin for Vite. Everything else of a rule stays as it is.
 */
import { type Plugin, parseAst } from "vite";

const HAS_EXAMPLES = /\/src\/method\/review\/(?:rules|moves)\/[^/]+\.ts$/;

export const withoutExamples = (): Plugin => ({
  name: "heard:without-examples",
  apply: "build",
  enforce: "post",
  transform(code, id) {
    if (!HAS_EXAMPLES.test(id)) return null;
    const found = examplesIn(code);
    return found ? { code: `${code.slice(0, found.start)}{}${code.slice(found.end)}`, map: null } : null;
  },
});

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

/**
 * Leaves the examples of rules and moves out of what a browser loads: they are tests and pages, and a third of the coach's weight.
 * For Vite. Everything else of a rule stays as it is.
 */
const HAS_EXAMPLES = /\/src\/method\/review\/(?:rules|moves)\/[^/]+\.ts$/;

export const withoutExamples = () => ({
  name: "heard:without-examples",
  apply: "build",
  enforce: "post",
  transform(code, id) {
    if (!HAS_EXAMPLES.test(id)) return null;
    const found = examplesIn(this.parse(code));
    return found ? { code: `${code.slice(0, found.start)}{}${code.slice(found.end)}`, map: null } : null;
  },
});

/** The value of `examples` in the one object that is given to rule() or move() and exported. */
function examplesIn(program) {
  for (const node of program.body) {
    if (node.type !== "ExportDefaultDeclaration" || node.declaration.type !== "CallExpression") continue;
    const [given] = node.declaration.arguments;
    const property = given?.properties?.find((one) => one.key?.name === "examples");
    if (property) return property.value;
  }
  return undefined;
}

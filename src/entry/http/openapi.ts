/** The contract as OpenAPI 3.1, made from the same schemas that check every request. */
import { z } from "zod";
import { contract, type Route } from "../contract/index.ts";

interface RunningRoute extends Route {
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  readonly out: z.ZodType;
}

/** @param version of this desk. @returns a document that validates as OpenAPI 3.1. */
export function openApi(version: string): Record<string, unknown> {
  const schemas: Record<string, unknown> = {};
  const schema = (shape: z.ZodType, io: "input" | "output"): unknown => {
    const {
      $schema: _,
      $defs,
      ...made
    } = z.toJSONSchema(shape, { target: "draft-2020-12", io, unrepresentable: "any" }) as Record<string, unknown>;
    for (const [name, definition] of Object.entries(($defs as Record<string, object>) ?? {})) {
      const { id: __, $schema: ___, ...clean } = definition as Record<string, unknown>;
      schemas[name] ??= clean;
    }
    return relocate(made);
  };
  const paths: Record<string, Record<string, unknown>> = {};
  for (const [key, described] of Object.entries(contract)) {
    const route = described as unknown as RunningRoute;
    const [method = "", url = ""] = key.split(" ");
    const path = url.replace(/:(\w+)/g, "{$1}");
    paths[path] ??= {};
    paths[path][method.toLowerCase()] = {
      operationId: key.replace(/[^A-Za-z0-9]+/g, "_"),
      summary: route.summary,
      security: route.who === "anyone" ? [] : [{ session: [] }],
      "x-lowest-role": route.who,
      parameters: [...parameters(route.params, "path", schema), ...parameters(route.query, "query", schema)],
      ...(route.body
        ? { requestBody: { required: true, content: { "application/json": { schema: schema(route.body, "input") } } } }
        : {}),
      responses: {
        "200": { description: "Done", content: { "application/json": { schema: schema(route.out, "output") } } },
        default: {
          description: "Refused, with a sentence and a way out",
          content: { "application/json": { schema: { $ref: "#/components/schemas/Refusal" } } },
        },
      },
    };
  }
  schemas["Refusal"] = {
    type: "object",
    required: ["refused", "sentence", "wayOut"],
    properties: { refused: { type: "string" }, sentence: { type: "string" }, wayOut: { type: "string" } },
  };
  return {
    openapi: "3.1.0",
    info: { title: "Heard", version, description: "The same routes that the desk's own pages use." },
    paths,
    components: { schemas, securitySchemes: { session: { type: "apiKey", in: "cookie", name: "heard_session" } } },
  };
}

function parameters(
  shape: z.ZodObject | undefined,
  where: "path" | "query",
  schema: (shape: z.ZodType, io: "input") => unknown,
): unknown[] {
  if (!shape) return [];
  return Object.entries(shape.shape).map(([name, each]) => ({
    name,
    in: where,
    required: where === "path" || !(each as z.ZodType).safeParse(undefined).success,
    schema: schema(each as z.ZodType, "input"),
  }));
}

/** References inside one schema point at its own $defs; here they live in components. */
const relocate = (made: unknown): unknown =>
  JSON.parse(JSON.stringify(made).replaceAll('"#/$defs/', '"#/components/schemas/'));

import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";

/** An operation of an OpenAPI document, as far as tests look at it. */
export type Operation = {
  readonly operationId: string;
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, { readonly schema?: object }>> }>>;
  /** Addresses that answer on the site that made the document. */
  readonly "x-requests": readonly string[];
};

/** An OpenAPI document of this product, as far as tests look at it. */
export type Description = {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: object };
  readonly "x-errors": readonly { readonly code: string; readonly status: number }[];
};

/** Every operation of a document. */
export function operationsOf(description: Description): readonly Operation[] {
  return Object.values(description.paths).flatMap((each) => Object.values(each));
}

/** Says what of a body does not fit a schema; nothing where all fits. Fields that no schema names do not fit. */
export type Judge = (schema: object, body: unknown) => readonly string[];

/** Opens a judge over the schemas of a document. */
export function openJudge({ components }: Description): Judge {
  const ajv = new Ajv2020({ strict: false, allErrors: true, formats: { "uri-reference": true, date: true } });
  ajv.addSchema({ $id: "openapi", components: closed(components) as object });
  const known = new Map<string, ValidateFunction>();
  return (schema, body) => {
    const text = JSON.stringify(closed(schema)).replaceAll('"#/components', '"openapi#/components');
    const validate = known.get(text) ?? ajv.compile(JSON.parse(text));
    known.set(text, validate);
    return validate(body) ? [] : (validate.errors ?? []).slice(0, 5).map((each) => `${each.instancePath} ${each.message}`);
  };
}

/** The same schemas without room for fields that they do not name. */
function closed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(closed);
  if (typeof value !== "object" || value === null) return value;
  const all = Object.fromEntries(Object.entries(value).map(([key, each]) => [key, closed(each)]));
  const isObject = all["type"] === "object" && typeof all["properties"] === "object" && all["additionalProperties"] === undefined;
  return isObject ? { ...all, additionalProperties: false } : all;
}

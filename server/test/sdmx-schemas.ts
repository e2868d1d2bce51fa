import { Ajv } from "ajv";

// The parts of the schemas of SDMX-JSON 2.0.0 (https://github.com/sdmx-twg/sdmx-json) that say what must be there and of what kind.

const id = { type: "string", pattern: "^[A-Za-z0-9_@$-]+$" };
const name = { type: "string", pattern: "^[A-Za-z][A-Za-z0-9_-]*$" };
const names = { type: "object", additionalProperties: { type: "string" } };
const urn = {
  type: "string",
  pattern: "^urn:sdmx:org\\.sdmx\\.infomodel\\.[a-z]+\\.[A-Za-z]+=[A-Za-z][A-Za-z0-9_.-]*:[A-Za-z0-9_@$-]+\\([0-9.]+\\)(\\..+)?$",
};
const links = { type: "array", items: { type: "object", required: ["rel", "urn"], properties: { rel: { type: "string" }, urn } } };
const list = (items: object, more: object = {}): object => ({ type: "array", items, ...more });
const object = (required: readonly string[], properties: object, closed = false): object => ({
  type: "object",
  required,
  properties,
  ...(closed ? { additionalProperties: false } : {}),
});
const meta = object(["id", "prepared", "sender"], {
  id,
  prepared: { type: "string", pattern: "^\\d{4}-.*Z$" },
  sender: object(["id"], { id }),
  contentLanguages: list({ type: "string" }),
});

const dimension = object(["id", "keyPosition", "values"], {
  id: name,
  names,
  keyPosition: { type: "integer", minimum: 0 },
  values: list(object(["id", "name"], { id, name: { type: "string" }, names, order: { type: "integer" } }), {
    minItems: 1,
    uniqueItems: true,
  }),
});
const attribute = object(["id", "relationship"], {
  id: name,
  relationship: { type: "object", minProperties: 1, maxProperties: 1 },
  values: list({ anyOf: [{ type: "null" }, { required: ["id", "name"] }, { required: ["value"] }] }, { minItems: 1, uniqueItems: true }),
});
const levels = (items: object): object =>
  object([], { dataSet: list(items), dimensionGroup: list(items), series: list(items), observation: list(items) }, true);
const cell = { type: ["integer", "number", "boolean", "string", "null"] };
const cells = { type: "object", patternProperties: { "^[0-9]+(:[0-9]+)*$": list(cell) }, additionalProperties: false };
const series = object([], { attributes: list(cell), observations: cells }, true);

const data = object(["meta", "data"], {
  meta,
  data: object(["structures", "dataSets"], {
    structures: list(
      object(["dimensions"], {
        dimensions: levels(dimension),
        measures: levels(object(["id"], { id: name })),
        attributes: levels(attribute),
        links,
      }),
    ),
    dataSets: list(
      object(["links"], {
        structure: { type: "integer" },
        action: { enum: ["Information", "Append", "Replace", "Delete"] },
        links,
        attributes: list(cell),
        dimensionGroupAttributes: { type: "object", patternProperties: { "^[0-9:]+$": list(cell) }, additionalProperties: false },
        observations: cells,
        series: { type: "object", patternProperties: { "^[0-9]+(:[0-9]+)*$": series }, additionalProperties: false },
      }),
    ),
  }),
});

const representation = {
  type: "object",
  oneOf: [{ required: ["enumeration"], properties: { enumeration: urn } }, { required: ["format"] }],
};
const component = object(["id", "conceptIdentity"], { id: name, conceptIdentity: urn, localRepresentation: representation });
const maintainable = (more: object = {}, required: readonly string[] = []): object =>
  object(["id", "agencyID", "version", "name", ...required], {
    id,
    agencyID: name,
    version: { const: "1.0" },
    name: { type: "string" },
    names,
    links,
    ...more,
  });
const item = object(["id", "name"], { id, name: { type: "string" }, names });

const structure = object(["meta", "data"], {
  meta,
  data: object(
    [],
    {
      dataflows: list(maintainable({ structure: urn })),
      dataStructures: list(
        maintainable({
          id: name,
          dataStructureComponents: object(["dimensionList"], {
            dimensionList: object(["id", "dimensions"], {
              id: { const: "DimensionDescriptor" },
              dimensions: list(component, { minItems: 1 }),
              timeDimension: component,
            }),
            measureList: object(["id", "measures"], { id: { const: "MeasureDescriptor" }, measures: list(component) }),
            attributeList: object(["id", "attributes"], {
              id: { const: "AttributeDescriptor" },
              attributes: list({
                allOf: [component, object(["attributeRelationship", "usage"], { usage: { enum: ["mandatory", "optional"] } })],
              }),
            }),
          }),
        }),
      ),
      codelists: list(maintainable({ codes: list(item, { uniqueItems: true }) })),
      conceptSchemes: list(
        maintainable({ id: name, concepts: list({ allOf: [item, object([], { id: name, coreRepresentation: representation })] }) }),
      ),
      categorySchemes: list(maintainable({ categories: list(item) })),
      categorisations: list(maintainable({ source: urn, target: urn })),
      agencySchemes: list(maintainable({ agencies: list(item) })),
      dataConstraints: list(
        maintainable({
          role: { enum: ["Allowed", "Actual"] },
          constraintAttachment: object([], { dataflows: list(urn) }),
          cubeRegions: list(object(["keyValues"], { include: { type: "boolean" }, keyValues: list(object(["id"], { id: name })) }), {
            maxItems: 2,
          }),
        }),
      ),
    },
    true,
  ),
});

const ajv = new Ajv({ allErrors: false, strict: false });
const checks = { data: ajv.compile(data), structure: ajv.compile(structure) };

/** What a message of SDMX-JSON 2.0 gets wrong; empty where nothing. */
export function wrongIn(kind: keyof typeof checks, message: unknown): string {
  return checks[kind](message) ? "" : ajv.errorsText(checks[kind].errors);
}

import { writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import {
  API,
  type Checker,
  isNumberLiteralType,
  isStringLiteralType,
  isTypeReference,
  isUnionType,
  type Symbol as Named,
  type Type,
  type UnionType,
} from "typescript/unstable/sync";

// Writes what every route answers as JSON Schema, from the types of the route table: `node scripts/api-schemas.ts`.

/** A schema as OpenAPI 3.1 has it (JSON Schema 2020-12). */
type Schema = { readonly [key: string]: unknown };

const root = dirname(dirname(fileURLToPath(import.meta.url)));
/** The file that is written, and read by the server. */
export const schemaFile: string = join(root, "server/src/http/api-schemas.json");

/** Typed arrays travel as plain ones; a number that is none travels as null. */
const typedArrays: Readonly<Record<string, Schema>> = {
  Float64Array: { type: "array", items: { type: ["number", "null"] } },
  Uint8Array: { type: "array", items: { type: "integer" } },
};

/** Where a type stands: its numbers may be none (`nan`), it is an item of a list (`listed`). */
type Place = { readonly nan: boolean; readonly listed: boolean };

/** The bit of a symbol that may be absent. */
const optional = 1 << 24;

const helpers = new Set(["Pick", "Omit", "Record", "Readonly", "Partial", "NonNullable"]);

/** Walks the types of the route table. */
class Walker {
  readonly schemas: Record<string, Schema> = {};
  readonly checker: Checker;

  constructor(checker: Checker) {
    this.checker = checker;
  }

  /** The schema of a type: a reference where it has a name of its own. */
  of(type: Type, place: Place = { nan: false, listed: false }): Schema {
    const name = this.#nameOf(type);
    if (name === undefined) return this.#inline(type, place);
    if (this.schemas[name] === undefined) {
      this.schemas[name] = {};
      const comment = type.getAliasSymbol()?.getDocumentationComment(this.checker);
      this.schemas[name] = { ...described(comment), ...this.#inline(type, { ...place, listed: false }) };
    }
    return { $ref: `#/components/schemas/${name}` };
  }

  /** An alias by its name; one of several types by their names too. */
  #nameOf(type: Type): string | undefined {
    const alias = type.getAliasSymbol()?.name;
    if (alias === undefined || helpers.has(alias)) return undefined;
    const parts = type.getAliasTypeArguments().map((each) => this.#nameOf(each) ?? this.checker.typeToString(each));
    return [alias, ...parts].join("Of");
  }

  #inline(type: Type, place: Place): Schema {
    const { checker } = this;
    const text = checker.typeToString(type);
    if (text === "string" || text === "boolean") return { type: text };
    if (text === "number") return { type: place.nan ? ["number", "null"] : "number" };
    if (text === "unknown") return {};
    if (text === "true" || text === "false") return { const: text === "true" };
    if (isStringLiteralType(type) || isNumberLiteralType(type)) return { const: type.value };
    const typed = typedArrays[type.getSymbol()?.name ?? ""];
    if (typed) return typed;
    if (isUnionType(type)) return this.#union(type, place);
    return checker.isArrayLikeType(type) ? this.#array(type, place) : this.#object(type, place);
  }

  /** Literals become an enumeration. Within a list JSON writes null for what is absent. */
  #union(type: UnionType, place: Place): Schema {
    const all = type.getTypes();
    const known = all.filter((each) => this.checker.typeToString(each) !== "undefined");
    const parts = known.map((each) => this.of(each, { ...place, listed: false }));
    const constants = parts.flatMap((each) => ("const" in each ? [each["const"]] : []));
    const isFlag = constants.length === 2 && constants.every((each) => typeof each === "boolean");
    const literal = isFlag ? { type: "boolean" } : { enum: constants.sort() };
    const kinds = constants.length < 2 ? parts : [...parts.filter((each) => !("const" in each)), literal];
    const found = place.listed && known.length < all.length ? [...kinds, { type: "null" }] : kinds;
    return found.length === 1 ? (found[0] ?? {}) : { anyOf: found };
  }

  #array(type: Type, { nan }: Place): Schema {
    const [item] = isTypeReference(type) ? this.checker.getTypeArguments(type) : [];
    return { type: "array", items: item === undefined ? {} : this.of(item, { nan, listed: true }) };
  }

  #object(type: Type, { nan }: Place): Schema {
    const { checker } = this;
    const fields = checker.getPropertiesOfType(type);
    const [index] = checker.getIndexInfosOfType(type);
    const properties = Object.fromEntries(fields.map((each) => [each.name, this.#property(each, nan)]));
    const required = fields.filter((each) => !this.#mayMiss(each)).map((each) => each.name);
    return {
      type: "object",
      ...(fields.length === 0 ? {} : { properties }),
      ...(required.length === 0 ? {} : { required }),
      ...(index === undefined ? {} : { additionalProperties: this.of(index.valueType, { nan, listed: false }) }),
    };
  }

  /** What is undefined does not travel. */
  #mayMiss(field: Named): boolean {
    const type = this.checker.getTypeOfSymbol(field);
    const parts = type !== undefined && isUnionType(type) ? type.getTypes() : [];
    return (field.flags & optional) !== 0 || parts.some((each) => this.checker.typeToString(each) === "undefined");
  }

  #property(field: Named, nan: boolean): Schema {
    const comment = field.getDocumentationComment(this.checker);
    const type = this.checker.getTypeOfSymbol(field);
    const schema = type === undefined ? {} : this.of(type, { nan: nan || /\bNaN\b/.test(comment), listed: false });
    return { ...described(comment), ...schema };
  }
}

/** A doc comment as description, on one line; what is no number is null in JSON. */
function described(comment: string | undefined): { readonly description?: string } {
  const text = (comment ?? "")
    .replace(/\s+/g, " ")
    .replace(/\bNaN\b/g, "null")
    .trim();
  return text === "" ? {} : { description: text };
}

/** The text of the file: the schemas by name, and what each route answers. */
export function writeSchemas(): string {
  const api = new API({ cwd: root });
  try {
    const project = api.updateSnapshot({ openProject: join(root, "core/tsconfig.json") }).getProjects()[0];
    const file = project?.program.getSourceFile(join(root, "core/src/api.ts"));
    const module = file && project?.checker.getSymbolAtLocation(file);
    if (!project || !module) throw new Error("core/src/api.ts cannot be read");
    const { checker } = project;
    const table = checker.getExportsOfModule(module).find((each) => each.name === "Routes");
    if (table === undefined) throw new Error("core/src/api.ts has no Routes");
    const walker = new Walker(checker);
    const routes = checker.getPropertiesOfType(checker.getDeclaredTypeOfSymbol(table)).map((route) => {
      const out = checker.getPropertyOfType(checker.getTypeOfSymbol(route) as Type, "out");
      return [route.name, walker.of(checker.getTypeOfSymbol(out as Named) as Type)] as const;
    });
    const schemas = Object.fromEntries(Object.entries(walker.schemas).sort(([a], [b]) => (a < b ? -1 : 1)));
    return `${JSON.stringify({ routes: Object.fromEntries(routes), schemas })}\n`;
  } finally {
    api.close();
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(schemaFile, writeSchemas());

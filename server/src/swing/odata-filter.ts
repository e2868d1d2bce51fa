import { fail } from "@peil/core/errors.ts";
import type { EntityType, Property, Row, Value } from "./odata-types.ts";

/** Whether a row is kept. */
export type Predicate = (row: Row) => boolean;
type Operand = { readonly value: (row: Row) => Value; readonly type: "text" | "number" | "boolean" | "null" };

const token = /\s*(?:('(?:[^']|'')*')|(-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.]))|([A-Za-z_$][\w.$]*(?:\/[A-Za-z_]\w*)*)|([(),]))/y;
/** How deep parentheses may lie in each other. */
const deepest = 40;

/** The property of a type by its name in any letter case. @throws `selection-invalid` naming those that there are */
export function propertyOf(type: EntityType, name: string, key: string): Property {
  const found = type.properties.find((each) => each.name.toLowerCase() === name.toLowerCase());
  return found ?? fail("selection-invalid", { key, value: name, expected: type.properties.map((each) => each.name).join(", ") });
}

/**
 * Reads `$filter` (OData 4.0, part 2, section 5.1.1): eq, ne, gt, ge, lt, le, and, or, not, in, parentheses, contains, startswith,
 * endswith, tolower, toupper, null.
 * @throws `selection-invalid` naming where it stopped and what stands there
 */
export function parseFilter(text: string, type: EntityType): Predicate {
  const reader = new FilterReader(text, type);
  return reader.all();
}

const comparers: Readonly<Record<string, (order: number) => boolean>> = {
  eq: (order) => order === 0,
  ne: (order) => order !== 0,
  gt: (order) => order > 0,
  ge: (order) => order >= 0,
  lt: (order) => order < 0,
  le: (order) => order <= 0,
};

const texts: Readonly<Record<string, (whole: string, part: string) => boolean>> = {
  contains: (whole, part) => whole.includes(part),
  startswith: (whole, part) => whole.startsWith(part),
  endswith: (whole, part) => whole.endsWith(part),
};

class FilterReader {
  readonly #text: string;
  readonly #type: EntityType;
  readonly #tokens: readonly { readonly text: string; readonly at: number }[];
  #next = 0;
  #depth = 0;

  constructor(text: string, type: EntityType) {
    this.#text = text;
    this.#type = type;
    this.#tokens = tokensOf(text, (at) => this.#refuse(at, "eq, ne, gt, ge, lt, le, and, or, not, in, ( )"));
  }

  all(): Predicate {
    const read = this.#either();
    if (this.#next < this.#tokens.length) this.#refuseHere("and, or");
    return read;
  }

  #peek(): string {
    return this.#tokens[this.#next]?.text ?? "";
  }

  #take(word: string): boolean {
    if (this.#peek().toLowerCase() !== word) return false;
    this.#next++;
    return true;
  }

  #need(word: string): void {
    if (!this.#take(word)) this.#refuseHere(word);
  }

  #refuseHere(expected: string): never {
    return this.#refuse(this.#tokens[this.#next]?.at ?? this.#text.length, expected);
  }

  #refuse(at: number, expected: string): never {
    const rest = this.#text.slice(at, at + 40);
    return fail("selection-invalid", { key: "$filter", value: rest === "" ? `${this.#text.slice(-40)}…` : rest, expected });
  }

  #either(): Predicate {
    const all = [this.#both()];
    while (this.#take("or")) all.push(this.#both());
    return all.length === 1 ? (all[0] as Predicate) : (row) => all.some((each) => each(row));
  }

  #both(): Predicate {
    const all = [this.#one()];
    while (this.#take("and")) all.push(this.#one());
    return all.length === 1 ? (all[0] as Predicate) : (row) => all.every((each) => each(row));
  }

  #one(): Predicate {
    if (this.#take("not")) {
      const inner = this.#deeper(() => this.#one());
      return (row) => !inner(row);
    }
    if (this.#take("(")) {
      const inner = this.#deeper(() => this.#either());
      this.#need(")");
      return this.#comparedTruth(inner);
    }
    const search = texts[this.#peek().toLowerCase()];
    if (search !== undefined && this.#tokens[this.#next + 1]?.text === "(") return this.#comparedTruth(this.#search(search));
    return this.#comparison();
  }

  #deeper<T>(read: () => T): T {
    if (++this.#depth > deepest) this.#refuseHere(`( ) × ${deepest}`);
    const out = read();
    this.#depth--;
    return out;
  }

  /** `contains(…) eq true`, as some programs write it. */
  #comparedTruth(inner: Predicate): Predicate {
    const word = this.#peek().toLowerCase();
    if (word !== "eq" && word !== "ne") return inner;
    this.#next++;
    const wanted = this.#take("true") ? true : this.#take("false") ? false : this.#refuseHere("true, false");
    return (row) => (inner(row) === wanted) === (word === "eq");
  }

  #search(matches: (whole: string, part: string) => boolean): Predicate {
    this.#next++;
    this.#need("(");
    const whole = this.#operand();
    this.#need(",");
    const part = this.#operand();
    this.#need(")");
    return (row) => {
      const [left, right] = [whole.value(row), part.value(row)];
      return typeof left === "string" && typeof right === "string" && matches(left, right);
    };
  }

  #comparison(): Predicate {
    const left = this.#operand();
    const word = this.#peek().toLowerCase();
    if (word === "in") return this.#among(left);
    const holds = comparers[word];
    if (holds === undefined) {
      if (left.type === "boolean") return (row) => left.value(row) === true;
      return this.#refuseHere(Object.keys(comparers).join(", "));
    }
    this.#next++;
    const at = this.#next;
    const right = this.#operand();
    this.#sameType(left, right, at);
    const orNull = word === "eq" || word === "ne";
    return (row) => {
      const [one, other] = [left.value(row), right.value(row)];
      if (one === null || other === null) return orNull && holds(one === other ? 0 : 1);
      return holds(one === other ? 0 : one < other ? -1 : 1);
    };
  }

  #among(left: Operand): Predicate {
    this.#next++;
    this.#need("(");
    const wanted: Operand[] = [];
    do {
      const at = this.#next;
      const each = this.#operand();
      this.#sameType(left, each, at);
      wanted.push(each);
    } while (this.#take(","));
    this.#need(")");
    return (row) => {
      const value = left.value(row);
      return wanted.some((each) => each.value(row) === value);
    };
  }

  #sameType(left: Operand, right: Operand, at: number): void {
    if (left.type === right.type || left.type === "null" || right.type === "null") return;
    const expected = left.type === "text" ? "'…'" : left.type === "number" ? "123.45" : "true, false";
    this.#refuse(this.#tokens[at]?.at ?? 0, expected);
  }

  #operand(): Operand {
    const word = this.#peek();
    if (word === "") this.#refuseHere("…");
    if (word === "(" || word === ")" || word === ",") this.#refuseHere("…");
    this.#next++;
    if (word.startsWith("'")) return literal(word.slice(1, -1).replaceAll("''", "'"), "text");
    if (/^-?\d/.test(word)) return literal(Number(word), "number");
    const small = word.toLowerCase();
    if (small === "null") return literal(null, "null");
    if (small === "true" || small === "false") return literal(small === "true", "boolean");
    if ((small === "tolower" || small === "toupper") && this.#peek() === "(") return this.#cased(small);
    const { name, type } = propertyOf(this.#type, word, "$filter");
    return { value: (row) => row[name] ?? null, type: type === "Edm.String" ? "text" : type === "Edm.Boolean" ? "boolean" : "number" };
  }

  #cased(word: "tolower" | "toupper"): Operand {
    this.#need("(");
    const inner = this.#deeper(() => this.#operand());
    this.#need(")");
    const turn = (text: string): string => (word === "tolower" ? text.toLowerCase() : text.toUpperCase());
    return {
      value: (row) => {
        const value = inner.value(row);
        return typeof value === "string" ? turn(value) : null;
      },
      type: "text",
    };
  }
}

function literal(value: Value, type: Operand["type"]): Operand {
  return { value: () => value, type };
}

function tokensOf(text: string, refuse: (at: number) => never): { text: string; at: number }[] {
  const out: { text: string; at: number }[] = [];
  const end = text.trimEnd().length;
  for (let at = 0; at < end; ) {
    token.lastIndex = at;
    const match = token.exec(text);
    if (match === null) return refuse(at);
    const found = match[1] ?? match[2] ?? match[3] ?? match[4] ?? "";
    out.push({ text: found, at: token.lastIndex - found.length });
    at = token.lastIndex;
  }
  return out;
}

import { blank, fail } from "../errors.ts";
import { tryPeriod } from "../model/period.ts";
import type { Text } from "../model/text.ts";
import type { CellMember, Expression } from "./expression.ts";
import { type Argument, type Call, type Expected, FormulaParser } from "./grammar.ts";
import { lexer, NumberText } from "./tokens.ts";

/** More tokens than a formula of people ever has; keeps what walks an expression within the stack. */
const mostTokens = 4000;
const deepest = 100;
/** The largest shift in periods, so that `2015` can only be a year. */
const largestShift = 999;

const words: Readonly<Record<Expected | "text", Text>> = {
  operand: { nl: "een getal, een onderwerpcode, een functie of “(”", en: "a number, an indicator code, a function or “(”" },
  operator: { nl: "een bewerking (+ - * /)", en: "an operator (+ - * /)" },
  close: { nl: "“)”, “,” of een bewerking (+ - * /)", en: "“)”, “,” or an operator (+ - * /)" },
  argument: { nl: "een argument", en: "an argument" },
  member: { nl: "een item (<dimensieniveau>_<item>)", en: "a member (<dimension level>_<member>)" },
  comma: { nl: "“,” of “)”", en: "“,” or “)”" },
  text: {
    nl: "getallen met een decimale punt, onderwerpcodes, functies, + - * / ( ) en teksten tussen twee gelijke aanhalingstekens",
    en: "numbers with a decimal point, indicator codes, functions, + - * / ( ) and texts between two equal quotation marks",
  },
};

const parser = new FormulaParser(readCall, readCell);

/**
 * Reads a formula: `+ - * / ( )`, numbers with a decimal point, indicator codes, and the functions `sqrt`, `round`,
 * `data_from_period`, `data_from_mrp`, `cell` and `threshold`, whose names ignore letter case. Codes are not looked up here.
 * A name that reads as a number (`2022`, `1e3`) is a number; with any other letter or `_` in it, it is a code.
 * @throws `formula-syntax`, `formula-unknown-function`, `formula-arity`, `formula-argument` with a 1-based position,
 * `formula-too-large`
 */
export function parseFormula(text: string): Expression {
  const { tokens, errors } = lexer.tokenize(text);
  const unread = errors[0];
  if (unread) wrong(unread.offset, text[unread.offset], "text");
  if (tokens.length > mostTokens || depthOf(text) > deepest) fail("formula-too-large");
  const infinite = tokens.find((each) => each.tokenType === NumberText && !Number.isFinite(Number(each.image)));
  if (infinite) wrong(infinite.startOffset, infinite.image, "text");
  parser.start(text, tokens);
  const expression = parser.formula();
  const error = parser.errors[0];
  if (error === undefined) return expression;
  const { startOffset, image } = error.token;
  const ended = Number.isNaN(startOffset) || image === "";
  return wrong(ended ? text.trimEnd().length : startOffset, ended ? undefined : image, error.message as Expected);
}

function wrong(offset: number, found: string | undefined, expected: keyof typeof words): never {
  const what: Text = found === undefined ? { nl: "hier houdt ze op", en: "it stops here" } : { nl: `“${found}”`, en: `“${found}”` };
  return fail("formula-syntax", { position: offset + 1, ...blank("found", what), ...blank("expected", words[expected]) });
}

function depthOf(text: string): number {
  let depth = 0;
  let most = 0;
  for (const each of text) {
    if (each === "(") most = Math.max(most, ++depth);
    else if (each === ")") depth--;
  }
  return most;
}

type Reader = { readonly arity: number; readonly read: (call: Call) => Expression };

const functions: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ["sqrt", { arity: 1, read: (call) => ({ kind: "sqrt", of: operand(call), position: call.position }) }],
  ["round", { arity: 1, read: (call) => ({ kind: "round", of: operand(call), position: call.position }) }],
  ["threshold", { arity: 1, read: (call) => ({ kind: "threshold", of: operand(call), position: call.position }) }],
  ["data_from_period", { arity: 2, read: atPeriod }],
  ["data_from_mrp", { arity: 2, read: atRecent }],
]);

function readCall(call: Call): Expression {
  const reader = functions.get(call.name.toLowerCase());
  if (reader === undefined) return fail("formula-unknown-function", { name: call.name, position: call.position });
  if (call.args.length !== reader.arity) {
    fail("formula-arity", { name: call.name, position: call.position, given: call.args.length, wanted: reader.arity });
  }
  return reader.read(call);
}

function readCell(texts: readonly CellMember[], position: number): Expression {
  const [cube, ...members] = texts;
  if (cube === undefined) return fail("formula-arity", { name: "cell", position, given: 0, wanted: 2 });
  const wrongName = /[^\p{L}\p{N}_]/u.test(cube.text) || cube.text === "";
  if (wrongName) refuse("cell", cube, { nl: "eerst de code van een kubus", en: "the code of a cube first" });
  return { kind: "cell", cube: cube.text, members, position };
}

function operand(call: Call): Expression {
  const argument = call.args[0];
  if (argument?.expression !== undefined) return argument.expression;
  return refuse(call.name, argument, { nl: "een onderwerpcode of een berekening", en: "an indicator code or a computation" });
}

function refuse(name: string, argument: { readonly text: string; readonly position: number } | undefined, expected: Text): never {
  return fail("formula-argument", {
    name,
    position: argument?.position ?? 0,
    argument: argument?.text ?? "",
    ...blank("expected", expected),
  });
}

/** The second argument without quotes and spaces. */
function plain(argument: Argument | undefined): string {
  return (argument?.text ?? "").replace(/["'\s]/g, "");
}

function atPeriod(call: Call): Expression {
  const of = operand(call);
  const text = plain(call.args[1]);
  if (/^([+-]\d+|\d{1,3})$/.test(text) && Math.abs(Number(text)) <= largestShift) {
    return { kind: "at-period", of, shift: Number(text) + 0, position: call.position };
  }
  const period = tryPeriod(text);
  if (period) return { kind: "at-period", of, period: period.code, position: call.position };
  return refuse(call.name, call.args[1], {
    nl: 'een verschuiving ("-1") of een periode ("2015", "2015Q1")',
    en: 'a shift ("-1") or a period ("2015", "2015Q1")',
  });
}

function atRecent(call: Call): Expression {
  const of = operand(call);
  const text = plain(call.args[1]);
  if (/^(-\d{1,3}|\+?0+)$/.test(text)) return { kind: "at-recent", of, index: Number(text) + 0, position: call.position };
  return refuse(call.name, call.args[1], {
    nl: "0 (de meest recente periode), -1 (de periode daarvoor), …",
    en: "0 (the most recent period), -1 (the period before), …",
  });
}

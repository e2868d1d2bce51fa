import { describe, expect, test } from "vitest";
import { explainFormula, formulaWords } from "../../src/formula/explain.ts";
import type { Expression } from "../../src/formula/expression.ts";
import { parseFormula } from "../../src/formula/parse.ts";
import { sampleCatalogue } from "./sample.ts";

const names: Readonly<Record<string, string>> = { d: "diefstallen", i: "inwoners", m: "mannen", v: "vrouwen", k: "kinderen" };
const words = (text: string, language: "nl" | "en" = "nl"): string =>
  explainFormula(parseFormula(text), (code, member) => member ?? names[code] ?? code, language);

describe("in Dutch", () => {
  test.each([
    ["d/i*1000", "diefstallen gedeeld door inwoners, maal 1\u00a0000"],
    ["1000*d/i", "1\u00a0000 maal diefstallen, gedeeld door inwoners"],
    ["m+v", "mannen plus vrouwen"],
    ["(m+v+k)/i*100", "de som van mannen, vrouwen en kinderen, gedeeld door inwoners, maal 100"],
    ["m/(v+k)", "mannen gedeeld door de som van vrouwen en kinderen"],
    ["(m-v)/i", "(mannen min vrouwen) gedeeld door inwoners"],
    ["m+v/i", "mannen, plus vrouwen gedeeld door inwoners"],
    ["m+v/i*100", "mannen plus (vrouwen gedeeld door inwoners, maal 100)"],
    ["m-(v-k)", "mannen min (vrouwen min kinderen)"],
    ["-0.5*m", "−0,5 maal mannen"],
    ["-m", "het tegengestelde van mannen"],
    ['data_from_period(d,"-1")', "diefstallen een periode eerder"],
    ["data_from_period(d, 3)", "diefstallen 3 perioden later"],
    ["data_from_period(d, 2015)", "diefstallen in 2015"],
    [
      "(d-data_from_period(d,-1))/data_from_period(d,-1)*100",
      "(diefstallen min diefstallen een periode eerder) gedeeld door diefstallen een periode eerder, maal 100",
    ],
    ["data_from_mrp(d,0)", "diefstallen in de meest recente periode"],
    ["data_from_mrp(d,-1)", "diefstallen een periode vóór de meest recente"],
    ["sqrt(m*v)", "de vierkantswortel van (mannen maal vrouwen)"],
    ["round(m/i)", "(mannen gedeeld door inwoners), afgerond op een geheel getal"],
    ["round(m)*2", "de afgeronde waarde van mannen maal 2"],
    ["threshold(d)", "diefstallen met de eigen drempelwaarde"],
    ["cell(i, leeftijd_0-4, geslacht_v)", "inwoners (leeftijd_0-4, geslacht_v)"],
    ["1234567.25", "1\u00a0234\u00a0567,25"],
  ])("%s", (text, wanted) => {
    expect(words(text)).toBe(wanted);
  });
});

test("in English", () => {
  expect(words("d/i*1000", "en")).toBe("diefstallen divided by inwoners, times 1\u00a0000");
  expect(words("(m+v)/0.5", "en")).toBe("the sum of mannen and vrouwen, divided by 0.5");
  expect(words("data_from_period(d,-2)-d", "en")).toBe("diefstallen 2 periods earlier minus diefstallen");
});

test("with the names of a catalogue", () => {
  const catalogue = sampleCatalogue();
  expect(formulaWords(parseFormula("inkomen/inwoners*1000"), catalogue)).toEqual({
    nl: "netto belastbaar inkomen gedeeld door aantal inwoners, maal 1\u00a0000",
    en: "net taxable income divided by number of inhabitants, times 1\u00a0000",
  });
  expect(formulaWords(parseFormula("cell(bev, leeftijd_5_0-4, geslacht_v)/weg"), catalogue)).toEqual({
    nl: "bevolking (0-4 jaar, vrouw) gedeeld door weg",
    en: "population (0-4 years, female) divided by weg",
  });
});

/** Every expression of up to `size` operations over a few leaves. */
function* expressions(size: number): Generator<string, void, undefined> {
  if (size === 0) {
    yield* ["a", "b", "2"];
    return;
  }
  for (let left = 0; left < size; left++) {
    for (const x of expressions(left)) {
      for (const y of expressions(size - 1 - left)) for (const operator of "+-*/") yield `(${x}${operator}${y})`;
    }
  }
  for (const x of expressions(size - 1)) {
    yield `(-${x})`;
    yield `sqrt(${x})`;
    yield `data_from_period(${x},-1)`;
  }
}

function value(each: Expression, time: number): number {
  switch (each.kind) {
    case "number":
      return each.value;
    case "indicator":
      return (each.code === "a" ? 7.3 : 2.9) + time ** 2 * (each.code === "a" ? 0.31 : 0.17);
    case "operation": {
      const [left, right] = [value(each.left, time), value(each.right, time)];
      if (each.operator === "+") return left + right;
      if (each.operator === "-") return left - right;
      return each.operator === "*" ? left * right : left / right;
    }
    case "minus":
      return -value(each.of, time);
    case "sqrt":
      return Math.sqrt(Math.abs(value(each.of, time)));
    case "at-period":
      return value(each.of, time - 1);
    default:
      throw new Error(each.kind);
  }
}

test("formulas that compute different things have different words", () => {
  const seen = new Map<string, [string, number]>();
  let count = 0;
  for (const size of [0, 1, 2, 3]) {
    for (const text of expressions(size)) {
      if (size === 3 && count++ % 3 !== 0) continue;
      const expression = parseFormula(text);
      const said = words(text);
      const result = value(expression, 5);
      const known = seen.get(said);
      if (known === undefined) seen.set(said, [text, result]);
      else if (!(Math.abs(known[1] - result) < 1e-9 || Object.is(known[1], result))) expect.fail(`${text} and ${known[0]}: ${said}`);
    }
  }
  expect(seen.size).toBeGreaterThan(5000);
});

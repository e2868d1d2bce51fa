import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { explainError, PeilError } from "../../src/errors.ts";
import type { Expression } from "../../src/formula/expression.ts";
import { parseFormula } from "../../src/formula/parse.ts";

/** An expression as text with every pair of parentheses, positions left out. */
function show(each: Expression): string {
  switch (each.kind) {
    case "number":
      return String(each.value);
    case "indicator":
      return each.code;
    case "cell":
      return `cell[${[each.cube, ...each.members.map((member) => member.text)].join("|")}]`;
    case "operation":
      return `(${show(each.left)} ${each.operator} ${show(each.right)})`;
    case "at-period":
      return `at[${show(each.of)}|${"period" in each ? each.period : `shift ${each.shift}`}]`;
    case "at-recent":
      return `recent[${show(each.of)}|${each.index}]`;
    default:
      return `${each.kind}[${show(each.of)}]`;
  }
}

function errorOf(text: string): PeilError {
  try {
    parseFormula(text);
  } catch (error) {
    if (error instanceof PeilError) return error;
    throw error;
  }
  throw new Error(`“${text}” was read`);
}

describe("reads", () => {
  test.each([
    ["a + b * c", "(a + (b * c))"],
    ["(a+b)*c", "((a + b) * c)"],
    ["a - b - c", "((a - b) - c)"],
    ["a / b * 1000", "((a / b) * 1000)"],
    ["-a * -b", "(minus[a] * minus[b])"],
    ["a - -1.5e-2", "(a - minus[0.015])"],
    ["+a", "a"],
    ["1e3", "1000"],
    [".5", "0.5"],
    ["v1210_x + 2022_x", "(v1210_x + 2022_x)"],
    ["3x", "3x"],
    ["1e", "1e"],
    ["WON_Buurt_gt/WON_Buurt_gn*100", "((WON_Buurt_gt / WON_Buurt_gn) * 100)"],
    ["Sqrt( a )", "sqrt[a]"],
    ["ROUND\n(\ta\r\n)", "round[a]"],
    ["threshold(a)", "threshold[a]"],
    ['data_from_period(a, "-1")', "at[a|shift -1]"],
    ["data_from_period(a,'+1')", "at[a|shift 1]"],
    ["data_from_period(a, -1)", "at[a|shift -1]"],
    ["data_from_period(a, 2)", "at[a|shift 2]"],
    ['Data_From_Period(a,"2015")', "at[a|2015]"],
    ["data_from_period(a, 2015)", "at[a|2015]"],
    ["data_from_period(a + b, 2015Q1)", "at[(a + b)|2015Q1]"],
    ['data_from_period(a, "2015K1")', "at[a|2015Q1]"],
    ["data_from_period(a, 2019-2020)", "at[a|2019-2020]"],
    ["data_from_mrp(a, 0)", "recent[a|0]"],
    ["data_from_mrp(a,'-2')", "recent[a|-2]"],
    ["cell(bev, leeftijd5_0-4, geslacht_v)", "cell[bev|leeftijd5_0-4|geslacht_v]"],
    ["CELL ( bev , \"leeftijd5_85+\" , 'x_(a, b)' )", "cell[bev|leeftijd5_85+|x_(a, b)]"],
    ["cell(bev,\n leeftijd5_85 en ouder\n)", "cell[bev|leeftijd5_85 en ouder]"],
    ["cell(bev)", "cell[bev]"],
    ["cell(a, b_c) / cell(a) * 100", "((cell[a|b_c] / cell[a]) * 100)"],
    ["cell + sqrt + supercell", "((cell + sqrt) + supercell)"],
    ["één_code", "één_code"],
  ])("%s", (text, wanted) => {
    expect(show(parseFormula(text))).toBe(wanted);
  });

  test("positions are characters from 1", () => {
    expect(parseFormula("  ab +\n cell(c, d_e)")).toEqual({
      kind: "operation",
      operator: "+",
      left: { kind: "indicator", code: "ab", position: 3 },
      right: { kind: "cell", cube: "c", members: [{ text: "d_e", position: 17 }], position: 9 },
    });
  });

  test("white space changes nothing but positions", () => {
    const space = fc.array(fc.constantFrom(" ", "\n", "\t", "\r\n", "\u00a0")).map((each) => each.join(""));
    const tokens = ["-", "a", "*", "(", "sqrt", "(", "b", ")", "/", "data_from_period", "(", "c", ",", '"-1"', ")", ")", "+", "1.5"];
    fc.assert(
      fc.property(fc.array(space, { minLength: tokens.length, maxLength: tokens.length }), (spaces) => {
        const text = tokens.map((token, at) => token + spaces[at]).join("");
        expect(show(parseFormula(text))).toBe("((minus[a] * (sqrt[b] / at[c|shift -1])) + 1.5)");
      }),
    );
  });

  test("what it shows it reads back", () => {
    const tree = fc.letrec<{ text: string }>((tie) => ({
      text: fc.oneof(
        { depthSize: "small", withCrossShrink: true },
        fc.constantFrom("a", "b_2", "2022_x", "1.5", "100"),
        fc
          .tuple(tie("text"), fc.constantFrom("+", "-", "*", "/"), tie("text"))
          .map(([left, operator, right]) => `(${left} ${operator} ${right})`),
      ),
    })).text;
    fc.assert(
      fc.property(tree, (text) => {
        expect(show(parseFormula(text))).toBe(text);
      }),
    );
  });

  test("any text is read or refused with an error of the catalogue", () => {
    const pieces = fc.constantFrom(
      "a",
      "1",
      "(",
      ")",
      "+",
      "-",
      "*",
      "/",
      ",",
      " ",
      '"',
      "'",
      "cell(",
      "sqrt(",
      "data_from_period(",
      "2015",
      "é",
      "😀",
      ".",
      "_",
    );
    const text = fc.oneof(
      fc.string(),
      fc.array(pieces).map((each) => each.join("")),
    );
    fc.assert(
      fc.property(text, (each) => {
        try {
          parseFormula(each);
        } catch (error) {
          expect(error).toBeInstanceOf(PeilError);
          const position = (error as PeilError).details.position;
          if (position !== undefined) expect(Number(position)).toBeGreaterThan(0);
        }
      }),
      { numRuns: 1000 },
    );
  });

  test("a long sum, and no endless one", () => {
    expect(parseFormula(Array(1500).fill("a").join("+")).kind).toBe("operation");
    expect(errorOf(Array(2500).fill("a").join("+")).code).toBe("formula-too-large");
    expect(errorOf(`${"(".repeat(5000)}a${")".repeat(5000)}`).code).toBe("formula-too-large");
    expect(errorOf(`${"(".repeat(101)}a${")".repeat(101)}`).code).toBe("formula-too-large");
    expect(show(parseFormula(`${"(".repeat(100)}a${")".repeat(100)}`))).toBe("a");
  });
});

describe("refuses", () => {
  test.each([
    ["", "formula-syntax", 1],
    ["a +", "formula-syntax", 4],
    ["a b", "formula-syntax", 3],
    ["(a", "formula-syntax", 3],
    ["a)", "formula-syntax", 2],
    ["a ; b", "formula-syntax", 3],
    ["1,5", "formula-syntax", 2],
    ["1.", "formula-syntax", 2],
    ["a ** b", "formula-syntax", 4],
    ["1e999", "formula-syntax", 1],
    ["cell(a,,b)", "formula-syntax", 8],
    ["cell(a, b", "formula-syntax", 10],
    ["a + cell(a, 'b)", "formula-syntax", 13],
    ["a + average(b)", "formula-unknown-function", 5],
    ["sqrt()", "formula-arity", 1],
    ["a * sqrt(a, b)", "formula-arity", 5],
    ["data_from_period(a)", "formula-arity", 1],
    ["cell()", "formula-arity", 1],
    ["cell(a b, c_d)", "formula-argument", 6],
    ["sqrt('a')", "formula-argument", 6],
    ["data_from_period('a', -1)", "formula-argument", 18],
    ["data_from_period(a, vorig)", "formula-argument", 21],
    ["data_from_period(a, -2015)", "formula-argument", 21],
    ["data_from_period(a, 1.5)", "formula-argument", 21],
    ["data_from_mrp(a, 1)", "formula-argument", 18],
    ["data_from_mrp(a, b)", "formula-argument", 18],
  ])("%s: %s at %i", (text, code, position) => {
    const error = errorOf(text);
    expect([error.code, error.details.position]).toEqual([code, position]);
  });

  test("in words of both languages", () => {
    expect(explainError(errorOf("a +"), "nl")).toEqual({
      message: "De formule klopt niet op positie 4: hier houdt ze op.",
      mend: "Verwacht: een getal, een onderwerpcode, een functie of “(”.",
    });
    expect(explainError(errorOf("(a b"), "en")).toEqual({
      message: "The formula is wrong at position 4: “b”.",
      mend: "Expected: “)”, “,” or an operator (+ - * /).",
    });
  });
});

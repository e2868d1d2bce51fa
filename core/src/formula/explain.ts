import type { Catalogue } from "../model/catalogue.ts";
import { type Language, say, type Text } from "../model/text.ts";
import { type MemberCatalogue, splitMember } from "../query/split-member.ts";
import type { Expression } from "./expression.ts";
import { type Phrases, phrasesOf } from "./phrases.ts";

/** The name of an indicator; with `member` (a text of `cell(…)`) the name of that member of the cube. */
export type NameOf = (code: string, member?: string) => string;

/**
 * How a piece of the sentence stands beside others:
 * `word` needs nothing; `sum` and `product` hold one kind of operation and no comma; `long` must stand alone or in parentheses.
 */
type Piece = { readonly text: string; readonly form: "word" | "sum" | "product" | "long" };

/**
 * A formula in words, such as *netto belastbaar inkomen gedeeld door aantal inwoners, maal 1 000*. Two formulas that
 * compute different things get different words. Dutch and English; other languages get Dutch.
 * @param nameOf names in the same language
 */
export function explainFormula(expression: Expression, nameOf: NameOf, language: Language): string {
  const say = phrasesOf(language);
  if (expression.kind === "round") return say.rounded(inner(expression.of));
  return piece(expression).text;

  function inner(of: Expression): string {
    const found = piece(of);
    return found.form === "word" ? found.text : `(${found.text})`;
  }

  function piece(each: Expression): Piece {
    switch (each.kind) {
      case "number":
        return word(say.number(each.value));
      case "indicator":
        return word(nameOf(each.code));
      case "cell":
        return word(cellName(each, nameOf));
      case "operation":
        return each.operator === "+" || each.operator === "-" ? sum(each, say, piece) : product(each, say, piece);
      case "minus":
        return each.of.kind === "number" ? word(say.negative(say.number(each.of.value))) : word(say.opposite(inner(each.of)));
      case "sqrt":
        return word(say.root(inner(each.of)));
      case "round":
        return word(say.roundedValue(inner(each.of)));
      case "threshold":
        return word(say.threshold(bare(each.of)));
      case "at-period":
        return word("period" in each ? say.inPeriod(bare(each.of), each.period) : say.shifted(bare(each.of), each.shift));
      case "at-recent":
        return word(say.recent(bare(each.of), each.index));
    }
  }

  /** What words behind it may speak of without doubt: a name, or anything in parentheses. */
  function bare(of: Expression): string {
    return of.kind === "indicator" || of.kind === "cell" ? piece(of).text : `(${piece(of).text})`;
  }
}

const word = (text: string): Piece => ({ text, form: "word" });

function cellName(cell: Expression & { kind: "cell" }, nameOf: NameOf): string {
  if (cell.members.length === 0) return nameOf(cell.cube);
  return `${nameOf(cell.cube)} (${cell.members.map((each) => nameOf(cell.cube, each.text)).join(", ")})`;
}

type Operation = Expression & { kind: "operation" };
type Step = { readonly operator: "+" | "-" | "*" | "/"; readonly of: Expression };

/** `a - b + c` as its first operand and the steps that follow. */
function chain(operation: Operation, operators: string): { first: Expression; steps: Step[] } {
  const steps: Step[] = [];
  let at: Expression = operation;
  while (at.kind === "operation" && operators.includes(at.operator)) {
    steps.unshift({ operator: at.operator, of: at.right });
    at = at.left;
  }
  return { first: at, steps };
}

function sum(operation: Operation, say: Phrases, pieceOf: (each: Expression) => Piece): Piece {
  const { first, steps } = chain(operation, "+-");
  const pieces = [first, ...steps.map((each) => each.of)].map(pieceOf);
  const comma = pieces.some((each) => each.form === "product") ? ", " : " ";
  const texts = pieces.map((each, at) => (each.form === "long" || (each.form === "sum" && at > 0) ? `(${each.text})` : each.text));
  const text = steps.reduce((left, each, at) => `${left}${comma}${say.operators[each.operator]} ${texts[at + 1]}`, texts[0] ?? "");
  return { text, form: comma === " " ? "sum" : "long" };
}

function product(operation: Operation, say: Phrases, pieceOf: (each: Expression) => Piece): Piece {
  const { first, steps } = chain(operation, "*/");
  const start = factor(first, say, pieceOf);
  let text = start.text;
  let isShort = !start.isPhrase;
  steps.forEach((each, at) => {
    const next = factor(each.of, say, pieceOf);
    const comma = at > 0 || start.isPhrase ? ", " : " ";
    text = `${text}${comma}${say.operators[each.operator]} ${next.text}`;
    isShort = isShort && comma === " " && !next.isPhrase;
  });
  return { text, form: isShort ? "product" : "long" };
}

/** A factor: a word as it is, a sum or difference of words as a phrase, the rest in parentheses. */
function factor(of: Expression, say: Phrases, pieceOf: (each: Expression) => Piece): { text: string; isPhrase: boolean } {
  const whole = pieceOf(of);
  if (whole.form === "word") return { text: whole.text, isPhrase: false };
  if (of.kind === "operation" && whole.form === "sum") {
    const { first, steps } = chain(of, "+-");
    const pieces = [first, ...steps.map((each) => each.of)].map(pieceOf);
    const areWords = pieces.every((each) => each.form === "word");
    const texts = pieces.map((each) => each.text);
    if (areWords && steps.every((each) => each.operator === "+")) return { text: say.sumOf(texts), isPhrase: true };
  }
  return { text: `(${whole.text})`, isPhrase: false };
}

/**
 * A formula in Dutch and English words, with the names of a catalogue; see `explainFormula`. What is unknown there is named
 * by its code.
 */
export function formulaWords(expression: Expression, catalogue: MemberCatalogue & Pick<Catalogue, "indicator">): Text {
  const namesIn =
    (language: Language): NameOf =>
    (code, member) => {
      const indicator = catalogue.indicator(code);
      if (member === undefined) return indicator ? say(indicator.name, language) : code;
      const found = indicator && splitMember(member, catalogue, indicator);
      return found ? say(found.member.name, language) : member;
    };
  return { nl: explainFormula(expression, namesIn("nl"), "nl"), en: explainFormula(expression, namesIn("en"), "en") };
}

import { EmbeddedActionsParser, type IParserErrorMessageProvider, type IToken, type ParserMethod } from "chevrotain";
import type { CellMember, Expression } from "./expression.ts";
import {
  Close,
  CloseCell,
  Code,
  Comma,
  Divide,
  MemberText,
  Minus,
  NumberText,
  Open,
  OpenCell,
  Plus,
  Quoted,
  Times,
  tokens,
} from "./tokens.ts";

/** An argument of a function as written, with its expression where it is not a text between quotes. Positions are 1-based. */
export type Argument = { readonly text: string; readonly expression: Expression | undefined; readonly position: number };

/** A call as written. */
export type Call = { readonly name: string; readonly args: readonly Argument[]; readonly position: number };

/** Makes an expression of a call, or throws. */
export type ReadCall = (call: Call) => Expression;

/** Makes an expression of the texts between the parentheses of `cell(…)`, or throws. */
export type ReadCell = (texts: readonly CellMember[], position: number) => Expression;

/** What was expected where parsing stopped; the parser's errors carry one of these as their message. */
export type Expected = "operand" | "operator" | "close" | "argument" | "member" | "comma";

const expected = (what: Expected): string => what;

const messages: IParserErrorMessageProvider = {
  buildMismatchTokenMessage: ({ expected: token }) => expected(token === CloseCell ? "comma" : token === MemberText ? "member" : "close"),
  buildNotAllInputParsedMessage: () => expected("operator"),
  buildNoViableAltMessage: ({ ruleName }) => expected(ruleName === "argument" ? "argument" : ruleName === "member" ? "member" : "operand"),
  buildEarlyExitMessage: () => expected("operand"),
};

const positionOf = (token: IToken): number => token.startOffset + 1;

function unquote(image: string): string {
  return /^["']/.test(image) ? image.slice(1, -1).trim() : image;
}

/**
 * The grammar of formulas:
 * ```
 * formula  = sum
 * sum      = product { ("+" | "-") product }
 * product  = signed { ("*" | "/") signed }
 * signed   = { "+" | "-" } atom
 * atom     = number | cell | call | code | "(" sum ")"
 * call     = code "(" [ argument { "," argument } ] ")"
 * argument = quoted | sum
 * cell     = "cell(" [ member { "," member } ] ")"
 * member   = quoted | any text without , ( ) and quotes
 * ```
 */
export class FormulaParser extends EmbeddedActionsParser {
  readonly #readCall: ReadCall;
  readonly #readCell: ReadCell;
  #text = "";

  constructor(readCall: ReadCall, readCell: ReadCell) {
    super(tokens, { maxLookahead: 2, errorMessageProvider: messages });
    this.#readCall = readCall;
    this.#readCell = readCell;
    this.performSelfAnalysis();
  }

  /** Sets what is parsed next: the text and its tokens. */
  start(text: string, found: IToken[]): void {
    this.#text = text;
    this.input = found;
  }

  readonly formula: ParserMethod<[], Expression> = this.RULE("formula", () => this.SUBRULE(this.sum));

  readonly sum: ParserMethod<[], Expression> = this.RULE("sum", () => {
    let left = this.SUBRULE(this.product);
    this.MANY(() => {
      const isPlus = this.OR([{ ALT: () => this.CONSUME(Plus) !== undefined }, { ALT: () => this.CONSUME(Minus) === undefined }]);
      const right = this.SUBRULE2(this.product);
      left = { kind: "operation", operator: isPlus ? "+" : "-", left, right };
    });
    return left;
  });

  readonly product: ParserMethod<[], Expression> = this.RULE("product", () => {
    let left = this.SUBRULE(this.signed);
    this.MANY(() => {
      const isTimes = this.OR([{ ALT: () => this.CONSUME(Times) !== undefined }, { ALT: () => this.CONSUME(Divide) === undefined }]);
      const right = this.SUBRULE2(this.signed);
      left = { kind: "operation", operator: isTimes ? "*" : "/", left, right };
    });
    return left;
  });

  readonly signed: ParserMethod<[], Expression> = this.RULE("signed", () => {
    let minuses = 0;
    this.MANY(() => {
      const isMinus = this.OR([{ ALT: () => this.CONSUME(Minus) !== undefined }, { ALT: () => this.CONSUME(Plus) === undefined }]);
      if (isMinus) minuses++;
    });
    let out = this.SUBRULE(this.atom);
    for (; minuses > 0; minuses--) out = { kind: "minus", of: out };
    return out;
  });

  readonly atom: ParserMethod<[], Expression> = this.RULE("atom", () =>
    this.OR([
      { ALT: (): Expression => ({ kind: "number", value: Number(this.CONSUME(NumberText).image) }) },
      { ALT: () => this.SUBRULE(this.cell) },
      { ALT: () => this.SUBRULE(this.call) },
      {
        ALT: (): Expression => {
          const code = this.CONSUME(Code);
          return { kind: "indicator", code: code.image, position: positionOf(code) };
        },
      },
      {
        ALT: () => {
          this.CONSUME(Open);
          const inner = this.SUBRULE(this.sum);
          this.CONSUME(Close);
          return inner;
        },
      },
    ]),
  );

  readonly call: ParserMethod<[], Expression> = this.RULE("call", () => {
    const name = this.CONSUME(Code);
    const args: Argument[] = [];
    this.CONSUME(Open);
    this.MANY_SEP({ SEP: Comma, DEF: () => args.push(this.SUBRULE(this.argument)) });
    this.CONSUME(Close);
    return this.ACTION(() => this.#readCall({ name: name.image, args, position: positionOf(name) }));
  });

  readonly argument: ParserMethod<[], Argument> = this.RULE("argument", () => {
    const first = this.LA(1);
    const expression = this.OR([
      {
        ALT: (): Expression | undefined => {
          this.CONSUME(Quoted);
          return undefined;
        },
      },
      { ALT: () => this.SUBRULE(this.sum) },
    ]);
    const last = this.LA(0);
    const text = this.#text.slice(first.startOffset, last.startOffset + last.image.length);
    return { text, expression, position: positionOf(first) };
  });

  readonly cell: ParserMethod<[], Expression> = this.RULE("cell", () => {
    const open = this.CONSUME(OpenCell);
    const members: CellMember[] = [];
    this.MANY_SEP({ SEP: Comma, DEF: () => members.push(this.SUBRULE(this.member)) });
    this.CONSUME(CloseCell);
    return this.ACTION(() => this.#readCell(members, positionOf(open)));
  });

  readonly member: ParserMethod<[], CellMember> = this.RULE("member", () => {
    const text = this.OR([{ ALT: () => this.CONSUME(Quoted) }, { ALT: () => this.CONSUME(MemberText) }]);
    return { text: this.ACTION(() => unquote(text.image)), position: positionOf(text) };
  });
}

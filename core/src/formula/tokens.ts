import { createToken, Lexer, type TokenType } from "chevrotain";

const letters = "A-Za-z\\u00C0-\\u00D6\\u00D8-\\u00F6\\u00F8-\\u024F";

/** Letters, digits and `_`; may start with a digit. What reads as a number (`2022`, `1e3`) is a number. */
export const Code = createToken({ name: "Code", pattern: new RegExp(`[0-9_${letters}]+`) });
export const NumberText = createToken({ name: "NumberText", pattern: /(?:\d+(?:\.\d+)?|\.\d+)(?:[eE][+-]?\d+)?/, longer_alt: Code });
export const Quoted = createToken({ name: "Quoted", pattern: /"[^"]*"|'[^']*'/, line_breaks: true });
export const Plus = createToken({ name: "Plus", pattern: "+" });
export const Minus = createToken({ name: "Minus", pattern: "-" });
export const Times = createToken({ name: "Times", pattern: "*" });
export const Divide = createToken({ name: "Divide", pattern: "/" });
export const Open = createToken({ name: "Open", pattern: "(" });
export const Close = createToken({ name: "Close", pattern: ")" });
export const Comma = createToken({ name: "Comma", pattern: "," });
/** From here to the closing parenthesis stand member texts, in which `-` is no minus. */
export const OpenCell = createToken({ name: "OpenCell", pattern: /cell\s*\(/i, line_breaks: true, push_mode: "cell" });
export const CloseCell = createToken({ name: "CloseCell", pattern: ")", pop_mode: true });
export const MemberText = createToken({ name: "MemberText", pattern: /[^\s,()"'](?:[^,()"']*[^\s,()"'])?/, line_breaks: true });
const Space = createToken({ name: "Space", pattern: /\s+/, group: Lexer.SKIPPED, line_breaks: true });

const formula = [Space, OpenCell, NumberText, Code, Quoted, Plus, Minus, Times, Divide, Open, Close, Comma];
const cell = [Space, Quoted, Comma, CloseCell, MemberText];

/** All tokens, for the parser. */
export const tokens: TokenType[] = [...new Set([...formula, ...cell])];

/** Cuts the text of a formula into tokens. */
export const lexer = new Lexer({ defaultMode: "formula", modes: { formula, cell } }, { positionTracking: "onlyOffset" });

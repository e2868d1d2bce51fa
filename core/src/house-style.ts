import type { Text } from "./model/text.ts";

/** A house style by its tokens: name without dashes in front, value as written. */
export type Tokens = ReadonlyMap<string, string>;

/** A pair of tokens that must stand out from each other, and by how much (WCAG 2.2: 4.5 for text, 3 for graphic parts). */
type Pair = { readonly front: string; readonly behind: string; readonly least: number };

/** What is wrong with a house style. `look` says by day or by night. */
export type StyleProblem = {
  readonly front: string;
  readonly behind: string;
  readonly look: Look;
  /** The contrast, and what it must be; no contrast where a colour cannot be read. */
  readonly contrast?: number;
  readonly least: number;
};

/** By day or by night. */
export type Look = "light" | "dark";

const text = 4.5;
const graphic = 3;
const pair = (front: string, behind: string, least: number): Pair => ({ front, behind, least });

const pairs: readonly Pair[] = [
  ...["paper", "wash", "accent-soft", "warn-soft"].map((behind) => pair("ink", behind, text)),
  ...["paper", "wash"].flatMap((behind) => ["soft", "accent"].map((front) => pair(front, behind, text))),
  pair("faint", "paper", text),
  pair("on-accent", "accent", text),
  ...["benchmark", "rule-strong", ...Array.from({ length: 8 }, (_, at) => `kind-${at}`)].map((front) => pair(front, "paper", graphic)),
  pair("class-4", "paper", graphic),
  pair("class-4", "class-0", graphic),
];

/** Reads the custom properties of the `:root` blocks of a style sheet that stand under no condition; what comes later wins. */
export function readTokens(css: string): Tokens {
  const out = new Map<string, string>();
  const plain = withoutConditions(css.replace(/\/\*[\s\S]*?\*\//g, ""));
  for (const [, block = ""] of plain.matchAll(/:root\s*\{([^}]*)\}/g)) {
    for (const [, name = "", value = ""] of block.matchAll(/--([\w-]+)\s*:\s*([^;]+)/g)) out.set(name, value.trim());
  }
  return out;
}

/** Takes out the blocks of `@media` and the like. */
function withoutConditions(css: string): string {
  let out = "";
  let depth = 0;
  let skipped = 0;
  for (let at = 0; at < css.length; at++) {
    const sign = css[at] ?? "";
    if (sign === "@" && depth === 0 && /^@(media|supports|container|layer)\b/.test(css.slice(at, at + 12))) skipped = 1;
    if (sign === "{") depth++;
    if (skipped === 0) out += sign;
    if (sign === "}") depth--;
    if (sign === "}" && depth === 0) skipped = 0;
  }
  return out;
}

type Rgb = readonly [number, number, number];

/** A colour by day or by night: `#rrggbb`, `#rgb`, `light-dark(…, …)`, or `var(--other)`. */
function colourOf(tokens: Tokens, name: string, look: Look, depth = 0): Rgb | undefined {
  const value = tokens.get(name);
  if (value === undefined || depth > 4) return undefined;
  const [, day, night] = /^light-dark\(\s*([^,]+?)\s*,\s*([^)]+?)\s*\)$/.exec(value) ?? [];
  const one = (look === "light" ? day : night) ?? value;
  const [, other] = /^var\(--([\w-]+)\)$/.exec(one) ?? [];
  return other === undefined ? rgbOf(one) : colourOf(tokens, other, look, depth + 1);
}

function rgbOf(value: string): Rgb | undefined {
  const [, hex] = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(value) ?? [];
  if (hex === undefined) return undefined;
  const long = hex.length === 3 ? [...hex].map((each) => each + each).join("") : hex;
  const part = (at: number): number => Number.parseInt(long.slice(at, at + 2), 16);
  return [part(0), part(2), part(4)];
}

/** Relative luminance (WCAG 2.2, after sRGB IEC 61966-2-1). */
function luminance(colour: Rgb): number {
  const [r = 0, g = 0, b = 0] = colour.map((each) => {
    const part = each / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Contrast of two colours as WCAG 2.2 has it: 1 to 21. Undefined where one cannot be read. */
export function contrastOf(a: string, b: string): number | undefined {
  const [one, two] = [rgbOf(a), rgbOf(b)];
  return one && two ? ratio(one, two) : undefined;
}

function ratio(one: Rgb, two: Rgb): number {
  const [low = 0, high = 0] = [luminance(one), luminance(two)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

/** Checks a house style on top of the default one, by day and by night. Empty where every pair stands out enough. */
export function checkStyle(style: Tokens, defaults: Tokens): readonly StyleProblem[] {
  const tokens = new Map([...defaults, ...style]);
  return (["light", "dark"] as const).flatMap((look) => pairs.flatMap((each) => problemOf(tokens, each, look) ?? []));
}

function problemOf(tokens: Tokens, { front, behind, least }: Pair, look: Look): StyleProblem | undefined {
  const [one, two] = [colourOf(tokens, front, look), colourOf(tokens, behind, look)];
  if (!one || !two) return { front, behind, look, least };
  const contrast = ratio(one, two);
  return contrast >= least ? undefined : { front, behind, look, contrast, least };
}

/** A problem in words. */
export function describeProblem({ front, behind, look, contrast, least }: StyleProblem): Text {
  if (contrast === undefined) {
    return {
      nl: `--${front} of --${behind} kan niet gelezen worden; schrijf #rrggbb of light-dark(#…, #…)`,
      en: `--${front} or --${behind} cannot be read; write #rrggbb or light-dark(#…, #…)`,
    };
  }
  const [nl, en] = look === "light" ? ["licht", "light"] : ["donker", "dark"];
  const found = Math.floor(contrast * 100) / 100;
  return {
    nl: `--${front} op --${behind} (${nl}) heeft contrast ${String(found).replace(".", ",")}; nodig is ${String(least).replace(".", ",")}`,
    en: `--${front} on --${behind} (${en}) has contrast ${found}; ${least} is needed`,
  };
}

const sheets = import.meta.glob("../style/*.css", { query: "?raw", import: "default", eager: true });

/** What of a style has a meaning in a drawing without a page. */
const painted =
  /^(fill|stroke|opacity|paint-order|vector-effect|text-anchor|font-(size|weight|style|family)|letter-spacing|dominant-baseline)(-|$)/;

/** Elements of drawings; a rule that names another one speaks of the page. */
const drawn = new Set(["svg", "g", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text", "tspan", "use"]);

type Rule = { readonly selector: string; readonly body: string };

/** The rules of a sheet that hold everywhere; those for paper, for some widths or for a theme are left out. */
function rulesOf(sheet: string): readonly Rule[] {
  const rules: Rule[] = [];
  const text = sheet.replace(/\/\*.*?\*\//gs, "").replace(/@import[^;]*;/g, "");
  for (let at = 0; at < text.length; ) {
    const open = text.indexOf("{", at);
    if (open < 0) break;
    const close = closing(text, open);
    const selector = text.slice(at, open).trim();
    if (!selector.startsWith("@")) rules.push({ selector, body: text.slice(open + 1, close) });
    at = close + 1;
  }
  return rules;
}

function closing(text: string, open: number): number {
  let depth = 0;
  for (let at = open; at < text.length; at++) {
    if (text[at] === "{") depth++;
    else if (text[at] === "}" && --depth === 0) return at;
  }
  return text.length;
}

function declarationsOf(body: string): readonly (readonly [string, string])[] {
  return body.split(";").flatMap((each) => {
    const at = each.indexOf(":");
    return at < 0 ? [] : [[each.slice(0, at).trim(), each.slice(at + 1).trim()] as const];
  });
}

/** Drawings on their own are for paper and other sites: of two values the one by day. */
function byDay(value: string): string {
  return value.replace(/light-dark\(\s*([^,()]+|var\([^)]*\))\s*,[^)]*\)/g, "$1");
}

let known: { readonly rules: readonly Rule[]; readonly tokens: ReadonlyMap<string, string> } | undefined;

/** All rules of the site's own sheets, and the values of its tokens; read once. */
function style(): NonNullable<typeof known> {
  if (known) return known;
  const rules = Object.entries(sheets)
    .toSorted(([a], [b]) => a.localeCompare(b))
    .filter(([path]) => !path.endsWith("/print.css"))
    .flatMap(([, sheet]) => rulesOf(sheet));
  const tokens = new Map<string, string>();
  for (const { selector, body } of rules)
    if (selector === ":root") for (const [name, value] of declarationsOf(body)) if (name.startsWith("--")) tokens.set(name, byDay(value));
  known = { rules, tokens };
  return known;
}

function resolve(value: string, tokens: ReadonlyMap<string, string>, depth = 0): string {
  const plain = value.replace(
    /var\(\s*(--[\w-]+)\s*(?:,([^()]*))?\)/g,
    (_, name: string, or = "") => tokens.get(name) ?? String(or).trim(),
  );
  if (plain !== value && depth < 8) return resolve(plain, tokens, depth + 1);
  return plain.replace(/color-mix\(in srgb,\s*(#\w{3,6})\s+(\d+)%,\s*(#\w{3,6})\s*\)/g, (_, a: string, part: string, b: string) =>
    mixed(a, b, Number(part) / 100),
  );
}

function channels(colour: string): readonly number[] {
  const hex = colour.slice(1);
  const full = hex.length === 3 ? [...hex].map((each) => each + each).join("") : hex;
  return [0, 2, 4].map((at) => Number.parseInt(full.slice(at, at + 2), 16));
}

function mixed(a: string, b: string, part: number): string {
  const other = channels(b);
  const sum = channels(a).map((each, i) => Math.round(each * part + (other[i] ?? 0) * (1 - part)));
  return `#${sum.map((each) => each.toString(16).padStart(2, "0")).join("")}`;
}

/** The value of a token of the site's own style: `--accent`. */
export function tokenValue(name: string): string {
  return resolve(`var(${name})`, style().tokens);
}

/**
 * The style sheet of a drawing on its own: the rules that speak of its classes, tokens filled in, what is no paint left out.
 * States (`:hover`) are left out too: nobody points at a picture.
 * @param classes every class that stands in the drawing
 */
export function styleFor(classes: ReadonlySet<string>): string {
  const { rules, tokens } = style();
  const isMet = (selector: string): boolean => {
    const named = [...selector.matchAll(/\.([\w-]+)/g)].map((each) => each[1] ?? "");
    const tags = selector
      .replace(/[.#][\w-]+|\[[^\]]*\]/g, "")
      .split(/[\s>+~]+/)
      .filter((each) => each !== "");
    return !selector.includes(":") && named.length > 0 && named.every((each) => classes.has(each)) && tags.every((each) => drawn.has(each));
  };
  return rules
    .flatMap(({ selector, body }) => {
      const kept = selector
        .split(/,(?![^[]*\])/)
        .map((each) => each.trim().replace(/\s+/g, " "))
        .filter(isMet);
      const paints = declarationsOf(body).flatMap(([name, value]) => (painted.test(name) ? [`${name}:${resolve(value, tokens)}`] : []));
      return kept.length === 0 || paints.length === 0 ? [] : [`${kept.join(",")}{${paints.join(";")}}`];
    })
    .join("");
}

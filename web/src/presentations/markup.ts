/** An element of written markup. Texts and values of attributes stay escaped as they were. */
export type Markup = { readonly tag: string; readonly attributes: Readonly<Record<string, string>>; readonly children: readonly Part[] };
/** What stands in an element. */
export type Part = Markup | string;

type Open = { readonly tag: string; readonly attributes: Readonly<Record<string, string>>; readonly children: Part[] };

const hollow = new Set(["area", "br", "col", "hr", "img", "input", "link", "meta", "wbr"]);
const token = /<!--.*?-->|<\/([\w:-]+)\s*>|<([\w:-]+)((?:\s+[\w:-]+(?:="[^"]*")?)*)\s*(\/?)>|[^<]+/gs;

function attributesOf(text: string): Readonly<Record<string, string>> {
  return Object.fromEntries([...text.matchAll(/([\w:-]+)(?:="([^"]*)")?/g)].map(([, name = "", value = ""]) => [name, value]));
}

/** Reads markup that a program wrote: every element closed, every value in double quotes. */
export function parseMarkup(text: string): Markup {
  const root: Open = { tag: "", attributes: {}, children: [] };
  const open: Open[] = [root];
  for (const [whole, closed, tag, attributes = "", alone] of text.replaceAll("&nbsp;", "\u00a0").matchAll(token)) {
    const top = open.at(-1) ?? root;
    if (tag !== undefined) {
      const made: Open = { tag, attributes: attributesOf(attributes), children: [] };
      top.children.push(made);
      if (alone === "" && !hollow.has(tag)) open.push(made);
    } else if (closed !== undefined) {
      if (open.length > 1) open.pop();
    } else if (!whole.startsWith("<!--")) top.children.push(whole);
  }
  return root;
}

/** Writes an element and what stands in it. */
export function formatMarkup(part: Part): string {
  if (typeof part === "string") return part;
  const attributes = Object.entries(part.attributes).map(([name, value]) => ` ${name}="${value}"`);
  const inside = part.children.map(formatMarkup).join("");
  return inside === "" ? `<${part.tag}${attributes.join("")}/>` : `<${part.tag}${attributes.join("")}>${inside}</${part.tag}>`;
}

/** Classes of an element. */
export function classesOf(part: Markup): readonly string[] {
  return (part.attributes["class"] ?? "").split(/\s+/).filter((each) => each !== "");
}

/** All elements for which a test holds, outermost first; what stands in a found one is not searched. */
export function findAll(part: Part, test: (each: Markup) => boolean): readonly Markup[] {
  if (typeof part === "string") return [];
  return part.tag !== "" && test(part) ? [part] : part.children.flatMap((each) => findAll(each, test));
}

/** The first element of a class. */
export function findClass(part: Part, name: string): Markup | undefined {
  return findAll(part, (each) => classesOf(each).includes(name))[0];
}

/** The text in an element, still escaped; of what is said to a screen reader only, nothing. */
export function textOf(part: Part): string {
  if (typeof part === "string") return part;
  return classesOf(part).includes("unseen") ? "" : part.children.map(textOf).join("");
}

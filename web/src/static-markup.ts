import { createElement, Fragment, isValidElement, type ReactElement, type ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";

// Pages hold no state: their markup can be written in one walk, without what React keeps to interrupt and resume. How an attribute
// is written is learned from React itself, once; what this walk does not know is left to React.

type Props = Readonly<Record<string, unknown>>;
/** How an attribute comes out: not at all, always the same, or a name before the escaped value. */
type Written = { readonly fixed: string } | { readonly before: string };

class Unknown extends Error {}

const hollow = new Set(["area", "br", "col", "hr", "wbr"]);
const ofSubmit = ["formAction", "formEncType", "formMethod", "formTarget"];
/** Attributes that come last, in this order. */
const last: Readonly<Record<string, ReadonlySet<string>>> = {
  form: new Set(["action", "encType", "method", "target"]),
  button: new Set(["name", ...ofSubmit]),
  input: new Set(["name", ...ofSubmit, "checked", "defaultChecked", "value", "defaultValue"]),
};
const ofInput: ReadonlySet<string> = new Set(["checked", "defaultChecked", "value", "defaultValue"]);
/** They are moved, fetched beforehand or written in a special way. */
const special = new Set(
  "html head body title meta link script style base img picture video audio object iframe listing textarea menuitem".split(" "),
);
/** Numbers that must be positive, and addresses that must not run a script: only what is beyond doubt is written here. */
const counted = new Set(["cols", "rows", "size", "span", "rowSpan", "start"]);
const addresses = new Set(["href", "src", "action", "formAction", "xlinkHref"]);
const learned = new Map<string, Written>();

const escapes: Readonly<Record<string, string>> = { '"': "&quot;", "&": "&amp;", "'": "&#x27;", "<": "&lt;", ">": "&gt;" };
const toEscape = /["&'<>]/;

function escaped(text: string): string {
  return toEscape.test(text) ? text.replace(/["&'<>]/g, (each) => escapes[each] ?? each) : text;
}

/** What React makes of an attribute with such a value. */
function learn(name: string, value: unknown): Written {
  const sample = typeof value === "string" && value !== "" ? "sample" : value;
  const made = renderToStaticMarkup(createElement("g", { [name]: sample })).slice(2, -5);
  return typeof sample === "boolean" || !made.endsWith(`="${sample}"`) ? { fixed: made } : { before: made.slice(0, -`${sample}"`.length) };
}

function attribute(name: string, value: unknown): string {
  if (value === null || value === undefined) return "";
  const kind = typeof value;
  if ((kind !== "string" && kind !== "number" && kind !== "boolean") || name === "style" || name === "dangerouslySetInnerHTML")
    throw new Unknown(name);
  if (addresses.has(name) && !(kind === "string" && /^[/#?.h]/.test(value as string))) throw new Unknown(name);
  if (kind === "number" && (counted.has(name) || value === 0 || Number.isNaN(value))) return single(name, value);
  const key = kind === "number" ? "#" : kind === "string" && value !== "" ? "" : `=${String(value)}`;
  const known = learned.get(name + key) ?? learn(name, value);
  learned.set(name + key, known);
  return "fixed" in known ? known.fixed : `${known.before}${kind === "string" ? escaped(value as string) : value}"`;
}

/** One attribute as React writes it, not to be remembered. */
function single(name: string, value: unknown): string {
  return renderToStaticMarkup(createElement("g", { [name]: value })).slice(2, -5);
}

const nothing: ReadonlySet<string> = new Set();
const ofOption: ReadonlySet<string> = new Set(["selected"]);
const ofSelect: ReadonlySet<string> = new Set(["value", "defaultValue"]);

function attributes(props: Props, without = nothing): string {
  let out = "";
  for (const name in props) if (name !== "children" && !without.has(name)) out += attribute(name, props[name]);
  return out;
}

/** The tag of what a form is made of. */
function orderedTag(type: string, props: Props, names: ReadonlySet<string>): string {
  const { checked, defaultChecked, value, defaultValue } = props;
  let out = attributes(props, names);
  for (const name of names) if (!ofInput.has(name)) out += attribute(name, props[name]);
  if (type !== "input") return `<${type}${out}>`;
  if (checked ?? defaultChecked) out += ' checked=""';
  return `<input${out}${attribute("value", value ?? defaultValue)}/>`;
}

function option(props: Props, chosen: unknown): string {
  const { value, children } = props;
  if (chosen === undefined || chosen === null) return attributes(props, ofOption) + (props["selected"] ? ' selected=""' : "");
  if (value === undefined && typeof children !== "string") throw new Unknown("option");
  return attributes(props, ofOption) + (String(chosen) === String(value ?? children) ? ' selected=""' : "");
}

function tagOf(type: string, props: Props, chosen: unknown): string {
  if (type === "option") return `<option${option(props, chosen)}>`;
  if (type === "select") return `<select${attributes(props, ofSelect)}>`;
  const ordered = last[type];
  return ordered === undefined ? `<${type}${attributes(props)}>` : orderedTag(type, props, ordered);
}

function element({ type, props }: ReactElement<Props>, chosen: unknown): string {
  if (type === Fragment) return write(props["children"] as ReactNode, chosen);
  if (typeof type === "function") {
    if (type.prototype?.isReactComponent) throw new Unknown(type.name);
    return write((type as (props: Props) => ReactNode)(props), chosen);
  }
  if (typeof type !== "string" || special.has(type) || type.includes("-")) throw new Unknown(String(type));
  if (hollow.has(type)) return `<${type}${attributes(props)}/>`;
  const tag = tagOf(type, props, chosen);
  if (type === "input") return tag;
  // React doubles a line end at the start of preformatted text, which browsers leave out.
  if (type === "pre" && typeof props["children"] === "string" && props["children"].startsWith("\n")) throw new Unknown(type);
  const inner = type === "select" ? (props["value"] ?? props["defaultValue"]) : chosen;
  if (Array.isArray(inner)) throw new Unknown(type);
  return `${tag}${write(props["children"] as ReactNode, inner)}</${type}>`;
}

function write(node: ReactNode, chosen: unknown): string {
  if (typeof node === "string") return escaped(node);
  if (node === null || node === undefined || typeof node === "boolean") return "";
  if (typeof node === "number") return String(node);
  if (Array.isArray(node)) {
    let out = "";
    for (const each of node as readonly ReactNode[]) out += write(each, chosen);
    return out;
  }
  if (isValidElement<Props>(node)) return element(node, chosen);
  throw new Unknown(typeof node);
}

/** Like `staticMarkup`, but undefined for what is left to React. */
export function quickMarkup(node: ReactElement): string | undefined {
  try {
    return write(node, undefined);
  } catch {
    return undefined;
  }
}

/**
 * The markup of what holds no state, to the byte as `renderToStaticMarkup` writes it, in less time.
 * What fails here is given to React, which either knows it or says what is wrong.
 */
export function staticMarkup(node: ReactElement): string {
  return quickMarkup(node) ?? renderToStaticMarkup(node);
}

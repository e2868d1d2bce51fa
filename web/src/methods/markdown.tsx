import { marked, type Token, type Tokens } from "marked";
import { createElement, Fragment, type ReactElement, type ReactNode } from "react";
import { Scroll } from "../presentations/parts.tsx";

/** Where a link of a page leads on the site; undefined where the site has no such page, and the words stand alone. */
export type Resolve = (href: string) => string | undefined;

type Around = { readonly resolve: Resolve; readonly label: string };

/** Nodes side by side, in an order that never changes: they need no keys. */
function together(nodes: readonly ReactNode[]): ReactElement {
  return createElement(Fragment, null, ...nodes);
}

function inline(tokens: readonly Token[] | undefined, resolve: Resolve): ReactElement {
  return together((tokens ?? []).map((token) => phrase(token, resolve)));
}

/** Escapes that Markdown leaves in its text: React escapes by itself. */
function unescaped(text: string): string {
  return text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&#39;", "'").replaceAll("&amp;", "&");
}

function phrase(token: Token, resolve: Resolve): ReactNode {
  if (token.type === "strong") return <strong>{inline(token.tokens, resolve)}</strong>;
  if (token.type === "em") return <em>{inline(token.tokens, resolve)}</em>;
  if (token.type === "codespan") return <code>{unescaped((token as Tokens.Codespan).text)}</code>;
  if (token.type === "br") return <br />;
  if (token.type === "image") return picture(token as Tokens.Image);
  if (token.type !== "link")
    return "tokens" in token && token.tokens ? inline(token.tokens, resolve) : unescaped((token as Tokens.Text).text);
  const href = resolve((token as Tokens.Link).href);
  return href === undefined ? inline(token.tokens, resolve) : <a href={href}>{inline(token.tokens, resolve)}</a>;
}

/** Pictures are those of the site itself; another is left out, its words stand in its place. */
function picture({ href, text }: Tokens.Image): ReactNode {
  return /^\/assets\/[\w./-]+$/.test(href) ? <img src={href} alt={unescaped(text)} loading="lazy" /> : unescaped(text);
}

function List({ token, around }: { readonly token: Tokens.List; readonly around: Around }): ReactElement {
  const items = token.items.map((item) => createElement("li", null, blocks(item.tokens, around)));
  return createElement(token.ordered ? "ol" : "ul", null, ...items);
}

function row(cells: readonly Tokens.TableCell[], align: Tokens.Table["align"], { resolve }: Around): ReactElement {
  const made = cells.map((cell, at) => {
    const className = align[at] === "right" ? "n" : undefined;
    // A head without words heads nothing: a screen reader would stop at it.
    const isHead = cell.header && cell.text !== "";
    return createElement(isHead ? "th" : "td", isHead ? { scope: "col", className } : { className }, inline(cell.tokens, resolve));
  });
  return createElement("tr", null, ...made);
}

function Table({ token, around }: { readonly token: Tokens.Table; readonly around: Around }): ReactElement {
  return (
    <Scroll label={around.label}>
      <table>
        {token.header.some((each) => each.text !== "") && <thead>{row(token.header, token.align, around)}</thead>}
        <tbody>{together(token.rows.map((cells) => row(cells, token.align, around)))}</tbody>
      </table>
    </Scroll>
  );
}

function block(token: Token, around: Around): ReactNode {
  switch (token.type) {
    case "heading": {
      const words = inline(token.tokens, around.resolve);
      if ((token as Tokens.Heading).depth === 1) return <h1>{words}</h1>;
      return (token as Tokens.Heading).depth === 2 ? <h2>{words}</h2> : <h3>{words}</h3>;
    }
    case "paragraph":
      return <p>{inline(token.tokens, around.resolve)}</p>;
    case "text":
      return "tokens" in token && token.tokens ? inline(token.tokens, around.resolve) : unescaped((token as Tokens.Text).text);
    case "code":
      return (
        <pre>
          <code>{(token as Tokens.Code).text}</code>
        </pre>
      );
    case "list":
      return <List token={token as Tokens.List} around={around} />;
    case "table":
      return <Table token={token as Tokens.Table} around={around} />;
    case "blockquote":
      return <blockquote>{blocks((token as Tokens.Blockquote).tokens, around)}</blockquote>;
    default:
      return null;
  }
}

function blocks(tokens: readonly Token[], around: Around): ReactElement {
  return together(tokens.map((token) => block(token, around)));
}

/**
 * A page of Markdown as elements: headings, paragraphs, lists, tables, code, links. HTML in it does not come through: what is drawn
 * are elements of our own, never markup of the text.
 */
export function Markdown({ text, resolve, label }: { readonly text: string } & Around): ReactElement {
  return blocks(marked.lexer(text), { resolve, label });
}

import { marked, type Token, type Tokens } from "marked";
import { Fragment, type ReactElement, type ReactNode } from "react";
import { Scroll } from "../presentations/parts.tsx";

/** Where a link of a page leads on the site; undefined where the site has no such page, and the words stand alone. */
export type Resolve = (href: string) => string | undefined;

type Around = { readonly resolve: Resolve; readonly label: string };

function inline(tokens: readonly Token[] | undefined, resolve: Resolve): ReactNode {
  return (tokens ?? []).map((token, at) => <Fragment key={`${token.type}-${at}`}>{phrase(token, resolve)}</Fragment>);
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
  if (token.type !== "link")
    return "tokens" in token && token.tokens ? inline(token.tokens, resolve) : unescaped((token as Tokens.Text).text);
  const href = resolve((token as Tokens.Link).href);
  return href === undefined ? inline(token.tokens, resolve) : <a href={href}>{inline(token.tokens, resolve)}</a>;
}

function List({ token, around }: { readonly token: Tokens.List; readonly around: Around }): ReactElement {
  const items = token.items.map((item, at) => <li key={`${at}-${item.text.slice(0, 20)}`}>{blocks(item.tokens, around)}</li>);
  return token.ordered ? <ol>{items}</ol> : <ul>{items}</ul>;
}

function cellKey(cell: Tokens.TableCell, at: number): string {
  return `${at}-${cell.text}`;
}

function Table({ token, around }: { readonly token: Tokens.Table; readonly around: Around }): ReactElement {
  const side = (at: number): string | undefined => (token.align[at] === "right" ? "n" : undefined);
  return (
    <Scroll label={around.label}>
      <table>
        <thead>
          <tr>
            {token.header.map((cell, at) => (
              <th scope="col" className={side(at)} key={cellKey(cell, at)}>
                {inline(cell.tokens, around.resolve)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {token.rows.map((row, line) => (
            <tr key={`${line}-${row[0]?.text ?? ""}`}>
              {row.map((cell, at) => (
                <td className={side(at)} key={cellKey(cell, at)}>
                  {inline(cell.tokens, around.resolve)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
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

function blocks(tokens: readonly Token[], around: Around): ReactNode {
  return tokens.map((token, at) => <Fragment key={`${token.type}-${at}`}>{block(token, around)}</Fragment>);
}

/**
 * A page of Markdown as elements: headings, paragraphs, lists, tables, code, links. HTML in it does not come through: what is drawn
 * are elements of our own, never markup of the text.
 */
export function Markdown({ text, resolve, label }: { readonly text: string } & Around): ReactElement {
  return <>{blocks(marked.lexer(text), { resolve, label })}</>;
}

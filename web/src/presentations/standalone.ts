import type { PrintedPicture } from "@peil/core/api-print.ts";
import { classesOf, findAll, type Markup, parseMarkup } from "./markup.ts";
import { legendPiece, type Piece, rowsPiece, svgPiece, textPiece } from "./standalone-parts.ts";
import { styleFor, tokenValue } from "./standalone-style.ts";

/** What stands around a drawing that left its page. */
export type Surround = {
  readonly title: string;
  readonly subtitle: string;
  /** What it shows, for who cannot see it. */
  readonly alt: string;
  /** Source, release, address. */
  readonly foot: string;
};

const width = 760;
const margin = 24;
const room = width - 2 * margin;
const highest = 640;

/** The fills that maps refer to. */
const patterns =
  '<pattern id="hatch" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="8" height="8" fill="#fff"/><rect width="3" height="8" fill="#8b949c"/></pattern><pattern id="dots" width="8" height="8" patternUnits="userSpaceOnUse"><rect width="8" height="8" fill="#fff"/><circle cx="4" cy="4" r="1.6" fill="#8b949c"/></pattern>';

function ownStyle(): string {
  const font = "font-family:'Source Sans 3','Source Sans 3 Variable','Segoe UI',sans-serif";
  const ink = tokenValue("--ink");
  const soft = tokenValue("--soft");
  return [
    `text{${font};font-size:15px;fill:${soft}}`,
    `.head{font-size:21px;font-weight:600;fill:${ink}}`,
    `.words{fill:${ink}}`,
    `.strong{font-weight:600;fill:${ink}}`,
    `.label-mine{font-weight:600;fill:${tokenValue("--accent")}}`,
    `.label-benchmark{font-weight:600;fill:${tokenValue("--benchmark")}}`,
    `.credits{font-size:12.5px;fill:${soft}}`,
  ].join("");
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

function isDrawn(each: Markup): boolean {
  return each.tag === "svg" && each.attributes["role"] === "img" && !classesOf(each).includes("narrow");
}

function isRows(each: Markup): boolean {
  return each.tag !== "svg" && each.attributes["role"] === "img";
}

function isLegend(each: Markup): boolean {
  return each.tag === "ul" && classesOf(each).some((name) => name === "legend" || name === "keys");
}

/** The parts of a drawing below each other: keys, what is drawn, legend. */
function piecesOf(drawing: Markup): readonly Piece[] {
  const figure = findAll(drawing, (each) => each.tag === "figure")[0];
  const classes = figure ? classesOf(figure).join(" ") : "drawing";
  const parts = findAll(drawing, (each) => isDrawn(each) || isRows(each) || isLegend(each));
  return parts.flatMap((part) => {
    if (isLegend(part)) return [legendPiece(part)];
    return isRows(part) ? [rowsPiece(part, classes, room)] : [svgPiece(part, classes, room, highest)];
  });
}

function stacked(pieces: readonly Piece[], gap: number): Piece {
  let y = 0;
  const out = pieces.map(({ markup, height }) => {
    const placed = `<g transform="translate(0 ${y})">${markup}</g>`;
    y += height + gap;
    return placed;
  });
  return { markup: out.join(""), height: Math.max(0, y - gap) };
}

/**
 * A drawing of a page as a picture that needs nothing: title, what is measured, drawing, legend and source in one SVG, with the
 * rules of the site's style that it uses. Colours are those of the site's own style.
 * @param markup the drawing as it stands in a page
 * @returns undefined where nothing in it is drawn, as in a table
 */
export function standaloneOf(markup: string, around: Surround): PrintedPicture | undefined {
  const parts = piecesOf(parseMarkup(markup));
  if (parts.length === 0) return undefined;
  const title = around.title === "" ? [] : [textPiece(escaped(around.title), room, "head", 21)];
  const subtitle = around.subtitle === "" ? [] : [textPiece(escaped(around.subtitle), room, "below", 15)];
  const foot = around.foot === "" ? [] : [textPiece(escaped(around.foot), room, "credits", 12.5)];
  const head = stacked([...title, ...subtitle], 4);
  const body = stacked([...(head.height > 0 ? [head] : []), ...parts, ...foot], 16);
  const height = body.height + 2 * margin;
  const classes = new Set([...body.markup.matchAll(/class="([^"]*)"/g)].flatMap(([, names = ""]) => names.split(/\s+/)));
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${escaped(around.alt)}"><title>${escaped(around.title)}</title><style>${styleFor(classes)}${ownStyle()}</style><defs>${patterns}</defs><rect width="${width}" height="${height}" fill="#fff"/><g transform="translate(${margin} ${margin})">${body.markup}</g></svg>`;
  return { svg, width, height, alt: around.alt };
}

/** A drawing that was made for paper, with nothing around it but its styles. */
export function bareOf(markup: string, alt: string): PrintedPicture | undefined {
  const svg = findAll(parseMarkup(markup), isDrawn)[0];
  if (!svg) return undefined;
  const [, , w = 0, h = 0] = (svg.attributes["viewBox"] ?? "").split(/[\s,]+/).map(Number);
  const classes = new Set([...markup.matchAll(/class="([^"]*)"/g)].flatMap(([, names = ""]) => names.split(/\s+/)));
  const inside = svgPiece(svg, "", w, h).markup;
  const text = `<svg xmlns="http://www.w3.org/2000/svg" width="${w}" height="${h}" viewBox="0 0 ${w} ${h}" role="img" aria-label="${escaped(alt)}"><style>${ownStyle()}${styleFor(classes)}</style><defs>${patterns}</defs>${inside}</svg>`;
  return { svg: text, width: w, height: h, alt };
}

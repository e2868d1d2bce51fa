import { classesOf, findAll, findClass, formatMarkup, type Markup, textOf } from "./markup.ts";

/** A piece of a drawing with its height, to be set below the piece before it. */
export type Piece = { readonly markup: string; readonly height: number };

/** Average width of a letter, as a part of its size. */
const letter = 0.5;

/** Text in lines that fit a width. The text is escaped already. */
export function wrapped(text: string, width: number, size: number): readonly string[] {
  const most = Math.max(8, Math.floor(width / (size * letter)));
  const lines: string[] = [];
  for (const word of text.split(/[ \n]+/).filter((each) => each !== "")) {
    const last = lines.at(-1);
    if (last !== undefined && lengthOf(last) + 1 + lengthOf(word) <= most) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

function lengthOf(escaped: string): number {
  return escaped.replace(/&[#\w]+;/g, ".").length;
}

/** Lines of text as a piece. */
export function textPiece(text: string, width: number, className: string, size: number): Piece {
  const lines = wrapped(text, width, size);
  const step = Math.round(size * 1.3);
  return {
    markup: lines.map((line, at) => `<text class="${className}" x="0" y="${Math.round(size * 0.9) + at * step}">${line}</text>`).join(""),
    height: lines.length * step,
  };
}

function boxOf(svg: Markup): readonly [number, number, number, number] {
  const [x = 0, y = 0, width = 0, height = 0] = (svg.attributes["viewBox"] ?? "").split(/[\s,]+/).map(Number);
  return [x, y, width, height];
}

/** A drawing scaled to a width, and not higher than it may be. */
export function svgPiece(svg: Markup, classes: string, width: number, highest: number): Piece {
  const [x, y, w, h] = boxOf(svg);
  const scale = Math.min(width / (w || 1), highest / (h || 1));
  const inside = svg.children.map(formatMarkup).join("");
  const all = [classes, ...classesOf(svg)].join(" ");
  return {
    markup: `<g class="${classes}"><svg class="${all}" width="${Math.round(w * scale)}" height="${Math.round(h * scale)}" viewBox="${x} ${y} ${w} ${h}" overflow="visible">${inside}</svg></g>`,
    height: Math.round(h * scale),
  };
}

const rowHeight = 24;

/** The lines of a legend or of keys: a swatch and its words. */
export function legendPiece(list: Markup): Piece {
  const items = findAll(list, (each) => each.tag === "li");
  const classes = classesOf(list).join(" ");
  const lines = items.map((item, at) => {
    const swatch = findClass(item, "swatch");
    const words = item.children
      .filter((each) => each !== swatch)
      .map(textOf)
      .map((each) => each.trim())
      .filter((each) => each !== "")
      .join(" · ");
    const own = swatch ? classesOf(swatch).filter((each) => each !== "swatch") : [];
    const y = at * rowHeight;
    const outlined = own.includes("own") ? `fill="none" stroke="#1b2226" stroke-width="2.5"` : `stroke="#00000030"`;
    // A swatch of a category carries its colour as a background: `s3` is the fill `f3`.
    const fill = own.map((each) => each.replace(/^s(\d)$/, "f$1")).filter((each) => each !== "own");
    const box = `<rect class="${fill.join(" ")}" x="0.5" y="${y + 4.5}" width="22" height="14" ${outlined}/>`;
    return `${swatch ? box : ""}<text class="words" x="${swatch ? 32 : 0}" y="${y + 17}">${words}</text>`;
  });
  return { markup: `<g class="${classes}">${lines.join("")}</g>`, height: items.length * rowHeight };
}

/** Rows of a name, a bar and a figure, which a page sets as a grid. */
export function rowsPiece(rows: Markup, classes: string, width: number): Piece {
  const parts = findAll(rows, (each) => classesOf(each).some((name) => ["row", "skipped", "group"].includes(name)));
  let y = 0;
  const out: string[] = [];
  for (const part of parts) {
    if (classesOf(part).includes("group")) {
      const named = findClass(part, "name");
      if (named) {
        out.push(`<text class="strong" x="0" y="${y + 17}">${textOf(named)}</text>`);
        y += rowHeight;
      }
      for (const row of findAll(part, (each) => classesOf(each).includes("row"))) {
        out.push(rowMarkup(row, y, width));
        y += rowHeight - 4;
      }
    } else {
      out.push(
        classesOf(part).includes("row") ? rowMarkup(part, y, width) : `<text class="words" x="40" y="${y + 17}">${textOf(part)}</text>`,
      );
      y += rowHeight;
    }
  }
  return { markup: `<g class="${classes}">${out.join("")}</g>`, height: y };
}

function rowMarkup(row: Markup, y: number, width: number): string {
  const word = (name: string): string => {
    const found = findClass(row, name);
    return found ? textOf(found).trim() : "";
  };
  const bar = findAll(row, (each) => each.tag === "svg" && classesOf(each).includes("bar"))[0];
  const [from, room] = [240, width - 240 - 120];
  const tone = classesOf(row).includes("mine") ? "label-mine" : classesOf(row).includes("benchmark") ? "label-benchmark" : "words";
  const drawn = bar
    ? `<svg class="bar" x="${from}" y="${y + 4}" width="${room}" height="15" viewBox="${bar.attributes["viewBox"] ?? ""}" preserveAspectRatio="none">${bar.children.map(formatMarkup).join("")}</svg>`
    : "";
  return `<text class="words" x="30" y="${y + 17}" text-anchor="end">${word("place")}</text><text class="${tone}" x="40" y="${y + 17}">${cut(word("name"), 30)}</text>${drawn}<text class="${tone}" x="${width}" y="${y + 17}" text-anchor="end">${word("figure")}</text>`;
}

function cut(escaped: string, most: number): string {
  return lengthOf(escaped) <= most || escaped.includes("&") ? escaped : `${escaped.slice(0, most - 1)}…`;
}

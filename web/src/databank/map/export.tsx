import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";
import { bordersOf } from "../../presentations/borders.ts";
import { map } from "../../presentations/map.tsx";
import type { Subject } from "../../presentations/presentation.ts";
import { mapWords } from "../../text/map.ts";
import { creditOf } from "./geojson.ts";

/** Width of an exported map, in its own units; its drawing is as wide. */
const width = 1400;
const line = 34;
const kept = ["fill", "stroke", "stroke-width", "stroke-dasharray", "font-weight", "paint-order", "text-anchor", "dominant-baseline"];

/** A colour in a notation that every program reads. */
function plainColour(text: string, context: CanvasRenderingContext2D | null): string {
  if (!/^(color|oklab|oklch|lab|lch)\(/.test(text) || !context) return text;
  context.clearRect(0, 0, 1, 1);
  context.fillStyle = text;
  context.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data;
  return `rgb(${red}, ${green}, ${blue})`;
}

/** Writes what the style sheets say of each element into it. Elements of one class look the same: asked once. */
function resolveStyles(from: Element, to: Element): void {
  const context = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const known = new Map<string, Readonly<Record<string, string>>>();
  const sources = [from, ...from.querySelectorAll("*")];
  [to, ...to.querySelectorAll("*")].forEach((target, at) => {
    const source = sources[at];
    if (!source) return;
    const key = `${source.tagName} ${source.getAttribute("class")} ${source.parentElement?.getAttribute("class")}`;
    const look = getComputedStyle(source);
    const found = known.get(key) ?? Object.fromEntries(kept.map((name) => [name, plainColour(look.getPropertyValue(name), context)]));
    known.set(key, found);
    for (const name of kept) target.setAttribute(name, (found[name] ?? "").replace(/url\("?[^)#]*#(\w+)"?\)/, "url(#$1)"));
    target.removeAttribute("class");
    for (const name of ["role", "aria-label", "data-table"]) target.removeAttribute(name);
  });
}

function escapeText(text: string): string {
  return text.replace(/[&<>"]/g, (each) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[each] ?? each);
}

function textAt(x: number, y: number, size: number, text: string, weight = 400): string {
  return `<text x="${x}" y="${y}" font-size="${size}" font-weight="${weight}" fill="#1b2226">${escapeText(text)}</text>`;
}

function patterns(): string {
  return ["hatch", "dots"]
    .map((id) => {
      const found = document.getElementById(id);
      if (!found) return "";
      const copy = found.cloneNode(true) as Element;
      resolveStyles(found, copy);
      return new XMLSerializer().serializeToString(copy);
    })
    .join("");
}

function legendOf(figure: HTMLElement, top: number): string {
  return [...figure.querySelectorAll(".legend li")]
    .map((row, at) => {
      const y = top + at * line;
      const swatch = row.querySelector(".swatch");
      const words = [...row.querySelectorAll("span:not(.swatch)")].map((each) => each.textContent ?? "");
      if (!swatch) return textAt(20, y, 22, row.textContent ?? "");
      const pattern = swatch.classList.contains("hatched") ? "url(#hatch)" : swatch.classList.contains("dotted") ? "url(#dots)" : undefined;
      const colour = pattern ?? plainColour(getComputedStyle(swatch).backgroundColor, document.createElement("canvas").getContext("2d"));
      const box = `<rect x="20" y="${y - 18}" width="34" height="22" fill="${colour}" stroke="#68737a" stroke-width="1"/>`;
      return box + textAt(68, y, 22, words.join(" · "));
    })
    .join("");
}

/** The drawing of a map as a file that stands by itself: title, legend, source, release, and whether its borders are invented. */
export function svgOf(subject: Subject): string {
  const place = document.createElement("div");
  place.className = "map-export";
  document.body.append(place);
  const root = createRoot(place);
  try {
    flushSync(() => root.render(map.draw(subject)));
    const figure = place.firstElementChild as HTMLElement;
    const drawing = figure.querySelector("svg");
    if (!drawing) return "";
    const { height, synthetic } = bordersOf(subject.borders ?? "");
    const copy = drawing.cloneNode(true) as Element;
    resolveStyles(drawing, copy);
    for (const [name, value] of Object.entries({ x: 0, y: 100, width, height })) copy.setAttribute(name, String(value));
    const words = mapWords(subject.voice);
    const { source, release, notice } = creditOf(subject, synthetic ? words.synthetic : undefined);
    const told = map.tell(subject);
    const rows = figure.querySelectorAll(".legend li").length;
    const legendTop = 100 + height + 50;
    const foot = [words.source(source), words.release(release), ...(notice === undefined ? [] : [notice])];
    const footTop = legendTop + rows * line + 16;
    const whole = footTop + foot.length * 30;
    return [
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${whole}" width="${width}" height="${whole}" font-family="'Source Sans 3', 'Segoe UI', sans-serif">`,
      `<title>${escapeText(told.title)}</title><desc>${escapeText(told.alt)}</desc><defs>${patterns()}</defs>`,
      `<rect width="${width}" height="${whole}" fill="#ffffff"/>`,
      textAt(20, 42, 32, told.title, 600),
      textAt(20, 78, 22, told.subtitle),
      new XMLSerializer().serializeToString(copy),
      legendOf(figure, legendTop),
      ...foot.map((text, at) => textAt(20, footTop + at * 30, 20, text)),
      "</svg>",
    ].join("");
  } finally {
    root.unmount();
    place.remove();
  }
}

/** An exported map as a picture of pixels. */
export async function pngOf(svg: string): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = image.naturalWidth;
  canvas.height = image.naturalHeight;
  canvas.getContext("2d")?.drawImage(image, 0, 0);
  return new Promise((done, refuse) =>
    canvas.toBlob((blob) => (blob ? done(blob) : refuse(new Error("the picture could not be made"))), "image/png"),
  );
}

/** Hands a file to the reader. */
export function save(blob: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  window.setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

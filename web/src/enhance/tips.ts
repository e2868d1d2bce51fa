let tip: HTMLElement | undefined;

function show(text: readonly string[], x: number, y: number): void {
  tip ??= document.body.appendChild(Object.assign(document.createElement("div"), { className: "tip" }));
  tip.setAttribute("aria-hidden", "true");
  const [head = "", ...lines] = text;
  const strong = Object.assign(document.createElement("strong"), { textContent: head });
  const rest = lines.map((each) => Object.assign(document.createElement("div"), { textContent: each }));
  tip.replaceChildren(strong, ...rest);
  tip.hidden = false;
  const box = tip.getBoundingClientRect();
  const left = Math.min(Math.max(8, x + 14), document.documentElement.clientWidth - box.width - 8);
  const above = y - box.height - 14;
  tip.style.left = `${left + scrollX}px`;
  tip.style.top = `${(above < 8 ? y + 18 : above) + scrollY}px`;
}

function hide(): void {
  if (tip) tip.hidden = true;
}

const textOf = (cell: Element | null | undefined): string => (cell?.querySelector(".sign .unseen") ?? cell)?.textContent?.trim() ?? "";

function tableOf(svg: Element | null): HTMLElement | null {
  return document.getElementById(svg?.getAttribute("data-table") ?? "");
}

function rowOf(shape: Element): HTMLElement | null | undefined {
  return tableOf(shape.closest("svg"))?.querySelector<HTMLElement>(`tr[data-a="${CSS.escape(shape.getAttribute("data-a") ?? "")}"]`);
}

function overMap(shape: Element, event: PointerEvent): void {
  const row = rowOf(shape);
  if (row) show([textOf(row.querySelector("th")), textOf(row.lastElementChild)], event.clientX, event.clientY);
  else hide();
}

/** The moments of a line chart, as the server placed them: one guide per period with the row of the table. */
function overChart(svg: SVGSVGElement, event: PointerEvent): void {
  const table = tableOf(svg)?.querySelector("table");
  const places = (svg.dataset["x"] ?? "")
    .split(" ")
    .filter((each) => each !== "")
    .map(Number);
  const matrix = svg.getScreenCTM();
  if (!table || places.length === 0 || !matrix) return;
  const x = new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix.inverse()).x;
  const nearest = places.reduce((best, each, index) => (Math.abs(each - x) < Math.abs((places[best] ?? 0) - x) ? index : best), 0);
  guide(svg, places[nearest] ?? 0);
  const lines = linesOf(table, nearest, places.length);
  if (lines) show(lines, event.clientX, event.clientY);
}

/** Reads one period from the table: a row where periods go down, a column where areas go down. */
function linesOf(table: HTMLTableElement, period: number, count: number): readonly string[] | undefined {
  const heads = [...(table.tHead?.rows[0]?.cells ?? [])];
  const rows = [...(table.tBodies[0]?.rows ?? [])];
  if (table.dataset["down"] === "period") {
    const cells = [...(rows[count - 1 - period]?.cells ?? [])];
    return [cells[0]?.textContent ?? "", ...cells.slice(1).map((cell, index) => `${heads[index + 1]?.textContent ?? ""}: ${textOf(cell)}`)];
  }
  const column = count - period;
  const some = rows.filter((row) => row.matches(".mine, .benchmark"));
  if (table.dataset["down"] !== "area" || some.length === 0) return undefined;
  return [heads[column]?.textContent ?? "", ...some.map((row) => `${row.cells[0]?.textContent ?? ""}: ${textOf(row.cells[column])}`)];
}

function guide(svg: SVGSVGElement, x: number): void {
  let line = svg.querySelector(".guide");
  if (!line) {
    line = document.createElementNS("http://www.w3.org/2000/svg", "path");
    line.setAttribute("class", "guide");
    svg.append(line);
  }
  const box = svg.viewBox.baseVal;
  line.setAttribute("d", `M${x} 16V${box.height - 32}`);
}

/** On the first page each shape is a link with its name. */
function overLink(link: Element, event: PointerEvent): void {
  show([link.getAttribute("aria-label") ?? ""], event.clientX, event.clientY);
}

/** What stands for an area in a drawing beside a table of all areas. */
const drawnArea = ":is(.map, .distribution) [data-a]";

function over(event: PointerEvent): void {
  const target = event.target instanceof Element ? event.target : undefined;
  const shape = target?.closest(drawnArea);
  const link = target?.closest("svg.linked a");
  const chart = target?.closest<SVGSVGElement>("svg.chart");
  if (shape) overMap(shape, event);
  else if (link) overLink(link, event);
  else if (chart) overChart(chart, event);
  else hide();
}

/** Shows what the table says of the place under the pointer, and lets a map be clicked. Nothing here is said that the table does not say. */
export function tips(): void {
  document.addEventListener("pointermove", over, { passive: true });
  document.addEventListener("pointerdown", over, { passive: true });
  document.addEventListener("scroll", hide, { passive: true });
  document.addEventListener("keydown", (event) => event.key === "Escape" && hide());
  document.addEventListener("pointerout", (event) => {
    if (event.target instanceof Element) event.target.closest("svg.chart")?.querySelector(".guide")?.remove();
  });
  document.addEventListener("click", (event) => {
    const shape = event.target instanceof Element ? event.target.closest(drawnArea) : null;
    if (shape && matchMedia("(hover: hover)").matches) rowOf(shape)?.querySelector<HTMLAnchorElement>("a")?.click();
  });
}

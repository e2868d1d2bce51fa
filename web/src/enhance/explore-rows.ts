import {
  type ExploreChoice,
  type Facets,
  formatChoice,
  type Limit,
  limitKeys,
  limitsIn,
  passes,
  plainText,
  withoutLimits,
} from "../pages/explore-choice.ts";

/** The rows of the list, in order. */
export function rowsIn(root: ParentNode): readonly HTMLLIElement[] {
  return [...root.querySelectorAll<HTMLLIElement>(".list li[data-code]")];
}

/** The link of a row. */
export function linkOf(row: Element | null | undefined): HTMLAnchorElement | null {
  return row?.querySelector<HTMLAnchorElement>("a.name") ?? null;
}

const known = new WeakMap<HTMLLIElement, Facets>();

function facetsOf(row: HTMLLIElement): Facets {
  const found = known.get(row);
  if (found) return found;
  const list = (key: string): readonly string[] => (row.dataset[key] ?? "").split(" ").filter((each) => each !== "");
  const limits = Object.fromEntries(limitKeys.map((key) => [key, list(key)])) as { readonly [L in Limit]: readonly string[] };
  const facets: Facets = { name: plainText(linkOf(row)?.textContent ?? ""), themes: list("themes"), ...limits };
  known.set(row, facets);
  return facets;
}

/** Shows the rows that pass and hides the others. @returns how many are shown */
export function filterRows(root: HTMLElement, choice: ExploreChoice): number {
  let shown = 0;
  for (const row of rowsIn(root)) {
    const fits = passes(facetsOf(row), choice);
    if (row.hidden === fits) row.hidden = !fits;
    if (fits) shown++;
  }
  for (const group of root.querySelectorAll<HTMLElement>(".list .group")) group.hidden = !group.querySelector("li:not([hidden])");
  const none = document.getElementById("explore-none");
  if (none) none.hidden = shown > 0;
  const count = document.getElementById("explore-count");
  if (count) count.textContent = countOf(count, shown);
  return shown;
}

function countOf(element: HTMLElement, shown: number): string {
  const [none = "", one = "", more = ""] = JSON.parse(element.dataset["count"] ?? "[]") as string[];
  return shown === 0 ? none : shown === 1 ? one : more.replace("2", String(shown));
}

/** Brings every link of the page in line with a choice. */
export function writeLinks(root: HTMLElement, path: string, choice: ExploreChoice): void {
  const href = (change: Partial<ExploreChoice>): string => {
    const query = formatChoice({ ...choice, ...change });
    return query === "" ? path : `${path}?${query}`;
  };
  for (const row of rowsIn(root)) linkOf(row)?.setAttribute("href", href({ open: row.dataset["code"] ?? "" }));
  const bare = withoutLimits(choice);
  for (const link of root.querySelectorAll<HTMLAnchorElement>("a[data-limits]")) {
    const [key = "", value = ""] = (link.dataset["limits"] ?? "").split("=");
    link.setAttribute("href", href({ ...bare, ...(key === "" ? {} : { [key]: value }) }));
    const isChosen = key === "" ? limitsIn(choice) === 0 : choice[key as Limit] === value;
    if (isChosen && !link.classList.contains("clear")) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
    if (link.classList.contains("clear")) link.hidden = limitsIn(choice) === 0;
  }
  root.querySelector("#detail .back")?.setAttribute("href", `${href({ open: "" })}#i-${choice.open}`);
  const twin = document.querySelector<HTMLAnchorElement>(".top nav a[hreflang]");
  if (twin) twin.search = formatChoice(choice);
}

/** Brings the fields of the form in line with a choice; the field in which one types stays as it is. */
export function writeFields(root: HTMLElement, choice: ExploreChoice): void {
  for (const key of ["q", "theme", ...limitKeys, "open"] as const) {
    const field = root.querySelector<HTMLInputElement | HTMLSelectElement>(`.explore-form [name="${key}"]`);
    if (field && field !== document.activeElement && field.value !== choice[key]) field.value = choice[key];
  }
}

/** The list is one stop of the Tab key: the open row, or the first that is shown. */
export function rove(root: HTMLElement, to?: HTMLAnchorElement | null): void {
  const links = rowsIn(root).flatMap((row) => linkOf(row) ?? []);
  const isShown = (link: HTMLAnchorElement): boolean => link.closest("li")?.hidden === false;
  const now = links.find((link) => link.tabIndex === 0 && link.hasAttribute("tabindex") && isShown(link));
  const open = links.find((link) => link.hasAttribute("aria-current") && isShown(link));
  const chosen = to ?? now ?? open ?? links.find(isShown);
  for (const link of links) {
    const wanted = link === chosen ? "0" : "-1";
    if (link.getAttribute("tabindex") !== wanted) link.setAttribute("tabindex", wanted);
  }
}

/** The row that a key leads to from another: the arrows, Home and End, among the rows that are shown. */
export function rowFor(root: HTMLElement, from: Element, key: string): HTMLAnchorElement | null {
  const shown = rowsIn(root).filter((row) => !row.hidden);
  const at = shown.findIndex((row) => row.contains(from));
  const places: Readonly<Record<string, number>> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: shown.length - 1 };
  const place = places[key];
  return at < 0 || place === undefined ? null : linkOf(shown[Math.min(shown.length - 1, Math.max(0, place))]);
}

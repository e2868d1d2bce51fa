import { type AreaView, type HomeView, type IndicatorView, type Read, type RouteName, routes, type ThemeView } from "@peil/core/api.ts";
import { originOf } from "./origin.ts";

/** Asks a route of the running site, as any program would. */
export const ask: Read = async (route, input) => {
  const fields = { ...(input as Record<string, string>) };
  const path = routes[route as RouteName].path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = encodeURIComponent(fields[name] ?? "");
    delete fields[name];
    return value;
  });
  const { selection, ...rest } = fields;
  const query = [selection, new URLSearchParams(rest).toString()].filter((each) => each).join("&");
  const answer = await fetch(`${originOf()}${path}${query ? `?${query}` : ""}`);
  if (!answer.ok) throw new Error(`${answer.status} ${answer.url}: ${await answer.text()}`);
  return (await answer.json()) as never;
};

/** What the journeys walk through, found by asking the site itself, so that they do not depend on its content. */
export type Landmarks = {
  readonly home: HomeView;
  readonly theme: ThemeView;
  /** A flat indicator with figures and borders on the level that readers choose from. */
  readonly indicator: IndicatorView;
  /** A cube, where the site has one. */
  readonly cube: IndicatorView | undefined;
  /** The area that readers come for: Gent where it exists, else the first. */
  readonly area: AreaView;
};

async function themesBelow(codes: readonly string[]): Promise<ThemeView[]> {
  const found: ThemeView[] = [];
  for (const code of codes) {
    const theme = await ask("theme", { code });
    found.push(theme, ...(await themesBelow(theme.children.map((each) => each.code))));
  }
  return found;
}

/** Per site. */
const known = new Map<string, Promise<Landmarks>>();

async function look(): Promise<Landmarks> {
  const home = await ask("home", {});
  const themes = await themesBelow(home.themes.map((each) => each.code));
  const cards = themes.flatMap((theme) => theme.groups.flatMap((group) => group.indicators.map((card) => ({ theme, card }))));
  let indicator: { view: IndicatorView; theme: ThemeView } | undefined;
  for (const { theme, card } of cards.filter((each) => each.card.shape === "flat" && !each.card.derived)) {
    const view = await ask("indicator", { code: card.code, selection: "" });
    const here = view.details.available.find((each) => each.level.alias === home.level.alias);
    if (here && here.periods.length > 1 && view.all) indicator = { view, theme };
    if (indicator) break;
  }
  if (!indicator) throw new Error("the site has no flat indicator with figures on its own level");
  const cubeCard = cards.find((each) => each.card.shape === "cube");
  const gent = home.areas.find((each) => each.name.nl === "Gent") ?? home.areas[0];
  if (!gent) throw new Error("the site has no areas");
  return {
    home,
    theme: indicator.theme,
    indicator: indicator.view,
    cube: cubeCard && (await ask("indicator", { code: cubeCard.card.code, selection: "" })),
    area: await ask("area", { level: gent.level, code: gent.code, compare: "" }),
  };
}

/** The landmarks of the site, looked up once. */
export function landmarks(): Promise<Landmarks> {
  const found = known.get(originOf()) ?? look();
  known.set(originOf(), found);
  return found;
}

/** Puts a workspace with one tab behind a short link. @returns its hash */
async function shareWorkspace(selection: string): Promise<string> {
  const tab = { id: "a", name: "", selection, show: "table", settings: {} };
  const body = JSON.stringify({ format: "peil-workspace", version: 1, tabs: [tab], active: "a" });
  const answer = await fetch(`${originOf()}/api/v1/workspaces`, { method: "POST", headers: { "content-type": "application/json" }, body });
  if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
  return ((await answer.json()) as { hash: string }).hash;
}

/** Another flat indicator that has figures where this one has, in another unit. */
async function besides(code: string): Promise<string> {
  const { indicators } = await ask("tree", {});
  const own = indicators.find((each) => each.code === code);
  const flat = indicators.filter((each) => each.shape === "flat" && each.flow === undefined && each.unit !== own?.unit);
  return (flat.find((each) => each.covers === own?.covers) ?? flat[0])?.code ?? code;
}

/** Questions to the data bank with few answers, each suited to a form: a table, a line, a map, a scatter plot. */
export async function questions(): Promise<Readonly<Record<"table" | "line" | "map" | "scatter", string>>> {
  const { indicator, area, home } = await landmarks();
  const { code } = indicator.details;
  const other = await besides(code);
  const level = home.level.alias;
  const near = home.areas.slice(0, 3).map((each) => `&area=${each.code}`);
  return {
    table: `indicator=${code}&indicator=${other}&level=${level}&period=recent${near.join("")}&compare=none&show=table`,
    line: `indicator=${code}&level=${level}&period=all&area=${area.area.code}&compare=none&show=line`,
    map: `indicator=${code}&level=${level}&period=recent&compare=none&show=map&set-mine=${level}:${area.area.code}`,
    scatter: `indicator=${code}&indicator=${other}&level=${level}&period=recent&compare=none&show=scatter`,
  };
}

/** Addresses of one page of every kind; where a page has faces that differ much, of each. */
export async function everyPage(): Promise<readonly (readonly [kind: string, path: string])[]> {
  const { theme, indicator, cube, area, home } = await landmarks();
  const at = `${area.area.level}/${area.area.code}`;
  const { code } = indicator.details;
  const [asked, articles] = [await questions(), await ask("articles", { kind: "" })];
  const small = area.themes.toSorted((a, b) => a.rows.length - b.rows.length).find((each) => each.rows.length > 2)?.theme.code ?? "";
  const pages: [string, string][] = [
    ["home", "/"],
    ["theme", `/theme/${theme.theme.code}`],
    ["indicator", `/indicator/${code}`],
    ["area", `/area/${at}`],
    ["glance", `/vogelvlucht/${at}`],
    ["glance, one theme", `/vogelvlucht/${at}?theme=${theme.theme.code}`],
    ["explore", `/verken/${at}?theme=${small}`],
    [
      "explore, open",
      `/verken/${at}?theme=${small}&open=${area.themes.find((each) => each.theme.code === small)?.rows[0]?.indicator.code ?? ""}`,
    ],
    ["search", "/search?q=gent+werk"],
    ["releases", "/releases"],
    ["about", "/about"],
    ["methods", "/methode"],
    ["method", "/methode/sums-over-areas"],
    ["data bank", "/databank"],
    ...Object.entries(asked).map(([show, query]): [string, string] => [`data bank, ${show}`, `/databank?${query}`]),
    [
      "workspace",
      `/w/${await shareWorkspace(`indicator=${code}&level=${home.level.alias}&area=${area.area.code}&period=recent&compare=none`)}`,
    ],
    ["code", `/code?indicator=${code}&level=${home.level.alias}&area=${area.area.code}&period=all`],
    ["embed", `/embed/${code}?level=${home.level.alias}&area=${area.area.code}&show=line`],
    ["news", "/nieuws"],
    ...articles.slice(0, 1).map(({ slug }): [string, string] => ["article", `/info/${slug}`]),
    ["calendar", "/kalender"],
    ["manual", "/handleiding"],
    ["glossary", "/begrippen"],
    ["accessibility", "/toegankelijkheid"],
    ["API", "/api"],
    ["errors of the API", "/api/v1/errors"],
  ];
  if (cube) pages.push(["cube", `/indicator/${cube.details.code}`]);
  return pages;
}

/** Pages whose English words differ most from the Dutch: what a reader of English gets to see. */
export async function englishPages(): Promise<readonly (readonly [kind: string, path: string])[]> {
  const wanted = ["glance", "explore, open", "indicator", "data bank, map", "accessibility"];
  return (await everyPage()).filter(([kind]) => wanted.includes(kind)).map(([kind, path]) => [`${kind}, English`, `/en${path}`] as const);
}

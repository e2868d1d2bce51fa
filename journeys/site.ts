import { type AreaView, type HomeView, type IndicatorView, type Read, type RouteName, routes, type ThemeView } from "@peil/core/api.ts";
import { inject } from "vitest";

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
  const answer = await fetch(`${inject("origin")}${path}${query ? `?${query}` : ""}`);
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

let known: Promise<Landmarks> | undefined;

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
  known ??= look();
  return known;
}

/** Addresses of one page of every kind. */
export async function everyPage(): Promise<readonly (readonly [kind: string, path: string])[]> {
  const { theme, indicator, cube, area } = await landmarks();
  const pages: [string, string][] = [
    ["home", "/"],
    ["theme", `/theme/${theme.theme.code}`],
    ["indicator", `/indicator/${indicator.details.code}`],
    ["area", `/area/${area.area.level}/${area.area.code}`],
    ["glance", `/vogelvlucht/${area.area.level}/${area.area.code}`],
    ["search", "/search?q=gent+werk"],
    ["releases", "/releases"],
    ["about", "/about"],
    ["methods", "/methode"],
    ["method", "/methode/sums-over-areas"],
  ];
  if (cube) pages.push(["cube", `/indicator/${cube.details.code}`]);
  return pages;
}

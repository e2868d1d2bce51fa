import type { HomeView, IndicatorView, ThemeView } from "@peil/core/api.ts";

async function ask<T>(origin: string, path: string): Promise<T> {
  const answer = await fetch(`${origin}${path}`);
  if (!answer.ok) throw new Error(`${answer.status} ${path}`);
  return (await answer.json()) as T;
}

/** Code of a flat indicator that has a map, found by walking the themes; the site's own level with it. */
export async function mappedIndicator(origin: string): Promise<{ code: string; theme: string; home: HomeView }> {
  const home = await ask<HomeView>(origin, "/api/v1/home");
  const themes = home.themes.map((each) => each.code);
  for (let theme = themes.shift(); theme !== undefined; theme = themes.shift()) {
    const view = await ask<ThemeView>(origin, `/api/v1/themes/${theme}`);
    themes.push(...view.children.map((each) => each.code));
    for (const card of view.groups.flatMap((group) => group.indicators).filter((each) => each.shape === "flat")) {
      const indicator = await ask<IndicatorView>(origin, `/api/v1/indicators/${card.code}`);
      if (indicator.all && indicator.selection.level === home.level.alias) return { code: card.code, theme, home };
    }
  }
  throw new Error("the site has no indicator with a map");
}

/** Addresses of pages and downloads that readers ask again and again. */
export async function landmarkAddresses(origin: string): Promise<readonly string[]> {
  const { code, theme, home } = await mappedIndicator(origin);
  const areas = home.areas.slice(0, 3).map((area) => `/area/${area.level}/${area.code}`);
  return [
    "/",
    `/theme/${theme}`,
    `/indicator/${code}`,
    `/indicator/${code}?show=table`,
    ...areas,
    `/indicator/${code}.csv`,
    `/indicator/${code}.json`,
  ];
}

import type { RouteName } from "./api.ts";
import { inPath, inQuery, type Parameter, paging, selectionKeysAsked, selectionOfPath, selectionSpoken } from "./api-parameters.ts";
import type { Text } from "./model/text.ts";

/** What routes are about, in the order in which they are explained. */
export const routeGroups = ["catalogue", "figures", "areas", "site"] as const;
/** One of `routeGroups`. */
export type RouteGroup = (typeof routeGroups)[number];

/** What is said of a route: of this the page, OpenAPI and the checks of parameters are made. */
export type Described = {
  readonly group: RouteGroup;
  readonly summary: Text;
  /** In the order of the documentation: those of the path first. */
  readonly parameters: readonly Parameter[];
  /** Queries that answer; the first is *the* example. Values as in `Parameter.example`. */
  readonly examples: readonly Readonly<Record<string, string>>[];
};

function about(
  group: RouteGroup,
  nl: string,
  en: string,
  parameters: readonly Parameter[] = [],
  ...examples: readonly Readonly<Record<string, string>>[]
): Described {
  return { group, summary: { nl, en }, parameters, examples: examples.length === 0 ? [{}] : examples };
}

const ofArea = [inPath.level, inPath.area] as const;

/** Every route explained. */
export const described: Readonly<Record<RouteName, Described>> = {
  themes: about("catalogue", "Alle thema's, ouders voor kinderen.", "All themes, parents before children.", paging, { limit: "2" }),
  theme: about(
    "catalogue",
    "Een thema met zijn onderwerpen en hun nieuwste cijfer.",
    "A theme with its indicators and their newest figure.",
    [inPath.theme],
  ),
  indicators: about(
    "catalogue",
    "Alle onderwerpen: code, naam, eenheid, vorm, bron, waar en wanneer er cijfers zijn.",
    "All indicators: code, name, unit, shape, source, where and when there are figures.",
    [inQuery.theme, inQuery.level, inQuery.source, inQuery.q, inQuery.changedSince, ...paging],
    { limit: "2" },
    { theme: "{theme}", level: "{level}" },
  ),
  cubes: about("catalogue", "Alle kubussen met dimensies, niveaus en items.", "All cubes with dimensions, levels and members.", paging, {
    limit: "1",
  }),
  details: about("catalogue", "Wat er over onderwerpen gezegd wordt.", "What is said about indicators.", [inQuery.codes], {
    codes: "{indicator}",
  }),
  tree: about(
    "catalogue",
    "De themaboom: elke plaats, elk onderwerp één keer, waar het cijfers heeft.",
    "The theme tree: every place, every indicator once, where it has figures.",
  ),
  levels: about("catalogue", "De niveaus waarop gebieden liggen.", "The levels that hold areas."),
  areas: about("catalogue", "De gebieden van een niveau.", "The areas of a level.", [inPath.level]),
  geometry: about(
    "catalogue",
    "Grenzen van een niveau, of zijn punten of lijnen, als TopoJSON in WGS84; `id` is de gebiedscode.",
    "Borders of a level, or its points or lines, as TopoJSON in WGS84; `id` is the area code.",
    [inPath.level, inQuery.detail],
  ),
  periods: about("catalogue", "De periodes waarvoor er cijfers zijn.", "The periods for which there are figures.", [
    inQuery.indicator,
    inQuery.level,
    ...paging,
  ]),
  sources: about("catalogue", "De bronnen, met hun licentie.", "The sources, with their licence.", paging),
  dimensions: about("catalogue", "Waarnaar cijfers opgedeeld zijn.", "By what figures are split.", paging),
  members: about("catalogue", "De items van een dimensieniveau.", "The members of a dimension level.", [inPath.dimensionLevel, ...paging]),
  search: about(
    "catalogue",
    "Onderwerpen, thema's en gebieden voor een zoekvraag.",
    "Topics, themes and areas for what is searched.",
    [inQuery.search],
    { q: "{word}" },
  ),
  data: about("figures", "De cijfers van een selectie.", "The figures of a selection.", selectionKeysAsked, {
    indicator: "{indicator}",
    level: "{level}",
    period: "last:3",
  }),
  sentences: about(
    "figures",
    "Wat een selectie toont, in zinnen.",
    "What a selection shows, in sentences.",
    [...selectionSpoken, inQuery.language],
    { indicator: "{indicator}", level: "{level}", area: "{area}" },
  ),
  around: about(
    "figures",
    "Wat cijfers zelf niet vertellen: regio's, breuken in de reeks, laatste en volgende wijziging.",
    "What figures do not tell of themselves: regions, breaks in the series, last and next change.",
    selectionKeysAsked,
    { indicator: "{indicator}", level: "{level}" },
  ),
  indicator: about("figures", "Cijfers en uitleg van een onderwerp.", "Figures and explanation of an indicator.", [
    inPath.indicator,
    ...selectionOfPath,
  ]),
  area: about("areas", "De nieuwste cijfers van een gebied per thema.", "The newest figures of an area per theme.", [
    ...ofArea,
    inQuery.compare,
  ]),
  similar: about(
    "areas",
    "De gebieden die het meest op een gebied lijken, en waarom.",
    "The areas most like an area, and why.",
    [...ofArea, inQuery.preset, inQuery.parts, inQuery.count],
    { parts: "{indicator}", count: "3" },
  ),
  glance: about("areas", "Een gebied in vogelvlucht.", "An area at a glance.", [
    ...ofArea,
    inQuery.compareGlance,
    inQuery.themeGlance,
    inQuery.since,
  ]),
  explore: about(
    "areas",
    "Elk onderwerp van een gebied naast een of twee andere.",
    "Every indicator of an area beside one or two others.",
    [...ofArea, inQuery.compareTwo, inQuery.since],
  ),
  frame: about("site", "Naam van de site en de huidige publicatie.", "Name of the site and the current release."),
  home: about("site", "Wat de eerste pagina toont: thema's, gebieden, aantallen.", "What the first page shows: themes, areas, counts."),
  releases: about("site", "De publicaties die bewaard zijn.", "The releases that are kept."),
  articles: about("site", "Redactionele pagina's, nieuwste eerst.", "Editorial pages, newest first.", [inQuery.kind]),
  article: about("site", "Een redactionele pagina in Markdown.", "An editorial page in Markdown.", [inPath.slug]),
  calendar: about("site", "Aangekondigde cijfers.", "Announced figures."),
  layers: about("site", "Achtergronden en lagen van de kaart.", "Backgrounds and layers of the map."),
  workspace: about("site", "Een gedeelde werkruimte van de databank.", "A shared workspace of the data bank.", [inPath.hash]),
  service: about(
    "site",
    "Wat de site aan programma's biedt: formaten, andere adressen, voorbeelden.",
    "What the site offers to programs: formats, other addresses, examples.",
  ),
};

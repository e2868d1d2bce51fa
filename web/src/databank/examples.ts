import type { IndicatorDetails } from "@peil/core/api.ts";
import type { TreeIndicator, TreeView } from "@peil/core/api-databank.ts";
import { formatSelection } from "@peil/core/query/address.ts";
import type { Selection } from "@peil/core/query/selection.ts";

/** A question to begin with: what it asks, the form in which it is shown, and the indicators that name it. */
export type Example = {
  readonly kind: "map" | "cube" | "pair";
  readonly selection: string;
  readonly show: string;
  readonly of: readonly string[];
};

/** Periods from which on a series is worth a look. */
const long = 4;
/** Members that one drawing holds well. */
const mostMembers = 20;

type Series = { readonly indicator: TreeIndicator; readonly root: number; readonly last: string; readonly count: number };

function rootOf(tree: TreeView, at: number): number {
  let place = at;
  for (let up = tree.nodes[place]?.parent; up !== undefined; up = tree.nodes[place]?.parent) place = up;
  return place;
}

/** The indicators of the tree in its order, with what they have on the level that readers know. */
function seriesOf(tree: TreeView): readonly Series[] {
  const seen = new Set<number>();
  return tree.nodes.flatMap((node, at) => {
    if (!("indicator" in node) || seen.has(node.indicator)) return [];
    seen.add(node.indicator);
    const indicator = tree.indicators[node.indicator];
    const here = indicator && tree.coverages[indicator.covers]?.find((each) => each.level === tree.home);
    return indicator && here ? [{ indicator, root: rootOf(tree, at), last: here.last, count: here.count }] : [];
  });
}

function asked(tree: TreeView, indicators: readonly string[], change: Partial<Selection> = {}): string {
  const base: Selection = {
    ...{ indicators, level: tree.home, areas: { kind: "all" }, compare: [tree.benchmark], periods: { kind: "recent" } },
    ...{ by: [], members: [], pseudo: false },
  };
  return formatSelection({ ...base, ...change });
}

/** Figures that say the same of areas of every size, by their unit: shares, and so many per so many. */
function relative(tree: TreeView, series: readonly Series[], year: string): readonly Series[] {
  const settled = series.filter((each) => each.indicator.derived === true && each.count >= long && each.last <= year);
  return settled.filter((each) => /%|‰|\b(per|op)\b/.test(tree.units[each.indicator.unit]?.nl ?? ""));
}

/** The newest of some series. */
function newest(series: readonly Series[]): Series | undefined {
  return series.toSorted((a, b) => (a.last === b.last ? 0 : a.last < b.last ? 1 : -1))[0];
}

/** Two figures of one theme with the same newest period: in different units, and other than the example before it, where there are such. */
function pairOf(series: readonly Series[], without: Series | undefined): readonly [Series, Series] | undefined {
  const pairs = series.flatMap((one, at) =>
    series.slice(at + 1).flatMap((two) => (one.root === two.root && one.last === two.last ? [[one, two] as const] : [])),
  );
  const unlike = pairs.filter(([one, two]) => one.indicator.unit !== two.indicator.unit);
  return unlike.find((each) => without === undefined || !each.includes(without)) ?? unlike[0] ?? pairs[0];
}

/** The cube with which an example can be made, whose dimensions must be known first. */
export function cubeToKnow(tree: TreeView): string | undefined {
  return seriesOf(tree).find((each) => each.indicator.shape === "cube")?.indicator.code;
}

/**
 * Three questions to begin with, made of what the site has: the newest figures as a map, a cube by one of its dimensions, two figures
 * beside each other. What the site has not is left out. Pure.
 * @param year no figures after it: they are forecasts
 */
export function examplesOf(tree: TreeView, cube: IndicatorDetails | undefined, year: string): readonly Example[] {
  const series = seriesOf(tree);
  const settled = relative(tree, series, year);
  const first = newest(settled);
  const pair = pairOf(settled, first);
  const levels = cube?.dimensions.flatMap((each) => each.levels) ?? [];
  const axis = levels.filter((each) => each.members.length > 2 && each.members.length <= mostMembers)[0] ?? levels[0];
  const at = cube?.available.some((each) => each.level.alias === tree.benchmark.level) ? tree.benchmark : undefined;
  const place: Partial<Selection> = at ? { level: at.level, areas: { kind: "list", codes: [at.code] } } : {};
  return [
    ...(first ? [{ kind: "map" as const, selection: asked(tree, [first.indicator.code]), show: "map", of: [first.indicator.code] }] : []),
    ...(cube && axis
      ? [
          {
            kind: "cube" as const,
            selection: asked(tree, [cube.code], { ...place, compare: [], by: [axis.code] }),
            show: "bar",
            of: [cube.code],
          },
        ]
      : []),
    ...(pair ? [pairExample(tree, pair)] : []),
  ];
}

function pairExample(tree: TreeView, pair: readonly [Series, Series]): Example {
  const of = pair.map((each) => each.indicator.code);
  return {
    kind: "pair",
    selection: asked(tree, of, { compare: [], periods: { kind: "list", codes: [pair[0].last] } }),
    show: "scatter",
    of,
  };
}

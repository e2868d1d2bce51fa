import { blank, fail } from "@peil/core/errors.ts";
import type { Indicator } from "@peil/core/model/indicator.ts";
import { findIndicator, findLevel } from "@peil/core/query/choose.ts";
import { coverageOfIndicator } from "@peil/core/query/coverage.ts";
import type { Release } from "../release.ts";
import { plainText } from "../search-words.ts";
import {
  cubeEntry,
  cubesOf,
  dimensionEntry,
  dimensionsShown,
  indicatorEntry,
  periodEntries,
  shownLevel,
  sourceEntry,
  sourcesOf,
  themeEntries,
  visibleOf,
  withinOf,
} from "./catalogue-lists.ts";
import { changedOf } from "./details.ts";
import { pageOf } from "./paging.ts";
import type { View } from "./scope.ts";
import { themesOf } from "./theme-tree.ts";

/** All themes that hold something, parents before their children. */
export const themes: View<"themes"> = (scope, asked) =>
  pageOf(
    scope,
    asked,
    ["themes"],
    ({ catalogue }) => themeEntries(catalogue),
    (_, each) => each,
  );

type Filters = {
  readonly theme: string;
  readonly level: string;
  readonly source: string;
  readonly q: string;
  readonly changedSince: string;
};

/** All visible indicators by code. @throws `level-unknown`, `not-found`, `selection-invalid` for a filter that names nothing */
export const indicators: View<"indicators"> = (scope, asked) => {
  const { theme, level, source, q, changedSince } = asked;
  return pageOf(scope, asked, ["indicators", theme, level, source, q, changedSince], (release) => filtered(release, asked), indicatorEntry);
};

function filtered(release: Release, { theme, level, source, q, changedSince }: Filters): readonly Indicator[] {
  const { catalogue, changed } = release;
  const tests = [
    theme === "" ? undefined : inTheme(release, theme),
    level === "" ? undefined : onLevel(release, level),
    source === "" ? undefined : fromSource(release, source),
    q.trim() === "" ? undefined : named(q),
    changedSince === "" ? undefined : after(changedSince, (each) => changedOf(catalogue, each, changed)),
  ].filter((each) => each !== undefined);
  return visibleOf(catalogue).filter((each) => tests.every((test) => test(each)));
}

type Test = (indicator: Indicator) => boolean;

function inTheme({ catalogue }: Release, code: string): Test {
  const tree = themesOf(catalogue);
  const theme = tree.find(code) ?? fail("not-found", { what: `theme=${code.slice(0, 80)}` });
  const below = new Set(tree.below(theme.code).map((each) => each.id));
  return ({ id }) => below.has(id);
}

function onLevel({ catalogue }: Release, alias: string): Test {
  const { id } = findLevel(catalogue, alias);
  return (each) => coverageOfIndicator(catalogue, each).has(id);
}

function fromSource({ catalogue }: Release, code: string): Test {
  const source = catalogue.source(code) ?? fail("not-found", { what: `source=${code.slice(0, 80)}` });
  return (each) => each.source?.toLowerCase() === source.code.toLowerCase();
}

/** Every word stands in the code, a name or the keywords, regardless of capitals and accents. */
function named(q: string): Test {
  const words = plainText(q.slice(0, 200)).split(/\s+/).slice(0, 12);
  return ({ code, name, keywords }) => {
    const text = plainText([code, ...Object.values(name), ...Object.values(keywords ?? {})].join(" "));
    return words.every((word) => text.includes(word));
  };
}

function after(day: string, changed: (indicator: Indicator) => string | undefined): Test {
  const moment = /^\d{4}-\d{2}-\d{2}(T[\d:.]+Z)?$/.test(day) ? Date.parse(day) : Number.NaN;
  if (Number.isNaN(moment)) {
    const expected = { nl: "Een dag zoals 2024-01-31.", en: "A day such as 2024-01-31." };
    fail("selection-invalid", { key: "changedSince", value: day.slice(0, 80), ...blank("expected", expected) });
  }
  return (each) => Date.parse(changed(each) ?? "") > moment;
}

/** All visible cubes by code. */
export const cubes: View<"cubes"> = (scope, asked) => pageOf(scope, asked, ["cubes"], ({ catalogue }) => cubesOf(catalogue), cubeEntry);

/** Periods with figures. @throws `indicator-unknown`, `level-unknown` */
export const periods: View<"periods"> = (scope, asked) => {
  const { indicator, level } = asked;
  const listOf = ({ catalogue }: Release) => {
    const of = indicator === "" ? visibleOf(catalogue) : [findIndicator(catalogue, indicator)];
    return periodEntries(catalogue, of, level === "" ? undefined : findLevel(catalogue, level).id);
  };
  return pageOf(scope, asked, ["periods", indicator, level], listOf, (_, each) => each);
};

/** Sources of which something is visible. */
export const sources: View<"sources"> = (scope, asked) =>
  pageOf(
    scope,
    asked,
    ["sources"],
    ({ catalogue }) => sourcesOf(catalogue),
    (_, each) => sourceEntry(each),
  );

/** Dimensions of visible cubes. */
export const dimensions: View<"dimensions"> = (scope, asked) =>
  pageOf(scope, asked, ["dimensions"], ({ catalogue }) => dimensionsShown(catalogue), dimensionEntry);

/** The classes of a dimension level that a visible cube has. @throws `not-found` */
export const members: View<"members"> = (scope, asked) => {
  const listOf = ({ catalogue }: Release) => {
    const level = shownLevel(catalogue, asked.level) ?? fail("not-found", { what: asked.level.slice(0, 80) });
    return catalogue.membersOf(level.id);
  };
  return pageOf(scope, asked, ["members", asked.level.toLowerCase()], listOf, ({ catalogue }, each) => ({
    code: each.code,
    name: each.name,
    within: withinOf(catalogue, each),
  }));
};

import { fail } from "@peil/core/errors.ts";
import type { Figures, FormatOptions } from "@peil/core/formats/format.ts";
import type { Indicator } from "@peil/core/model/indicator.ts";
import { parsePeriod } from "@peil/core/model/period.ts";
import { findIndicator, findLevel } from "@peil/core/query/choose.ts";
import { coverageOfIndicator } from "@peil/core/query/coverage.ts";
import type { Selection } from "@peil/core/query/selection.ts";
import { answerInSlabs } from "../answer-in-slabs.ts";
import type { Release } from "../release.ts";
import { agencyOf } from "../sdmx/agency.ts";
import { subjectOf } from "./area.ts";
import { isNumeric, selectionOf } from "./cards.ts";
import { newestPeriods, periodsUpTo } from "./newest.ts";
import { trendLength } from "./profile.ts";
import { questionAbout, readSelection, releaseIn } from "./question.ts";
import { releaseOf, type Scope } from "./scope.ts";
import { themesOf } from "./theme-tree.ts";

/** The figures of a page on their way into a file, what the file is called, and what formats want to know of the release. */
export type FileFigures = Figures & { readonly name: string } & Required<Pick<FormatOptions, "borders" | "publisher">>;

async function fileOf({ signal }: Scope, release: Release, selection: Selection, name: string): Promise<FileFigures> {
  const { head, slabs } = await answerInSlabs(release, selection, { signal });
  const borders = async (alias: string): Promise<string | undefined> => {
    const level = release.catalogue.level(alias);
    return level === undefined ? undefined : release.geometry(level.id);
  };
  return { head, slabs, name, borders, publisher: { agency: agencyOf(release.catalogue).id, at: release.at } };
}

/** The figures behind the page of an indicator: of the chosen areas, or of all. */
export async function indicatorFile(scope: Scope, code: string, query: string): Promise<FileFigures> {
  const release = await releaseOf(scope, releaseIn(query));
  const asked = findIndicator(release.catalogue, code);
  const selection = questionAbout(release.catalogue, asked, query);
  return fileOf(scope, release, selection, `${asked.code}-${selection.level}`);
}

/** The figures behind the page of an area: every indicator in the periods of its trend there, beside the same columns. */
export async function areaFile(scope: Scope, level: string, code: string, query: string): Promise<FileFigures> {
  const { release } = scope;
  const subject = subjectOf(release, level, code, new URLSearchParams(query).get("compare") ?? "");
  const themes = themesOf(release.catalogue);
  const all = new Map(themes.top.flatMap((theme) => themes.below(theme.code)).map((each) => [each.id, each]));
  const newest = newestPeriods(release.catalogue, subject.level);
  const indicators = [...all.values()].filter((each) => isTotal(each) && newest.has(each));
  const periods = new Set(indicators.flatMap((each) => periodsUpTo(parsePeriod(newest.get(each) ?? ""), trendLength)));
  const areas: Selection["areas"] = { kind: "list", codes: [subject.area.code] };
  const selection = selectionOf(indicators, subject.level.alias, {
    areas,
    compare: subject.columns,
    periods: { kind: "list", codes: [...periods] },
  });
  return fileOf(scope, release, selection, `${subject.level.alias}-${subject.area.code}`);
}

/** The newest figures of a theme for all areas of a level; every key of a selection can be set in the address. */
export async function themeFile(scope: Scope, code: string, query: string): Promise<FileFigures> {
  const release = await releaseOf(scope, releaseIn(query));
  const { catalogue } = release;
  const themes = themesOf(catalogue);
  const theme = themes.find(code) ?? fail("not-found", { what: code });
  const given = readSelection(catalogue, query, { indicators: [""], level: catalogue.site.homeLevel });
  const level = findLevel(catalogue, given.level);
  const indicators = themes.below(theme.code).filter((each) => isTotal(each) && coverageOfIndicator(catalogue, each).has(level.id));
  const selection = { ...given, indicators: indicators.map((each) => each.code) };
  return fileOf(scope, release, selection, `${theme.code}-${level.alias}`);
}

/** The figures of any selection. */
export async function dataFile(scope: Scope, query: string): Promise<FileFigures> {
  const selection = readSelection(scope.release.catalogue, query);
  const release = await releaseOf(scope, selection.release);
  return fileOf(scope, release, selection, `${selection.indicators[0] ?? "data"}-${selection.level}`);
}

/** Whether an indicator has one figure per area and period that is a number. */
function isTotal(indicator: Indicator): boolean {
  return isNumeric(indicator) && (indicator.shape !== "cube" || indicator.dataType === "count");
}

import { defineAreas, defineAreaTable, defineLevels } from "./define-areas.ts";
import { defineCube, defineDimensionLevels, defineDimensions, defineMemberLinks, defineMembers } from "./define-dimensions.ts";
import { checkReferences, defineIndicators } from "./define-indicators.ts";
import { defineThemes } from "./define-themes.ts";
import { defineWorkspaces } from "./define-workspaces.ts";
import type { Draft } from "./draft.ts";
import type { Recognised } from "./layout.ts";
import type { ImportOptions } from "./options.ts";
import type { Problems } from "./problems.ts";

/** Applies every sheet that defines something, in the order in which definitions lean on each other, whatever their order in the files. */
export async function define(sheets: readonly Recognised[], draft: Draft, options: ImportOptions, problems: Problems): Promise<void> {
  for (const each of sheets) if (each.kind === "levels") await defineLevels(each, draft);
  for (const each of sheets) if (each.kind === "areas") await defineAreas(each, draft, options.create, problems);
  for (const each of sheets) if (each.kind === "area-aggregation") defineAreaTable(each, draft, options.skipUnknown, problems);
  for (const each of sheets) if (each.kind === "dimensions") defineDimensions(each, draft);
  for (const each of sheets) if (each.kind === "dimension-levels") await defineDimensionLevels(each, draft, problems);
  for (const each of sheets) if (each.kind === "dimension-items") await defineMembers(each, draft, problems);
  for (const each of sheets) if (each.kind === "member-aggregation") defineMemberLinks(each, draft, options.skipUnknown, problems);
  for (const each of sheets) if (each.kind === "indicators") await defineIndicators(each, draft, problems);
  for (const each of sheets) if (each.kind === "indicators") checkReferences(each, draft, problems);
  for (const each of sheets) if (each.kind === "definition") defineCube(each.definition, draft, problems);
  for (const each of sheets) if (each.kind === "themes") await defineThemes(each, draft, options.replace, problems);
  for (const each of sheets) if (each.kind === "workspaces") defineWorkspaces(each, draft, problems);
}

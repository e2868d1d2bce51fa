import { createHash } from "node:crypto";
import { xlsx } from "../formats/xlsx.ts";
import { themesOf } from "../views/theme-tree.ts";
import { writeThemeWorkbook } from "../views/theme-workbook.ts";
import type { BulkTask, BulkWriter } from "./bulk.ts";

/** Counts up when the same figures would give other bytes. */
const rulesVersion = 1;

/** A workbook per top theme, on the level that readers know, in all periods: `xlsx/<code>.xlsx`. */
export const themeFiles: BulkWriter = ({ release, versions }) => {
  const themes = themesOf(release.catalogue);
  return themes.top.flatMap((theme): readonly BulkTask[] => {
    const indicators = themes.below(theme.code);
    const known = indicators.flatMap(({ code }) => versions.indicators[code] ?? []);
    const newest = known.toSorted((a, b) => (a.at < b.at ? 1 : -1))[0];
    if (newest === undefined) return [];
    const name = `xlsx/${theme.code}.xlsx`;
    const content = [rulesVersion, name, theme.name, indicators.map(({ code }) => [code, versions.indicators[code]])];
    return [
      {
        name,
        type: xlsx.mediaType,
        theme: theme.code,
        key: createHash("sha256").update(JSON.stringify(content)).digest("hex"),
        async write(path) {
          // The file names the release since which all of it stands, so that releases share it.
          await writeThemeWorkbook(path, { ...release, id: newest.release }, theme.code, "nl");
          return {};
        },
      },
    ];
  });
};

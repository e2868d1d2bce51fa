import { formats } from "../formats/index.ts";
import { readBulk } from "../publish/bulk-files.ts";
import type { PublishOptions } from "../publish/publish.ts";
import { type BulkWriter, makeBulk } from "./bulk.ts";
import { exchangeParts, exchangeZip } from "./bulk-exchange.ts";
import { indicatorFiles } from "./bulk-figures.ts";
import { themeFiles } from "./bulk-themes.ts";

/** The formats of the files per indicator, by name. */
const perIndicator = ["csv", "parquet"];

/** What the bulk of a release consists of, in the order of its index. */
export const bulkWriters: readonly BulkWriter[] = [
  ...formats.filter((each) => perIndicator.includes(each.name)).map(indicatorFiles),
  themeFiles,
  exchangeParts,
  exchangeZip,
];

/** Makes the bulk beside a release that is being published; once per release. */
export function besideRelease(options: Pick<PublishOptions, "folder" | "progress">): NonNullable<PublishOptions["beside"]> {
  const { folder, progress } = options;
  return async (release, versions) => {
    if (readBulk(folder, release.id) !== undefined) return;
    progress?.({ nl: "bestanden van de hele publicatie", en: "files of the whole release" });
    await makeBulk({ folder, release, versions }, bulkWriters);
  };
}

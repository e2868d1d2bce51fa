import { createHash } from "node:crypto";
import { createReadStream, rmSync } from "node:fs";
import { Readable } from "node:stream";
import { encodeTexts } from "@peil/core/formats/bytes.ts";
import type { CubeHead, Slab } from "@peil/core/formats/format.ts";
import { positionsFrom } from "@peil/core/formats/walk.ts";
import { type Status, status } from "@peil/core/model/status.ts";
import { type ArchiveEntry, writeArchive } from "../formats/archive.ts";
import { articleFolder, writeArticles } from "../imports/exchange-articles.ts";
import { textsOf } from "../imports/exchange-export.ts";
import type { Release } from "../release.ts";
import { writeExchangeParquet } from "../store/exchange-parquet.ts";
import { type BulkInput, type BulkTask, type BulkWriter, writeBytes } from "./bulk.ts";
import { type PublicIndicator, publicCatalogue } from "./public-catalogue.ts";
import { wholeOf } from "./whole.ts";

/** Counts up when the same figures would give other bytes. */
const rulesVersion = 1;

/** Where the parts lie that are no files of their own. */
const parts = ".exchange/";
const zipName = "peil-exchange.zip";

/** The data files of the exchange format: parts of the zip, shared by releases in which they are the same. */
export const exchangeParts: BulkWriter = (input) => {
  const { indicators } = publicCatalogue(input.release.catalogue);
  const flat = indicators.filter((each) => each.indicator.shape === "flat");
  const cubes = indicators.filter(({ indicator }) => indicator.shape === "cube");
  return [
    partOf(input, "flat", flat, ["indicator", "level", "period", "area"]),
    ...cubes.map((each) =>
      partOf(input, `cube-${each.indicator.code}`, [each], ["level", "period", "area", ...(each.indicator.dimensionLevels ?? [])]),
    ),
  ];
};

/** The whole of a release as readers may see it, in exchange format. */
export const exchangeZip: BulkWriter = ({ release }) => [
  {
    name: zipName,
    type: "application/zip",
    key: digest([rulesVersion, zipName, release.id]),
    async write(path, made) {
      await writeBytes(path, writeArchive(entriesOf(release, made)), false);
      return {};
    },
  },
];

async function* entriesOf(release: Release, made: (name: string) => string): AsyncGenerator<ArchiveEntry, void, undefined> {
  const { data, indicators } = publicCatalogue(release.catalogue);
  const entry = (path: string, text: string): ArchiveEntry => ({ path, chunks: Readable.from([Buffer.from(text)]) });
  for (const [name, text] of Object.entries(textsOf(data))) yield entry(name, text);
  for (const [name, text] of writeArticles(data.site.articles ?? [])) yield entry(`${articleFolder}/${name}`, text);
  for (const { id, alias } of data.levels) {
    const topology = await release.geometry(id);
    if (topology !== undefined) yield entry(`geometry/${alias}.topojson`, topology);
  }
  for (const name of partNames(indicators)) {
    yield { path: `data/${name}.parquet`, chunks: createReadStream(made(`${parts}${name}.parquet`)) };
  }
}

function partNames(indicators: readonly PublicIndicator[]): readonly string[] {
  return ["flat", ...indicators.filter(({ indicator }) => indicator.shape === "cube").map(({ indicator }) => `cube-${indicator.code}`)];
}

function partOf({ release, versions }: BulkInput, name: string, indicators: readonly PublicIndicator[], keys: readonly string[]): BulkTask {
  const about = indicators.map(({ indicator, coverage }) => [indicator.code, versions.indicators[indicator.code]?.key, [...coverage]]);
  return {
    name: `${parts}${name}.parquet`,
    type: "application/vnd.apache.parquet",
    key: digest([rulesVersion, name, about]),
    async write(path) {
      const csv = `${path}.csv`;
      const counted = { rows: 0 };
      async function* lines(): AsyncGenerator<string, void, undefined> {
        yield `${[...keys, "value", "status", "text"].map(quoted).join(",")}\n`;
        for (const each of indicators) {
          if (each.coverage.size === 0) continue;
          const { head, slabs } = await wholeOf(release, each);
          for await (const slab of slabs) yield* rowsOf(head, slab, keys, each.indicator.survey !== undefined, counted);
        }
      }
      try {
        await writeBytes(csv, encodeTexts(lines()), false);
        await writeExchangeParquet(csv, keys, true, path);
      } finally {
        rmSync(csv, { force: true });
      }
      return counted;
    },
  };
}

/** What a state is to another site; what it would make itself stays away. */
function stateOf(state: Status, isSurvey: boolean): Status | undefined {
  if (state === status.private || (state === status.notAvailable && isSurvey)) return status.hidden;
  if (state === status.incomplete) return status.unknown;
  return state === status.empty || state === status.notAvailable ? undefined : state;
}

/** The rows of a slab, each with the codes in the order of the columns. */
function* rowsOf(
  head: CubeHead,
  slab: Slab,
  keys: readonly string[],
  isSurvey: boolean,
  counted: { rows: number },
): Generator<string, void, undefined> {
  const place = positionsFrom(head.axes, slab.start);
  const [indicators, areas, ...others] = head.axes.map((axis) => axis.members.map((each) => quoted(each.code)));
  const levels = head.axes[1]?.members.map((each) => quoted(each.level ?? "")) ?? [];
  const isFlat = keys[0] === "indicator";
  let lines = "";
  for (let cell = 0; cell < slab.values.length; cell++, place.step()) {
    const state = stateOf(slab.status[cell] as Status, isSurvey);
    if (state === undefined) continue;
    const [indicator = 0, area = 0, period = 0, ...members] = place.at;
    const codes = [levels[area], others[0]?.[period], areas?.[area], ...members.map((at, axis) => others[axis + 1]?.[at])];
    const text = slab.texts?.[cell];
    const value = state === status.value && text === undefined ? String(slab.values[cell]) : "";
    lines += `${[...(isFlat ? [indicators?.[indicator]] : []), ...codes, value, state, text === undefined ? "" : quoted(text)].join(",")}\n`;
    counted.rows++;
    if (lines.length < 32_768) continue;
    yield lines;
    lines = "";
  }
  yield lines;
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) || text === "" ? `"${text.replaceAll('"', '""')}"` : text;
}

function digest(content: unknown): string {
  return createHash("sha256").update(JSON.stringify(content)).digest("hex");
}

import { setTimeout as sleep } from "node:timers/promises";
import { isDeepStrictEqual } from "node:util";
import type { Figures, Slab } from "@peil/core/formats/format.ts";
import type { Cube, CubeNote } from "@peil/core/model/cube.ts";
import type { Selection } from "@peil/core/query/selection.ts";
import { afterAll, expect, test } from "vitest";
import { buildEstimates } from "../fixtures/estimates/build.ts";
import { buildFlows } from "../fixtures/flows/build.ts";
import { buildPrivacy } from "../fixtures/privacy/build.ts";
import { buildSurvey } from "../fixtures/survey/build.ts";
import { answer } from "../server/src/answer.ts";
import { answerInSlabs } from "../server/src/answer-in-slabs.ts";
import { publish } from "../server/src/publish/publish.ts";
import type { Release } from "../server/src/release.ts";
import { openPublished, type PublishedRegion } from "../server/test/published.ts";
import { selectionOf } from "../server/test/surveyed.ts";

let site: PublishedRegion | undefined;
afterAll(() => site?.close());

/** Gathers what flows into a cube, and checks that slabs follow each other. */
async function gather({ head, slabs }: Figures): Promise<Cube> {
  const columns = { values: [], status: [], flags: [], lower: [], upper: [], respondents: [] } as Record<string, number[]>;
  const { values = [], status = [], flags = [], lower = [], upper = [], respondents = [] } = columns;
  const texts: (string | undefined)[] = [];
  for await (const slab of slabs) {
    const beside = [slab.flags !== undefined, slab.bounds !== undefined];
    expect([slab.start, ...beside]).toEqual([values.length, head.flagged === true, head.interval !== undefined]);
    values.push(...slab.values);
    status.push(...slab.status);
    flags.push(...(slab.flags ?? []));
    lower.push(...(slab.bounds?.lower ?? []));
    upper.push(...(slab.bounds?.upper ?? []));
    respondents.push(...(slab.bounds?.respondents ?? []));
    for (let cell = 0; cell < slab.values.length; cell++) texts.push(slab.texts?.[cell]);
  }
  const { flagged, interval, ...rest } = head;
  const array = (from: number[]): Float64Array => Float64Array.from(from);
  return {
    ...rest,
    values: array(values),
    status: Uint8Array.from(status),
    ...(texts.some((each) => each !== undefined) ? { texts } : {}),
    ...(flagged ? { flags: Uint8Array.from(flags) } : {}),
    ...(interval ? { uncertainty: { ...interval, lower: array(lower), upper: array(upper), respondents: array(respondents) } } : {}),
  };
}

/** A cube without what may differ: the order of notes, flags of which none is set, and which groups one note names together. */
function plain({ texts, flags, notes, ...rest }: Cube): unknown {
  const said = ({ kind, text }: CubeNote): string => `${kind}/${text.nl.replace(/^(?:[GH], )*[GH]: (niet beschikbaar|verborgen)/, "$1")}`;
  return {
    ...rest,
    texts: texts && Array.from(rest.values, (_, cell) => texts[cell]),
    flags: flags?.some((bits) => bits !== 0) ? flags : undefined,
    notes: [...new Set(notes.map(said))].sort(),
  };
}

let compared = 0;

/** @param counts into about how many runs the answer is cut */
async function compare(release: Release, question: string, counts: readonly number[]): Promise<void> {
  const selection = selectionOf(release, question);
  const cube = await answer(release, selection).catch(() => undefined);
  if (cube === undefined || cube.values.length === 0) return;
  const whole = plain(cube);
  for (const count of counts) {
    const run = Math.ceil(cube.values.length / count);
    const flowed = plain(await gather(await answerInSlabs(release, selection, { whole: 0, run })));
    if (!isDeepStrictEqual(flowed, whole)) expect([question, run, flowed]).toEqual([question, run, whole]);
    compared++;
  }
}

/** Every indicator by itself on every level in all its periods, with its parts where it has any. */
function everything({ catalogue }: Release): string[] {
  return catalogue.indicators.flatMap((each) =>
    ["provincie2024", "gemeente2024"].flatMap((alias) => {
      const question = `indicator=${each.code}&level=${alias}&period=all`;
      const parts =
        each.shape === "cube" ? [`&by=${(each.dimensionLevels ?? []).join(",")}`] : each.shape === "flow" ? [`&partner=${alias}`] : [];
      return [...(each.shape === "cube" && each.dataType !== "count" ? [] : [question]), ...parts.map((part) => question + part)];
    }),
  );
}

const group = "group=G:both:gemeente2024:01001,01002&group=H:gemeente2024:02001,wijk:03001A";
const municipalities = "level=gemeente2024";
const handpicked = [
  `indicator=inwoners,dichtheid,slogan,groei&${municipalities}&period=all&compare=land:L,provincie2024:01`,
  `indicator=slogan,inwoners,misdrijven&level=gemeente&period=2022,2023,2024,2025`,
  `indicator=inwoners,werkloosheid,bevolking&${municipalities}&period=2023,2024&by=leeftijd5,geslacht&compare=land:L`,
  `indicator=bevolking&${municipalities}&period=all&by=leeftijd1&member=leeftijd1_0,leeftijd1_3,geslacht_M`,
  `indicator=inwoners&level=gemeente2024&within=provincie2024:01&period=all`,
  `indicator=inwoners&level=gemeente2024&neighbours=gemeente2024:01001&period=all`,
  `indicator=inwoners,leeftijd,inkomen,groei&${municipalities}&period=all&area=02001,03001&compare=land:L&${group}`,
  `indicator=bevolking,inwoners&${municipalities}&period=all&by=geslacht&${group}&compare=land:L`,
  `indicator=bevolking&${municipalities}&period=all&by=leeftijd5,geslacht&member-group=Jong:both:leeftijd5_0004&member-group=Allen:geslacht_M,geslacht_V`,
  `indicator=inwoners&${municipalities}&period=all&transform=growth:2023`,
  `indicator=inwoners,dichtheid&${municipalities}&period=all&transform=rank`,
  `indicator=trots,fietsen,overlast&${municipalities}&period=all&interval=99&compare=land:L`,
  `indicator=trots_groei&${municipalities}&period=all&area=01001&${group}`,
  `indicator=trots,inwoners&${municipalities}&period=all&area=01001&${group}`,
  "indicator=inwoners&level=gemeente2024&period=2024&area=none&compare=land:L",
  `indicator=pendel&${municipalities}&period=all&partner=gemeente2024`,
  `indicator=pendel&level=provincie2024&period=all&partner=gemeente2024&flow=net&compare=land:L`,
  `indicator=pendel&${municipalities}&period=all&partner=gemeente2024&flow=in&within-flows=1`,
  `indicator=pendel,verhuissaldo,inwoners&${municipalities}&period=all&flow=out`,
  `indicator=pendel&${municipalities}&period=2023,2024&partner=gemeente2024&top=2`,
  `indicator=pendel,inwoners&${municipalities}&period=all&${group}`,
  `indicator=woningen,schaduw,inwoners&${municipalities}&period=all&${group}`,
];

test("what flows is what is answered whole, cell by cell, with the same notes", async () => {
  site = await openPublished([buildSurvey, buildFlows, buildEstimates, (folder) => buildPrivacy(folder)]);
  for (const question of handpicked) await compare(site.release, question, [2, 9]);
  expect(compared).toBe(2 * handpicked.length);
  for (const question of everything(site.release)) await compare(site.release, question, [3]);
  expect(compared).toBeGreaterThan(150);
}, 120_000);

test("a download goes on from the release it began with when another takes its place, and then lets it go", async () => {
  const { region, releases, release, bring } = site as PublishedRegion;
  const selection = selectionOf(release, "indicator=inwoners,dichtheid&level=gemeente2024&period=all");
  const whole = plain(await answer(release, selection));
  const { head, slabs } = await answerInSlabs(release, selection, { whole: 0, run: 5 });
  const passed: Slab[] = [];
  const iterator = slabs[Symbol.asyncIterator]();
  const first = await iterator.next();
  await bring(
    (folder) => buildPrivacy(folder, { "flat.csv": (text) => text.replace("01001B,30,", "01001B,31,") }),
    "2026-02-16T10:00:00.000Z",
  );
  await publish({ folder: region.folder, documents: region.documents, at: "2026-02-16T11:00:00.000Z" });
  await expect.poll(() => releases.current().id, { timeout: 10_000 }).not.toBe(release.id);
  await sleep(50);
  if (!first.done) passed.push(first.value);
  for (let next = await iterator.next(); !next.done; next = await iterator.next()) passed.push(next.value);
  expect(plain(await gather({ head, slabs: again(passed) }))).toEqual(whole);
  await expect
    .poll(
      () =>
        answer(release, selection).then(
          () => "open",
          () => "gone",
        ),
      { timeout: 10_000 },
    )
    .toBe("gone");
});

async function* again(slabs: readonly Slab[]): AsyncGenerator<Slab> {
  yield* slabs;
}

test("whoever gives up a download lets go of its release; a signal ends it", async () => {
  const held = { count: 0 };
  const current = (site as PublishedRegion).releases.current();
  const hold = (): (() => void) => {
    held.count++;
    const letGo = current.hold();
    return () => {
      held.count--;
      letGo();
    };
  };
  const release = { ...current, hold };
  const selection = selectionOf(release, "indicator=inwoners&level=gemeente2024&period=all");
  for await (const slab of (await answerInSlabs(release, selection, { whole: 0, run: 2 })).slabs) if (slab.start > 2) break;
  await sleep(5);
  expect(held.count).toBe(0);
  const gone = new AbortController();
  const { slabs } = await answerInSlabs(release, selection, { whole: 0, run: 2, signal: gone.signal });
  const all = (async () => {
    for await (const { start } of slabs) if (start > 2) gone.abort();
  })();
  await expect(all).rejects.toMatchObject({ name: "AbortError" });
  expect(held.count).toBe(0);
});

test("what needs all cells at once has a limit, and says what to do", async () => {
  const release = (site as PublishedRegion).releases.current();
  const months = Array.from({ length: 600 }, (_, at) => `${1980 + Math.floor(at / 12)}M${String(1 + (at % 12)).padStart(2, "0")}`);
  const selection = selectionOf(release, "indicator=inwoners&level=gemeente2024");
  const periods = { kind: "list", codes: months } as const;
  const large = { ...selection, periods, indicators: Array.from({ length: 1000 }, () => "inwoners") };
  await expect(answer(release, large)).rejects.toMatchObject({ code: "selection-too-large" });
  const ranked: Selection = { ...large, transformations: [{ kind: "rank" }] };
  await expect(answerInSlabs(release, ranked)).rejects.toMatchObject({ code: "computation-too-large", status: 413 });
});

import type { Level } from "@peil/core/model/area.ts";
import { type Placed, readObjects, writeObjects } from "../places/objects.ts";
import { type Finding, positionObjects } from "../places/position.ts";
import { degreesOf, guessSystem } from "../places/systems.ts";
import { defineAreas, newLevel } from "./define-areas.ts";
import type { Draft } from "./draft.ts";
import { hintFor } from "./hint.ts";
import type { PlaceRow, Recognised } from "./layout.ts";
import type { ImportOptions } from "./options.ts";
import { type Judged, judgeShapes } from "./place-shapes.ts";
import type { Problems } from "./problems.ts";
import type { ResolvedSheet } from "./resolve.ts";

type PlacesSheet = Extract<Recognised, { kind: "places" }>;
/** TopoJSON text of a level as it stands in the working copy. */
type BordersOf = (level: number) => Promise<string | undefined>;
type Work = { readonly draft: Draft; readonly stored: BordersOf; readonly options: ImportOptions; readonly problems: Problems };

/** Takes in the objects of every sheet that has them, once all areas, tables and levels of the import are known. */
export async function definePlaces(
  sheets: readonly Recognised[],
  draft: Draft,
  stored: BordersOf,
  options: ImportOptions,
  problems: Problems,
): Promise<void> {
  for (const sheet of sheets) {
    if (sheet.kind !== "places") continue;
    for (const [code, rows] of byLevel(sheet.rows)) await defineLevel(sheet, code, rows, { draft, stored, options, problems });
  }
}

/** New indicators on objects are made by a computation on maps, wherever they are shown beside the objects themselves. */
export function markCounted({ indicators }: ResolvedSheet, draft: Draft, known: ReadonlySet<number>): void {
  for (const { id, code } of indicators.values()) {
    const made = known.has(id) ? undefined : draft.indicators.get(code.toLowerCase());
    if (made !== undefined) draft.indicators.put({ ...made, kind: "gis" });
  }
}

function byLevel(rows: readonly PlaceRow[]): Map<string, PlaceRow[]> {
  const out = new Map<string, PlaceRow[]>();
  for (const row of rows) {
    const list = out.get(row.level) ?? [];
    out.set(row.level, list);
    list.push(row);
  }
  return out;
}

async function defineLevel(sheet: PlacesSheet, code: string, rows: readonly PlaceRow[], work: Work): Promise<void> {
  const { draft, options, problems } = work;
  const place = { file: sheet.sheet.file, sheet: sheet.sheet.name };
  const answer = Object.entries(options.as).find(([from]) => from.toLowerCase() === code.toLowerCase())?.[1];
  let level = draft.level(answer ?? code);
  if (level === undefined && !options.create) {
    const hint = hintFor(code, draft.levelCodes());
    problems.once(`level ${code}`, "level-unknown", { ...place, row: rows[0]?.row ?? 1 }, { code, hint });
    return;
  }
  if (level?.type === "area" || level?.type === "cluster") {
    problems.add("places-on-areas", place, { level: level.alias });
    const named = { ...sheet, kind: "areas" as const, level: level.alias, rows: uniqueRows(rows) };
    await defineAreas(named, draft, false, problems);
    return;
  }
  const judged = judgeShapes(sheet, rows, level, problems);
  if (level === undefined) {
    level = { ...(await newLevel(draft, code)), type: judged.type };
    draft.putLevel(level);
    problems.add("level-created", place, { code });
  }
  await putAreas(level, judged.objects, draft);
  await putShapes(level, judged, place, work);
}

function uniqueRows(rows: readonly PlaceRow[]): PlaceRow[] {
  return [...new Map(rows.map((row) => [row.code.toLowerCase(), row])).values()];
}

async function putAreas(level: Level, objects: readonly PlaceRow[], draft: Draft): Promise<void> {
  const known = draft.areasOf(level.id);
  const fresh = objects.filter((row) => !known.has(row.code.toLowerCase()));
  let next = fresh.length === 0 ? 0 : await draft.allocate("area", fresh.length);
  for (const [index, row] of objects.entries()) {
    const old = known.get(row.code.toLowerCase());
    const sequence = row.sequence ?? old?.sequence ?? index + 1;
    if (old === undefined) draft.putArea({ id: next++, level: level.id, code: row.code, name: { nl: row.name }, sequence, pseudo: false });
    else draft.putArea({ ...old, name: { ...old.name, nl: row.name }, sequence });
  }
}

/** Keeps the shapes beside those that the level has, and gives every object its areas. */
async function putShapes(level: Level, judged: Judged, place: { file: string; sheet: string }, work: Work): Promise<void> {
  const { draft, stored, options, problems } = work;
  const geometry: BordersOf = async (id) => draft.geometry.get(id) ?? (await stored(id));
  const before = options.replace ? undefined : await geometry(level.id);
  const shapes = new Map<string, Placed>((before === undefined ? [] : readObjects(before)).map((each) => [each.code.toLowerCase(), each]));
  for (const row of judged.objects) shapes.delete(row.code.toLowerCase());
  for (const [key, shape] of judged.shapes) shapes.set(key, shape);
  draft.geometry.set(level.id, writeObjects(level.alias, [...shapes.values()]));
  const areas = draft.levels.values().flatMap((each) => [...draft.areasOf(each.id).values()]);
  const ground = { levels: draft.levels.values(), areas, tables: draft.tables.values(), borders: geometry };
  const lost = lostOf(level, judged, shapes, work);
  const { tables, findings } = await positionObjects(level, [...shapes.values()], lost, ground);
  for (const table of tables) draft.putTable(table.childLevel, table.parentLevel, table.links);
  if (findings.length === 0) problems.add("places-without-borders", place, { level: level.alias });
  for (const finding of findings) tellFinding(finding, level, judged, shapes.size + lost.length, place, work);
}

/** Objects of which it is not known where they are: those of the file, and earlier ones that the level keeps. */
function lostOf(level: Level, judged: Judged, shapes: ReadonlyMap<string, Placed>, { draft, options }: Work): string[] {
  const given = new Set(judged.objects.map((row) => row.code.toLowerCase()));
  const isLost = (key: string): boolean => (given.has(key) ? judged.lost.has(key) : !options.replace && !shapes.has(key));
  return [...draft.areasOf(level.id)].flatMap(([key, area]) => (!area.pseudo && isLost(key) ? [area.code] : []));
}

/** Says where the objects of the file were found; what was said of earlier ones is not said again. */
function tellFinding(
  finding: Finding,
  level: Level,
  judged: Judged,
  total: number,
  place: { file: string; sheet: string },
  { options, problems }: Work,
): void {
  const target = finding.level.alias;
  problems.add("places-positioned", place, { count: finding.placed, total, level: level.alias, target });
  const given = new Map(judged.objects.map((row) => [row.code.toLowerCase(), row]));
  for (const each of finding.nowhere) {
    const row = given.get(each.toLowerCase());
    if (row === undefined) continue;
    const details = { code: row.code, name: row.name, level: target };
    const at = { ...place, row: row.row };
    const turned = turnedIn(row, judged, finding);
    if (turned !== undefined) problems.once(`turned ${row.code}`, "place-swapped", at, { ...details, ...turned });
    else if (finding.unknown !== undefined) problems.add("place-to-unknown", at, { ...details, area: finding.unknown.name.nl });
    else problems.add(options.skipUnknown ? "place-skipped" : "place-outside", at, details);
  }
  for (const [code, share] of finding.partly) {
    const row = given.get(code.toLowerCase());
    if (row === undefined) continue;
    const details = { code: row.code, name: row.name, level: target, share: Math.round(share * 1000) / 10 };
    problems.add("place-partly", { ...place, row: row.row }, details);
  }
}

/** Metres that lie in an area when they are turned round: x and y were likely mistaken for each other. Degrees were judged before. */
function turnedIn(row: PlaceRow, { system }: Judged, { borders }: Finding) {
  if (system === undefined || system.epsg === 4326 || row.x === "") return undefined;
  const [x, y] = [Number(row.x.replace(",", ".")), Number(row.y.replace(",", "."))];
  const guess = guessSystem(y, x);
  if (guess.kind !== "system" || guess.system.epsg !== system.epsg) return undefined;
  return borders.areaAt(degreesOf(system, y, x)) === undefined ? undefined : { x: row.x, y: row.y, system: system.name };
}

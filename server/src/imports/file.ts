import { mkdtemp, open, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import type { Sheet } from "./cell.ts";
import { openCsv } from "./csv.ts";
import { isGeoJson, openGeoJson } from "./geojson.ts";
import { refuse } from "./problems.ts";
import { openOldWorkbook, openWorkbook } from "./workbook.ts";
import { listZip, unpackZip, verifyZip } from "./zip.ts";

/** GeoJSON is read as a whole; beyond this many bytes it would not fit beside the rest. */
const largestJson = 200_000_000;

/** The sheets of the files that a user gave. `close` throws away what was unpacked. */
export type Opened = { readonly sheets: readonly Sheet[]; close(): Promise<void> };

/** Opens files by what is in them, not by their names. */
export async function openFiles(paths: readonly string[]): Promise<Opened> {
  const folder = await mkdtemp(join(tmpdir(), "peil-import-"));
  const close = (): Promise<void> => rm(folder, { recursive: true, force: true });
  try {
    const sheets: Sheet[] = [];
    for (const [index, path] of paths.entries()) sheets.push(...(await openFile(path, basename(path), join(folder, String(index)))));
    return { sheets, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** What the first bytes say that a file is. */
export type Nature = "zip" | "xls" | "text" | "geojson" | "other";

async function natureOf(path: string, file: string): Promise<Nature> {
  // The path as it was given says where was looked; the path of what was unpacked says nothing.
  const handle = await open(path).catch(() => refuse("file-unreadable", { file: file.includes("/") ? file : path }));
  try {
    if (!(await handle.stat()).isFile()) refuse("file-kind-unknown", { file: path });
    const bytes = Buffer.alloc(4096);
    const { bytesRead } = await handle.read(bytes, 0, bytes.length, 0);
    return judge(bytes.subarray(0, bytesRead), file);
  } finally {
    await handle.close();
  }
}

function judge(head: Buffer, file: string): Nature {
  if (head.length >= 4 && head.readUInt32BE(0) === 0x504b0304) return "zip";
  if (head.length >= 4 && head.readUInt32BE(0) === 0xd0cf11e0) return "xls";
  if (isGeoJson(head.toString("utf8").replace(/^\ufeff/, ""))) return "geojson";
  const start = head.subarray(0, 200).toString("latin1").trimStart();
  if (/^(%PDF|\{|\[|<|PK)/.test(start)) return "other";
  if (/\.(shp|dbf|shx|prj|cpg|pdf|docx?|pptx?|json|png|jpe?g|parquet|rar|7z|gz)$/i.test(file)) return "other";
  const utf16 = head.length > 1 && [0xfffe, 0xfeff].includes(head.readUInt16BE(0));
  const binary = head.some((byte) => byte < 9 || (byte > 13 && byte < 32 && byte !== 26));
  return utf16 || !binary ? "text" : "other";
}

async function openFile(path: string, file: string, folder: string, inside = false): Promise<readonly Sheet[]> {
  const nature = await natureOf(path, file);
  const { size } = await stat(path);
  if (size === 0) refuse("file-empty", { file });
  if (nature === "other") refuse("file-kind-unknown", { file });
  if (nature === "xls" && size < 1536) refuse("file-damaged", { file }, { what: { nl: "afgebroken", en: "cut off" } });
  if (nature === "xls") return openOldWorkbook(path, file);
  if (nature === "geojson" && size > largestJson) refuse("file-too-large", { file }, { size: Math.ceil(size / 1e6) });
  if (nature === "geojson") return [await openGeoJson(path, file, stem(file))];
  if (nature === "text") return [await openCsv(path, file, stem(file))];
  const entries = await listZip(path, file);
  if (entries.some((each) => each.name === "xl/workbook.xml")) {
    await verifyZip(path, file);
    return openWorkbook(path, file);
  }
  if (entries.some((each) => each.name === "xl/workbook.bin")) return openOldWorkbook(path, file);
  if (inside || entries.some((each) => each.name === "word/document.xml" || each.name === "ppt/presentation.xml")) {
    refuse("file-kind-unknown", { file });
  }
  return openPacked(path, file, folder);
}

async function openPacked(path: string, file: string, folder: string): Promise<readonly Sheet[]> {
  const out: Sheet[] = [];
  for (const [index, each] of (await unpackZip(path, file, folder)).entries()) {
    out.push(...(await openFile(each.path, `${file}/${each.name}`, join(folder, `in${index}`), true)));
  }
  if (out.length === 0) refuse("file-empty", { file });
  return out;
}

/** The name of a file without folder, endings, and what people and browsers add after it. */
export function stem(file: string): string {
  return basename(file).replace(/\.([A-Za-z0-9]{1,5}|geojson)$/i, "");
}

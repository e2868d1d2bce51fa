import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { type CatalogueData, openCatalogue } from "@peil/core/model/catalogue.ts";
import type { Documents, Edits, Load, Scope } from "../store/documents.ts";
import { discardLoad, loadFolder, newLoadId } from "../store/load-files.ts";
import { openLoadWriter } from "../store/load-writer.ts";
import type { StagedFile, StagedUse } from "../store/staged.ts";
import { Staging } from "../store/staging.ts";
import type { Sheet } from "./cell.ts";
import { checkShapes } from "./check-flows.ts";
import { define } from "./define.ts";
import { definePlaces, markCounted } from "./define-places.ts";
import { type Allocate, Draft } from "./draft.ts";
import { examine } from "./examine.ts";
import { openFiles } from "./file.ts";
import { checkFormulas } from "./formulas.ts";
import type { Recognised } from "./layout.ts";
import { defaultOptions, type ImportOptions } from "./options.ts";
import { adjustPeriods } from "./periods.ts";
import type { ImportReport } from "./preview.ts";
import { ImportRefusal, Problems } from "./problems.ts";
import { type DataSheet, profile } from "./profile.ts";
import { recogniseAll } from "./recognise.ts";
import { countEdits, indicatorReports, sheetReports } from "./report.ts";
import { type ResolvedSheet, resolveSheet } from "./resolve.ts";
import { stageSheet } from "./stage.ts";
import { questionsOf } from "./survey-records.ts";

/** Where an import goes: the documents and the data folder of a working copy. */
export type Target = { readonly documents: Documents; readonly folder: string };

/** What is being done, for whoever waits. `done` counts rows where that is known. */
export type Progress = (step: "open" | "recognise" | "look" | "stage" | "compare" | "write", done: number) => void;

/**
 * Imports files into a working copy: all or nothing. Reads, looks up, compares; then one load and the edits of the catalogue
 * in one transaction. What stands in the way is in the report, never thrown.
 */
export async function importFiles(
  paths: readonly string[],
  target: Target,
  options: Partial<ImportOptions> = {},
  progress: Progress = () => {},
): Promise<ImportReport> {
  const problems = new Problems();
  try {
    progress("open", 0);
    const opened = await openFiles(paths);
    try {
      return await new Import(opened.sheets, target, { ...defaultOptions, ...options }, problems, progress).run(paths);
    } finally {
      await opened.close();
    }
  } catch (error) {
    if (!(error instanceof ImportRefusal)) throw error;
    problems.add(error.problem.code, error.problem, error.problem.details);
    return refused(problems);
  }
}

function refused(problems: Problems): ImportReport {
  return { outcome: "refused", sheets: [], indicators: [], definitions: countEdits({}), records: 0, dropped: 0, problems: problems.list() };
}

class Import {
  readonly #sheets: readonly Sheet[];
  readonly #target: Target;
  readonly #options: ImportOptions;
  readonly #problems: Problems;
  readonly #progress: Progress;

  constructor(sheets: readonly Sheet[], target: Target, options: ImportOptions, problems: Problems, progress: Progress) {
    this.#sheets = sheets;
    this.#target = target;
    this.#options = options;
    this.#problems = problems;
    this.#progress = progress;
  }

  async run(paths: readonly string[]): Promise<ImportReport> {
    const catalogue = await this.#target.documents.catalogue();
    const loads = await this.#target.documents.loads();
    const draft = new Draft(catalogue, this.#options.dryRun ? imagined() : (kind, count) => this.#target.documents.reserve(kind, count));
    this.#progress("recognise", 0);
    const codes = {
      levels: new Set(catalogue.levels.flatMap((each) => [each.alias.toLowerCase(), each.division.toLowerCase()])),
      dimensionLevels: new Set(catalogue.dimensionLevels.map((each) => each.code.toLowerCase())),
      questions: questionsOf(openCatalogue(catalogue)),
    };
    const sheets = await recogniseAll(this.#sheets, codes, this.#options.leave, this.#problems);
    await define(sheets, draft, this.#options, this.#problems);
    await definePlaces(sheets, draft, (level) => this.#target.documents.geometry(level), this.#options, this.#problems);
    const resolved = await this.#resolve(sheets, draft, new Set(catalogue.indicators.map((each) => each.id)));
    const temp = await mkdtemp(join(tmpdir(), "peil-staging-"));
    const staging = await Staging.open(temp);
    try {
      return await this.#stage(paths, sheets, resolved, draft, catalogue, loads, staging, temp);
    } finally {
      staging.close();
      await rm(temp, { recursive: true, force: true });
    }
  }

  async #resolve(sheets: readonly Recognised[], draft: Draft, known: ReadonlySet<number>): Promise<readonly ResolvedSheet[]> {
    const as = new Map(Object.entries(this.#options.as).map(([from, to]) => [from.toLowerCase(), to]));
    for (const [from, to] of as) {
      if (draft.level(to) === undefined) this.#problems.add("answer-unknown", { file: "" }, { text: `${from}=${to}`, code: to, hint: "" });
    }
    const out: ResolvedSheet[] = [];
    let done = 0;
    for (const sheet of sheets) {
      const figures = figuresIn(sheet);
      if (figures === undefined) continue;
      const found = await profile(figures, this.#problems, (rows) => {
        done += rows;
        this.#progress("look", done);
      });
      if (found === undefined) continue;
      const resolved = await resolveSheet(found, draft, { ...this.#options, as }, this.#problems);
      if (sheet.kind === "places") markCounted(resolved, draft, known);
      out.push(resolved);
    }
    return out;
  }

  async #stage(
    paths: readonly string[],
    sheets: readonly Recognised[],
    resolved: readonly ResolvedSheet[],
    draft: Draft,
    catalogue: CatalogueData,
    loads: readonly Load[],
    staging: Staging,
    temp: string,
  ): Promise<ImportReport> {
    let done = 0;
    for (const [number, sheet] of resolved.entries()) {
      await stageSheet(sheet, number, staging, this.#problems, (rows) => {
        done += rows;
        this.#progress("stage", done);
      });
    }
    staging.seal();
    const known = new Set(catalogue.indicators.map((each) => each.id));
    this.#progress("compare", 0);
    const standing = (ids: readonly number[]): Promise<ReadonlySet<number>> => staging.standing(loads, this.#target.folder, ids);
    await checkFormulas(sheets, draft, standing, this.#problems);
    await checkShapes(catalogue.indicators, draft, standing, this.#problems);
    const found = await examine(staging, {
      draft,
      loads,
      folder: this.#target.folder,
      resolved,
      options: this.#options,
      problems: this.#problems,
    });
    if (this.#options.adjustPeriods) adjustPeriods(draft, found.uses);
    const edits = draft.edits();
    if (found.records === 0 && isEmpty(edits) && !this.#problems.stops)
      this.#problems.add("nothing-to-import", { file: paths.map((each) => basename(each)).join(", ") });
    const report: Omit<ImportReport, "outcome"> = {
      sheets: sheetReports(sheets, resolved),
      indicators: indicatorReports(draft, known, found.uses, found.changes),
      definitions: countEdits(edits),
      records: found.records,
      dropped: found.dropped,
      problems: this.#problems.list(),
    };
    if (this.#problems.stops) return { ...report, outcome: "refused" };
    if (this.#options.dryRun) return { ...report, outcome: "would-import" };
    this.#progress("write", found.records);
    return { ...report, outcome: "imported", ...(await this.#commit(paths, edits, found.uses, staging, temp, found.scopes)) };
  }

  async #commit(
    paths: readonly string[],
    edits: Edits,
    uses: readonly StagedUse[],
    staging: Staging,
    temp: string,
    scopes: readonly Scope[],
  ): Promise<{ load?: string; number: number }> {
    const { documents, folder } = this.#target;
    const at = new Date().toISOString();
    const change = { at, by: this.#options.by, note: this.#options.note, edits };
    const files = paths.map((each) => basename(each));
    if (uses.length === 0) return { number: await documents.commit({ ...change, note: this.#options.note || files.join(", ") }) };
    const id = newLoadId(at);
    const home = loadFolder(folder, id);
    const exported = join(temp, "export");
    await mkdir(exported, { recursive: true });
    const staged = await staging.export(exported);
    try {
      const parts = await writeLoad(home, staged);
      return { load: id, number: await documents.commit({ ...change, load: { id, files, scopes, parts } }) };
    } catch (error) {
      await discardLoad(folder, id, documents);
      throw error;
    }
  }
}

async function writeLoad(home: string, staged: readonly StagedFile[]): Promise<Load["parts"]> {
  const writer = await openLoadWriter(home, { memory: "600MB" });
  try {
    for (const each of staged) {
      if (each.indicator === undefined) await writer.flatFromSql(each.select);
      else if (each.flow === true) await writer.flowFromSql(each.indicator, each.select);
      else await writer.cubeFromSql(each.indicator, each.columns, each.select);
    }
  } catch (error) {
    await writer.abandon();
    throw error;
  }
  return (await writer.finish()).parts;
}

/** The figures of a sheet: all of it, or what stands beside the objects in it. */
function figuresIn(sheet: Recognised): DataSheet | undefined {
  if (sheet.kind === "places") return sheet.figures;
  const isData = sheet.kind === "data-columns" || sheet.kind === "data-records" || sheet.kind === "data-cube" || sheet.kind === "data-flow";
  return isData ? sheet : undefined;
}

function isEmpty(edits: Edits): boolean {
  return Object.keys(edits).length === 0;
}

/** Ids for a dry run: far above all real ones, kept nowhere. */
function imagined(): Allocate {
  let next = 1_000_000_000;
  return async (_kind, count) => {
    const first = next;
    next += count;
    return first;
  };
}

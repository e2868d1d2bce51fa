import type { Indicator } from "@peil/core/model/indicator.ts";
import type { Text } from "@peil/core/model/text.ts";
import type { Draft } from "./draft.ts";
import { hintFor } from "./hint.ts";
import { choicesOf, dataTypeOf, geoTypeOf, periodTypeOf, ratingOf, yesNo } from "./indicator-fields.ts";
import type { IndicatorRow, Recognised } from "./layout.ts";
import type { Problems } from "./problems.ts";

type IndicatorsSheet = Extract<Recognised, { kind: "indicators" }>;
/** An indicator while it is being changed. */
type Loose = { -readonly [K in keyof Indicator]: Indicator[K] };

/** Whether a text can be the code of an indicator. */
export function isIndicatorCode(code: string): boolean {
  return /^[A-Za-z0-9_]{1,50}$/.test(code);
}

/** A new indicator with nothing said about it yet. */
export function blankIndicator(id: number, code: string): Indicator {
  return {
    id,
    code,
    shape: "flat",
    name: { nl: code },
    unit: { nl: "" },
    kind: "register",
    dataType: "count",
    periodType: "stock",
    rating: "unknown",
    aggregatesAreas: true,
    aggregatesPeriods: true,
    absent: "empty",
    visible: true,
    searchable: true,
    sequence: id,
  };
}

/** Adds indicators, or changes what the columns present say of them. */
export async function defineIndicators(sheet: IndicatorsSheet, draft: Draft, problems: Problems): Promise<void> {
  for (const row of sheet.rows) {
    const place = { file: sheet.sheet.file, sheet: sheet.sheet.name, row: row.row };
    if (!isIndicatorCode(row.code)) {
      problems.add("code-invalid", place, { code: row.code });
      continue;
    }
    const old = draft.indicators.get(row.code.toLowerCase()) ?? blankIndicator(await draft.allocate("indicator", 1), row.code);
    draft.indicators.put(new RowReader(sheet, row, problems).apply(old, draft));
  }
}

/** Applies one row of an indicator table. An empty cell clears what may be absent and leaves what may not. */
class RowReader {
  readonly #sheet: IndicatorsSheet;
  readonly #row: IndicatorRow;
  readonly #problems: Problems;

  constructor(sheet: IndicatorsSheet, row: IndicatorRow, problems: Problems) {
    this.#sheet = sheet;
    this.#row = row;
    this.#problems = problems;
  }

  apply(old: Indicator, draft: Draft): Indicator {
    const out: Loose = { ...old };
    this.#texts(out);
    this.#kinds(out);
    this.#references(out);
    this.#numbers(out);
    this.#switches(out);
    this.#source(out, draft);
    return out;
  }

  #cell(field: string): string | undefined {
    return this.#row.cells.get(field);
  }

  #wrong(field: string, choices: string): void {
    const place = { file: this.#sheet.sheet.file, sheet: this.#sheet.sheet.name, row: this.#row.row };
    const head = this.#sheet.heads.get(field) ?? field;
    this.#problems.add("value-unknown", place, { head, text: this.#cell(field) ?? "", choices });
  }

  /** Sets or clears an optional property. */
  #optional<K extends keyof Loose>(out: Loose, key: K, value: Loose[K] | undefined): void {
    if (value === undefined) delete out[key];
    else out[key] = value;
  }

  #texts(out: Loose): void {
    for (const field of ["name", "unit"] as const) {
      const text = this.#cell(field);
      if (text !== undefined && text !== "") out[field] = { ...out[field], nl: text };
    }
    for (const field of ["description", "more", "footnote", "keywords"] as const) {
      const text = this.#cell(field);
      if (text === undefined) continue;
      const changed: Text | undefined = text === "" ? undefined : { ...out[field], nl: text };
      this.#optional(out, field, changed);
    }
    const formula = this.#cell("formula");
    if (formula !== undefined) this.#optional(out, "formula", formula === "" ? undefined : formula);
    const free = [1, 2, 3].map((n) => this.#cell(`free${n}`));
    if (free.some((each) => each !== undefined)) {
      out.free = [0, 1, 2].map((n) => free[n] || out.free?.[n] || undefined) as unknown as [string?, string?, string?];
    }
  }

  #kinds(out: Loose): void {
    this.#choice(
      "dataType",
      choicesOf.dataType,
      (text) => dataTypeOf(text, out.unit.nl),
      (value) => {
        out.dataType = value;
      },
    );
    this.#choice("periodType", choicesOf.periodType, periodTypeOf, (value) => {
      out.periodType = value;
    });
    this.#choice("rating", choicesOf.rating, ratingOf, (value) => {
      out.rating = value;
    });
    this.#choice("geoType", choicesOf.geoType, geoTypeOf, (value) => {
      if (value !== "single") {
        out.shape = "flow";
        out.flow = value;
      } else if (out.shape === "flow") {
        out.shape = "flat";
        delete out.flow;
      }
    });
  }

  #choice<T>(field: string, choices: string, read: (text: string) => T | undefined, set: (value: T) => void): void {
    const text = this.#cell(field);
    if (text === undefined || text === "") return;
    const value = read(text);
    if (value === undefined) this.#wrong(field, choices);
    else set(value);
  }

  #references(out: Loose): void {
    const fields = [
      "weight",
      "allocation",
      "sample",
      "base",
      "deviation",
      "thresholdIndicator",
      "startPeriod",
      "endPeriod",
      "forecastFrom",
    ] as const;
    for (const field of fields) {
      const text = this.#cell(field);
      if (text !== undefined) this.#optional(out, field, text === "" ? undefined : text);
    }
    const provisional = this.#cell("provisional");
    if (provisional !== undefined) this.#optional(out, "provisional", provisional === "" ? undefined : provisional.split(/[\s,;]+/));
  }

  #number(field: string): number | undefined {
    const text = this.#cell(field);
    if (text === undefined || text === "") return undefined;
    const value = Number(text.replace(",", "."));
    if (Number.isFinite(value)) return value;
    this.#wrong(field, choicesOf.number);
    return undefined;
  }

  #numbers(out: Loose): void {
    if (this.#cell("threshold") !== undefined) this.#optional(out, "threshold", this.#number("threshold"));
    const sequence = this.#number("sequence");
    if (sequence !== undefined) out.sequence = sequence;
    const rounding = this.#number("rounding");
    if (rounding === undefined || rounding <= 0) return;
    this.#optional(out, "decimals", rounding <= 1 ? Math.round(-Math.log10(rounding)) : 0);
    this.#optional(out, "step", rounding > 1 ? rounding : undefined);
  }

  #switches(out: Loose): void {
    const read = (field: string, set: (value: boolean) => void): void => {
      const text = this.#cell(field);
      if (text === undefined || text === "") return;
      const value = yesNo(text);
      if (value === undefined) this.#wrong(field, choicesOf.yesNo);
      else set(value);
    };
    read("visible", (value) => {
      out.visible = value;
    });
    read("hideFromSearch", (value) => {
      out.searchable = !value;
    });
    read("aggregatesAreas", (value) => {
      out.aggregatesAreas = value;
    });
    read("aggregatesPeriods", (value) => {
      out.aggregatesPeriods = value;
    });
    read("protected", (value) => {
      this.#optional(out, "protected", value || undefined);
    });
    read("cube", (value) => {
      if (value && out.shape === "flat") out.shape = "cube";
    });
    for (const [field, set] of [
      ["interpolation", "linear"],
      ["extrapolation", "hold"],
    ] as const) {
      read(field, (value) => {
        out[field] = value ? set : "none";
      });
    }
  }

  #source(out: Loose, draft: Draft): void {
    const code = this.#cell("source");
    if (code === undefined) return;
    this.#optional(out, "source", code === "" ? undefined : (draft.sources.get(code.toLowerCase())?.code ?? code));
    if (code === "" || draft.sources.get(code.toLowerCase()) !== undefined) return;
    draft.sources.put({ code, name: { nl: code } });
    this.#problems.add("source-created", { file: this.#sheet.sheet.file, sheet: this.#sheet.sheet.name, row: this.#row.row }, { code });
  }
}

const references = ["weight", "allocation", "sample", "base", "deviation", "thresholdIndicator"] as const;

/** Checks, once all sheets are read, that every code that a table refers to exists. */
export function checkReferences(sheet: IndicatorsSheet, draft: Draft, problems: Problems): void {
  for (const row of sheet.rows) {
    for (const field of references) {
      const code = row.cells.get(field) ?? "";
      if (code === "" || draft.indicators.get(code.toLowerCase()) !== undefined) continue;
      const place = { file: sheet.sheet.file, sheet: sheet.sheet.name, row: row.row };
      problems.add("reference-unknown", place, () => {
        const hint = hintFor(
          code,
          draft.indicators.values().map((each) => each.code),
        );
        return { indicator: row.code, head: sheet.heads.get(field) ?? field, code, hint };
      });
    }
  }
}

import type { Text } from "@peil/core/model/text.ts";
import type { Row, Sheet } from "./cell.ts";
import type { Problems } from "./problems.ts";
import type { SurveyQuestion } from "./survey-records.ts";

/** The kinds of sheet that users bring, and `left` for what is none of them. */
export type Kind =
  | "data-columns"
  | "data-records"
  | "data-cube"
  | "data-flow"
  | "definition"
  | "indicators"
  | "dimensions"
  | "dimension-levels"
  | "dimension-items"
  | "member-aggregation"
  | "area-aggregation"
  | "areas"
  | "levels"
  | "places"
  | "themes"
  | "workspaces"
  | "left";

/** The first rows of a sheet: enough to say what it is. */
export type Head = { readonly sheet: Sheet; readonly rows: readonly Row[] };

/** What sheets may refer to: codes that stand in the catalogue or elsewhere in the same import. All in lower case. */
export type Context = {
  readonly levels: ReadonlySet<string>;
  readonly dimensionLevels: ReadonlySet<string>;
  /** Survey indicators to which a file of respondents may hold answers. */
  readonly questions?: ReadonlyMap<string, SurveyQuestion> | undefined;
  /** The definition sheet that applies to a sheet, if any. */
  definitionFor(sheet: Sheet): Definition | undefined;
};

/** What a definition sheet says of columns: types by head in lower case. */
export type Definition = { readonly sheet: Sheet; readonly types: ReadonlyMap<string, DefinedType>; readonly heads: readonly string[] };
/** A type in a definition sheet. */
export type DefinedType = "period" | "geolevel" | "geoitem" | "dim" | "var" | "data";

/** That a sheet is of a kind: how sure (0–1), and the row that is its head. */
export type Finding = { readonly confidence: number; readonly header: Row };

/** What a column of a data sheet holds. */
export type ColumnRole =
  | { readonly role: "period" | "level" | "area" | "to" | "variable" | "value" }
  | { readonly role: "member"; readonly level: string }
  | { readonly role: "indicator"; readonly code: string }
  | { readonly role: "left"; readonly reason: Text };

/** A sheet with its head row, ready to be read. */
export type Table = { readonly sheet: Sheet; readonly header: Row };

/** A row of an indicator table: its code and, by field, what stands in the columns that are present. */
export type IndicatorRow = { readonly row: number; readonly code: string; readonly cells: ReadonlyMap<string, string> };

/** A code with a name, as dimensions, levels, members and areas have. */
export type NamedRow = {
  readonly row: number;
  readonly code: string;
  readonly name: string;
  readonly sequence?: number;
  /** For a dimension level its dimension, for an area level its type, for an area level also the plural. */
  readonly of?: string;
  readonly plural?: string;
};

/** A child and its parent. */
export type PairRow = { readonly row: number; readonly child: string; readonly parent: string; readonly weight: number | undefined };

/** A place in a theme tree. */
export type ThemeRow = {
  readonly row: number;
  readonly path: readonly string[];
  readonly code: string;
  readonly type: string;
  readonly alias: string;
};

/** Where a workspace of a former site leads: a target as it is written, and the parameters of a former link by name. */
export type WorkspaceRow = {
  readonly row: number;
  readonly guid: string;
  readonly target: string;
  readonly fields: ReadonlyMap<string, string>;
};

/** Figures in columns: one per indicator, or one per dimension level and one for the cube. */
export type FigureColumns = Table & { readonly kind: "data-columns" | "data-cube"; readonly roles: readonly ColumnRole[] };

/** An object on the map as a row of a file says it. Coordinates are texts until they are judged together. */
export type PlaceRow = {
  readonly row: number;
  readonly level: string;
  readonly code: string;
  readonly name: string;
  readonly sequence?: number;
  readonly x: string;
  readonly y: string;
  /** Text of a GeoJSON geometry, instead of x and y. */
  readonly geometry: string;
  /** The coordinate system that the row names. */
  readonly system: string;
};

/** What a sheet was read as: plain records, codes not looked up yet. */
export type Recognised = Table &
  (
    | { readonly kind: "data-records"; readonly roles: readonly ColumnRole[] }
    | Omit<FigureColumns, keyof Table>
    /** `from` and `to` are the level codes of the two ends. */
    | { readonly kind: "data-flow"; readonly roles: readonly ColumnRole[]; readonly from: string; readonly to: string }
    | { readonly kind: "definition"; readonly definition: Definition }
    | { readonly kind: "indicators"; readonly heads: ReadonlyMap<string, string>; readonly rows: readonly IndicatorRow[] }
    | { readonly kind: "dimensions" | "dimension-levels" | "levels"; readonly rows: readonly NamedRow[] }
    | { readonly kind: "dimension-items" | "areas"; readonly level: string; readonly rows: readonly NamedRow[] }
    | {
        readonly kind: "member-aggregation" | "area-aggregation";
        readonly child: string;
        readonly parent: string;
        readonly rows: readonly PairRow[];
      }
    | { readonly kind: "places"; readonly rows: readonly PlaceRow[]; readonly figures?: FigureColumns }
    | { readonly kind: "themes"; readonly rows: readonly ThemeRow[] }
    | { readonly kind: "workspaces"; readonly rows: readonly WorkspaceRow[] }
    | { readonly kind: "left"; readonly reason: Text }
  );

/** One kind of sheet: how it is recognised and how it is read. */
export type Layout = {
  readonly kind: Kind;
  recognise(head: Head, context: Context): Finding | undefined;
  read(table: Table, context: Context, problems: Problems): Promise<Recognised>;
};

/** The rows under the head. */
export async function* rowsUnder(table: Table): AsyncGenerator<readonly Row[]> {
  for await (const rows of table.sheet.read()) {
    const last = rows.at(-1)?.number ?? 0;
    if (last <= table.header.number) continue;
    yield (rows[0]?.number ?? 0) > table.header.number ? rows : rows.filter((row) => row.number > table.header.number);
  }
}

/** The first row of a head for which a test holds. */
export function findHeader(head: Head, test: (row: Row) => boolean): Row | undefined {
  return head.rows.find(test);
}

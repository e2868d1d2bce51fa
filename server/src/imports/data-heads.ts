import type { Text } from "@peil/core/model/text.ts";
import type { Cell, Row } from "./cell.ts";
import { headOf, isBlank, textOf } from "./cell.ts";
import type { ColumnRole, Context, Definition, Head } from "./layout.ts";

/** The heads of the three key columns and of the record layout, in Dutch and English. */
export const keyHeads = {
  period: ["period", "periode"],
  level: ["geolevel", "gebiedsniveau"],
  area: ["geoitem", "gebied"],
  variable: ["onderwerp", "var"],
  value: ["waarde", "data"],
} as const;

/** A column that every data sheet has, or that records have. */
export type KeyRole = keyof typeof keyHeads;

/** The role that a head has by itself, or undefined. */
export function keyRoleOf(cell: Cell | undefined): KeyRole | undefined {
  const head = headOf(cell);
  for (const [role, heads] of Object.entries(keyHeads)) if ((heads as readonly string[]).includes(head)) return role as KeyRole;
  return undefined;
}

/** How many of period, level and area stand in a row. */
export function keysIn(row: Row): number {
  const roles = new Set(row.cells.map(keyRoleOf));
  return (["period", "level", "area"] as const).filter((role) => roles.has(role)).length;
}

/** The head row of a data sheet: it names at least two of period, level and area; or all columns that a definition wants. */
export function dataHeader(head: Head, definition: Definition | undefined): { row: Row; keys: number } | undefined {
  if (definition !== undefined) {
    const wanted = definition.heads.filter((each) => ["period", "geolevel", "geoitem"].includes(definition.types.get(each) ?? ""));
    const row = head.rows.find((each) => wanted.length > 0 && wanted.every((name) => each.cells.some((cell) => headOf(cell) === name)));
    if (row !== undefined) return { row, keys: 3 };
  }
  const rows = head.rows.map((row) => ({ row, keys: keysIn(row) })).filter((each) => each.keys >= 2);
  return rows.reduce<{ row: Row; keys: number } | undefined>(
    (best, each) => (best === undefined || each.keys > best.keys ? each : best),
    undefined,
  );
}

const reasons = {
  marked: { nl: "de kop zegt dat ze weg mag", en: "its head says that it may go" },
  unnamed: { nl: "de kolom heeft geen kop", en: "the column has no head" },
} as const satisfies Record<string, Text>;

const defined: Readonly<Record<string, KeyRole>> = { period: "period", geolevel: "level", geoitem: "area" };

/** What each column of a data sheet holds. */
export function rolesOf(header: Row, context: Context, definition: Definition | undefined): readonly ColumnRole[] {
  const records =
    definition === undefined
      ? (["variable", "value"] as const).every((role) => header.cells.some((cell) => keyRoleOf(cell) === role))
      : [...definition.types.values()].includes("data");
  return header.cells.map((cell): ColumnRole => {
    if (isBlank(cell)) return { role: "left", reason: reasons.unnamed };
    const head = headOf(cell);
    if (/te verwijderen|to (be )?(removed|deleted)|verwijderen bij upload/.test(head)) return { role: "left", reason: reasons.marked };
    const type = definition?.types.get(head);
    if (type !== undefined) return definedRole(type, textOf(cell), records);
    const role = keyRoleOf(cell);
    if (role !== undefined && (records || (role !== "variable" && role !== "value"))) return { role };
    if (context.dimensionLevels.has(head)) return { role: "member", level: textOf(cell) };
    return { role: "indicator", code: textOf(cell) };
  });
}

function definedRole(type: string, head: string, records: boolean): ColumnRole {
  const key = defined[type];
  if (key !== undefined) return { role: key };
  if (type === "dim") return { role: "member", level: head };
  if (type === "data") return { role: "value" };
  return records ? { role: "variable" } : { role: "indicator", code: head };
}

import type { ThemeNode } from "@peil/core/model/theme.ts";
import type { Draft } from "./draft.ts";
import { hintFor } from "./hint.ts";
import type { Recognised, ThemeRow } from "./layout.ts";
import type { Problems } from "./problems.ts";

type ThemesSheet = Extract<Recognised, { kind: "themes" }>;

/** A folder's code in addresses, from its name. */
function slug(name: string): string {
  const plain = name
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase();
  return plain.replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "") || "map";
}

const folderTypes = ["", "folder", "map", "category", "categorie"];
const indicatorTypes = ["indicator", "onderwerp", "cube", "kubus", "variable", "var"];

/** Adds folders and items to the theme tree at their places; with `replace` the tree is the file's alone. */
export async function defineThemes(sheet: ThemesSheet, draft: Draft, replace: boolean, problems: Problems): Promise<void> {
  const nodes: ThemeNode[] = replace ? [] : [...draft.themes];
  const slugs = new Set(nodes.filter((each) => each.kind === "folder").map((each) => each.target));
  const add = async (node: Omit<ThemeNode, "id" | "sequence">): Promise<ThemeNode> => {
    const sequence = nodes.filter((each) => each.parent === node.parent).length + 1;
    const made = { ...node, id: await draft.allocate("theme", 1), sequence };
    nodes.push(made);
    return made;
  };
  const folder = async (parent: number | undefined, name: string): Promise<number> => {
    const found = nodes.find(
      (each) => each.parent === parent && each.kind === "folder" && each.name?.nl.toLowerCase() === name.toLowerCase(),
    );
    if (found !== undefined) return found.id;
    let target = slug(name);
    for (let n = 2; slugs.has(target); n++) target = `${slug(name)}-${n}`;
    slugs.add(target);
    return (await add({ parent, kind: "folder", target, name: { nl: name } })).id;
  };
  for (const row of sheet.rows) {
    let parent: number | undefined;
    for (const name of row.path) parent = await folder(parent, name);
    const item = itemOf(row, sheet, draft, problems);
    if (item === undefined || nodes.some((each) => each.parent === parent && each.target === item.target && each.kind === item.kind))
      continue;
    await add({ ...item, parent });
  }
  draft.themes = nodes;
  draft.themesChanged = true;
}

function itemOf(
  row: ThemeRow,
  sheet: ThemesSheet,
  draft: Draft,
  problems: Problems,
): Pick<ThemeNode, "kind" | "target" | "name"> | undefined {
  const place = { file: sheet.sheet.file, sheet: sheet.sheet.name, row: row.row };
  const alias = row.alias === "" ? {} : { name: { nl: row.alias } };
  if (row.code === "" || folderTypes.includes(row.type)) return undefined;
  if (row.type === "link" || /^https?:/.test(row.code)) return { kind: "link", target: row.code, name: { nl: row.alias || row.code } };
  if (!indicatorTypes.includes(row.type)) {
    problems.add("row-left", place, {
      reason: { nl: `een item van het type “${row.type}” kent Peil nog niet`, en: `Peil does not know items of type “${row.type}” yet` },
    });
    return undefined;
  }
  const indicator = draft.indicators.get(row.code.toLowerCase());
  if (indicator === undefined) {
    problems.add("indicator-unknown", place, {
      code: row.code,
      hint: hintFor(
        row.code,
        draft.indicators.values().map((each) => each.code),
      ),
    });
    return undefined;
  }
  return { kind: "indicator", target: indicator.code, ...alias };
}

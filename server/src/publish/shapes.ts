import type { CatalogueData } from "@peil/core/model/catalogue.ts";
import { coarsen } from "../places/coarse.ts";
import type { Documents } from "../store/documents.ts";

/** Borders of a level as a release holds them: as they came in, and with fewer corners where that saves much. */
export type PublishedShapes = { readonly level: number; readonly topology: string; readonly coarse?: string };

/** The borders of the levels that are published, in the order of their levels. Invented borders carry that with them. */
export async function readShapes(documents: Documents, data: CatalogueData): Promise<readonly PublishedShapes[]> {
  const out: PublishedShapes[] = [];
  const known = new Map(data.levels.map((each) => [each.id, each]));
  for (const id of await documents.geometryLevels()) {
    const text = await documents.geometry(id);
    const level = known.get(id);
    if (text === undefined || level === undefined) continue;
    const coarse = coarsen(text);
    const marked = (topology: string): string => (level.synthetic ? markSynthetic(topology) : topology);
    out.push({ level: id, topology: marked(text), ...(coarse === undefined ? {} : { coarse: marked(coarse) }) });
  }
  return out.sort((a, b) => a.level - b.level);
}

function markSynthetic(topology: string): string {
  return JSON.stringify({ ...(JSON.parse(topology) as object), synthetic: true });
}

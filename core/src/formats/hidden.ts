import { status } from "../model/status.ts";
import type { Slab } from "./format.ts";

/** Whether a cell keeps its figure back: then nothing of it is written, whatever stands beside its status. */
export function hasHiddenFigure(slab: Pick<Slab, "status">, cell: number): boolean {
  const state = slab.status[cell];
  return state === status.hidden || state === status.private;
}

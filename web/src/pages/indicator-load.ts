import type { IndicatorView, Read } from "@peil/core/api.ts";
import { PeilError } from "@peil/core/errors.ts";
import { formatPageSelection } from "@peil/core/query/page-selection.ts";
import type { Place } from "../address.ts";
import { holdsObjects } from "../presentations/borders.ts";
import { memberAxes } from "../presentations/reading.ts";
import { bordersFor } from "./borders-for.ts";
import type { Story } from "./story.ts";

type Asked = Extract<Place, { page: "indicator" }>;

/** A dimension level with more members than this makes an unreadable first table. */
const readable = 25;

/** How a cube is crossed where nobody chose: its first two dimensions, each on its most detailed level that can still be read. */
function defaultAxes(view: IndicatorView): readonly string[] {
  return view.details.dimensions.slice(0, 2).flatMap((dimension) => {
    const levels = dimension.levels.toSorted((a, b) => b.members.length - a.members.length);
    const level = levels.find((each) => each.members.length <= readable) ?? levels.at(-1);
    return level ? [level.code] : [];
  });
}

async function orNothing<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof PeilError || (error instanceof Error && error.name === "PeilError")) return undefined;
    throw error;
  }
}

/** The two faces of a cube: its totals over time, and its dimensions crossed. */
export async function facesOf(view: IndicatorView, read: Read): Promise<Pick<Story, "totals" | "crossing">> {
  if (view.details.shape !== "cube" || view.reason) return { totals: view };
  const { code } = view.details;
  const ask = (change: Partial<typeof view.selection>): Promise<IndicatorView | undefined> =>
    orNothing(read("indicator", { code, selection: formatPageSelection({ ...view.selection, ...change }) }));
  if (memberAxes(view.cube).length > 0) {
    const totals = await ask({ by: [], memberGroups: [], periods: { kind: "all" } });
    return { crossing: view, ...(totals && memberAxes(totals.cube).length === 0 ? { totals } : {}) };
  }
  return { totals: view, crossing: await ask({ by: defaultAxes(view), periods: { kind: "recent" } }) };
}

/** The borders under a map of objects: of the finest level to compare with. */
async function outlinesUnder(view: IndicatorView, borders: string | undefined, read: Read): Promise<string | undefined> {
  if (borders === undefined || !holdsObjects(borders)) return undefined;
  const level = view.choices.compare.findLast((each) => each.level !== view.selection.level)?.level;
  return level === undefined ? undefined : bordersFor(read, level);
}

/** Fetches what is drawn of the totals of an indicator: its series and all areas, without its dimensions crossed. */
export async function loadTotals(
  code: string,
  selection: string,
  read: Read,
): Promise<Pick<Story, "view" | "totals" | "borders" | "under">> {
  const view = await read("indicator", { code, selection });
  const borders = await bordersFor(read, view.selection.level);
  const flat = memberAxes(view.cube).length === 0;
  return { view, borders, under: await outlinesUnder(view, borders, read), ...(flat ? { totals: view } : {}) };
}

/** Fetches everything that the page of an indicator shows. */
export async function loadIndicator(place: Asked, read: Read): Promise<Pick<Story, "view" | "totals" | "crossing" | "borders" | "under">> {
  const view = await read("indicator", { code: place.code, selection: place.selection });
  const [faces, borders] = await Promise.all([facesOf(view, read), bordersFor(read, view.selection.level)]);
  return { view, borders, under: await outlinesUnder(view, borders, read), ...faces };
}

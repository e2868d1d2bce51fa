import { useCallback, useEffect, useMemo, useState } from "react";
import { type Land, openLand } from "./land.ts";

/** How detailed borders are asked. */
export type Detail = "coarse" | "full";
/** Fetches borders as TopoJSON text; nothing where the level has none. */
export type Geometry = (detail: Detail) => Promise<string | undefined>;

/**
 * The land of a map: coarse borders at first, and finer ones once `refine` was called.
 * @param given TopoJSON text that is there already
 */
export function useLand(
  given: string | undefined,
  geometry: Geometry,
  projection: Land["projection"],
): { readonly land: Land | undefined; readonly text: string | undefined; refine(): Promise<string | undefined> } {
  const [text, setText] = useState(given);
  useEffect(() => {
    let stale = false;
    setText(given);
    if (given === undefined) void geometry("coarse").then((found) => !stale && setText(found));
    return () => {
      stale = true;
    };
  }, [given, geometry]);
  const refine = useCallback(async () => {
    const found = await geometry("full");
    if (found !== undefined) setText(found);
    return found;
  }, [geometry]);
  const land = useMemo(() => (text === undefined ? undefined : openLand(text, projection)), [text, projection]);
  return { land, text, refine };
}

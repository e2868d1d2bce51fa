import { useCallback, useEffect, useMemo, useState } from "react";
import { holdsObjects } from "../../presentations/borders.ts";
import { type Land, openLand } from "./land.ts";

/** How detailed borders are asked. */
export type Detail = "coarse" | "full";
/** Fetches borders as TopoJSON text; nothing where the level has none. */
export type Geometry = (detail: Detail) => Promise<string | undefined>;

/**
 * The land of a map: coarse borders at first, and finer ones once `refine` was called.
 * @param given TopoJSON text that is there already
 * @param ground fetches the outlines on which objects are drawn
 */
export function useLand(
  given: string | undefined,
  geometry: Geometry,
  projection: Land["projection"],
  ground: () => Promise<string | undefined>,
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
  const [below, setBelow] = useState<string | undefined>();
  const isOfObjects = text !== undefined && holdsObjects(text);
  useEffect(() => {
    let stale = false;
    setBelow(undefined);
    if (isOfObjects) void ground().then((found) => !stale && setBelow(found));
    return () => {
      stale = true;
    };
  }, [isOfObjects, ground]);
  const land = useMemo(() => (text === undefined ? undefined : openLand(text, projection, below)), [text, projection, below]);
  return { land, text, refine };
}

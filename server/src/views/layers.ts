import type { MapLayers } from "@peil/core/api-databank.ts";
import type { View } from "./scope.ts";

/** Answers with the backgrounds and layers that were read at the start. */
export function layersView(layers: MapLayers): View<"layers"> {
  return async () => layers;
}

/** No backgrounds and layers: for a site that lists none. */
export const layers: View<"layers"> = layersView({ folders: [] });

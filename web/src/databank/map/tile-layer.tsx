import type { MapLayer } from "@peil/core/api-databank.ts";
import type { ReactElement } from "react";
import type { Land } from "./land.ts";
import { tilesOf } from "./tiles.ts";
import type { Frame, View } from "./view.ts";

/** The pictures of a layer, under the areas. They are asked when they are drawn, and not before. */
export function TileLayer(props: {
  readonly layer: MapLayer;
  readonly land: Land;
  readonly view: View;
  readonly frame: Frame;
}): ReactElement {
  const { layer, land, view, frame } = props;
  return (
    <div className="map-tiles">
      {tilesOf(layer, land, view, frame).map(({ url, x, y, width, height }) => (
        <img key={url} src={url} alt="" draggable={false} referrerPolicy="no-referrer" style={{ left: x, top: y, width, height }} />
      ))}
    </div>
  );
}

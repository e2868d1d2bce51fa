import type { ReactElement } from "react";
import type { MapWords } from "../../text/map.ts";
import type { Viewing } from "./use-view.ts";

type Buttons = { readonly words: MapWords; readonly viewing: Viewing; readonly toMine: (() => void) | undefined };

/** In, out, everything, and the reader's own areas. */
export function MapButtons({ words, viewing, toMine }: Buttons): ReactElement {
  return (
    <div className="map-buttons">
      <button type="button" aria-label={words.zoomIn} title={words.zoomIn} onClick={() => viewing.zoom(1.6)}>
        +
      </button>
      <button type="button" aria-label={words.zoomOut} title={words.zoomOut} onClick={() => viewing.zoom(1 / 1.6)}>
        −
      </button>
      <button type="button" aria-label={words.reset} title={words.reset} onClick={viewing.reset}>
        ⤢
      </button>
      {toMine && (
        <button type="button" aria-label={words.toMine} title={words.toMine} onClick={toMine}>
          ⌖
        </button>
      )}
    </div>
  );
}

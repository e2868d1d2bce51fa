import type { ReactElement } from "react";
import type { MapWords } from "../../text/map.ts";
import type { Viewing } from "./use-view.ts";

type Buttons = { readonly words: MapWords; readonly viewing: Viewing; readonly toMine: (() => void) | undefined };

const signs = {
  in: "M9 3v12M3 9h12",
  out: "M3 9h12",
  all: "M3 7V3h4M11 3h4v4M15 11v4h-4M7 15H3v-4",
  mine: "M9 1v4M9 13v4M1 9h4M13 9h4M9 4.5a4.5 4.5 0 1 0 .01 0",
} as const;

function Button({ name, sign, onPress }: { readonly name: string; readonly sign: keyof typeof signs; readonly onPress: () => void }) {
  return (
    <button type="button" aria-label={name} title={name} onClick={onPress}>
      <svg viewBox="0 0 18 18" width="18" height="18" aria-hidden="true">
        <path d={signs[sign]} />
      </svg>
    </button>
  );
}

/** In, out, everything, and the reader's own areas. */
export function MapButtons({ words, viewing, toMine }: Buttons): ReactElement {
  return (
    <div className="map-buttons">
      <Button name={words.zoomIn} sign="in" onPress={() => viewing.zoom(1.6)} />
      <Button name={words.zoomOut} sign="out" onPress={() => viewing.zoom(1 / 1.6)} />
      <Button name={words.reset} sign="all" onPress={viewing.reset} />
      {toMine && <Button name={words.toMine} sign="mine" onPress={toMine} />}
    </div>
  );
}

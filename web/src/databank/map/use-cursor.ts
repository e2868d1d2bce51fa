import { type KeyboardEvent, useCallback, useState } from "react";
import { directions, neighbourOf } from "./find-area.ts";
import type { Land } from "./land.ts";
import type { Viewing } from "./use-view.ts";
import { type Frame, panBy, toScreen } from "./view.ts";

/** The area on which the keyboard stands. */
export type Cursor = {
  readonly at: number;
  /** Whether it shows: only while the map has the focus of the keyboard. */
  readonly visible: boolean;
  put(code: string): void;
  onKeyDown(event: KeyboardEvent): void;
  onFocus(event: { readonly currentTarget: Element }): void;
  onBlur(): void;
};

type CursorInput = {
  readonly land: Land | undefined;
  readonly viewing: Viewing;
  /** Where it begins: the reader's own area. */
  readonly start: number | undefined;
  readonly frame: Frame;
  readonly onArea: (code: string, action: "select" | "open") => void;
};

/** Pixels that a step of the keyboard moves the map. */
const step = 60;
/** Pixels from the side within which the map follows the cursor. */
const side = 40;

/** The keyboard on a map: arrows go from area to area, with Shift they move the map. */
export function useCursor({ land, viewing, start, frame, onArea }: CursorInput): Cursor {
  const [at, setAt] = useState(-1);
  const [visible, setVisible] = useState(false);
  const here = at >= 0 ? at : (start ?? 0);
  const { move, zoom, reset, live } = viewing;

  const follow = useCallback(
    (next: number) => {
      const area = land?.areas[next];
      if (!area) return;
      setAt(next);
      const [x, y] = toScreen(live.current, area.spot);
      const isSeen = x > side && y > side && x < frame.width - side && y < frame.height - side;
      if (!isSeen) move((view) => panBy(view, frame.width / 2 - x, frame.height / 2 - y));
    },
    [land, live, move, frame],
  );
  const onKeyDown = (event: KeyboardEvent): void => {
    const direction = directions[event.key];
    const code = land?.areas[here]?.code;
    if (event.ctrlKey || event.metaKey || event.altKey || !land) return;
    if (direction && event.shiftKey) move((view) => panBy(view, -direction[0] * step, -direction[1] * step));
    else if (direction) follow(visible ? neighbourOf(land.areas, here, direction) : here);
    else if (event.key === "+" || event.key === "=") zoom(1.5);
    else if (event.key === "-") zoom(1 / 1.5);
    else if (event.key === "0") reset();
    else if (event.key === "Home") follow(start ?? 0);
    else if (event.key === "Enter" && code !== undefined) onArea(code, "open");
    else if (event.key === " " && code !== undefined) onArea(code, "select");
    else return;
    setVisible(true);
    event.preventDefault();
  };
  return {
    at: here,
    visible,
    put: useCallback((code: string) => setAt(land?.index.get(code) ?? -1), [land]),
    onKeyDown,
    onFocus: (event) => setVisible(event.currentTarget.matches(":focus-visible")),
    onBlur: () => setVisible(false),
  };
}

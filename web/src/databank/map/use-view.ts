import { type RefObject, useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { Point } from "../../presentations/outline.ts";
import { type Box, bounded, type Frame, moveBetween, panBy, type View, viewOf, zoomAt } from "./view.ts";

/** Milliseconds without movement after which the map is drawn anew. */
const rest = 130;

/** What a map does with what it shows. */
export type Viewing = {
  /** The view as it was drawn last. */
  readonly view: View;
  /** The view as it is on the screen, also in the middle of a movement. */
  readonly live: RefObject<View>;
  move(change: (view: View) => View): void;
  zoom(factor: number, at?: Point): void;
  show(box: Box, most?: number): void;
  reset(): void;
};

/**
 * The view of a map. While it moves, the picture that was drawn is moved; once it rests, it is drawn anew.
 * @param moving the element that holds the picture
 */
export function useView(box: Box | undefined, frame: Frame, moving: RefObject<HTMLElement | null>): Viewing {
  const home = useMemo(() => (box ? viewOf(box, frame) : { k: 1, x: 0, y: 0 }), [box, frame]);
  const [view, setView] = useState(home);
  const drawn = useRef(home);
  const live = useRef(home);
  const timer = useRef<number | undefined>(undefined);

  const settle = useCallback(() => {
    if (moving.current) moving.current.style.transform = "";
    drawn.current = live.current;
    setView(live.current);
  }, [moving]);

  const before = useRef({ box, frame });
  useEffect(() => {
    const old = before.current;
    before.current = { box, frame };
    const isHome = old.box === undefined || live.current.k <= viewOf(old.box, old.frame).k * 1.001;
    live.current = box && !isHome ? bounded(live.current, box, frame) : home;
    settle();
  }, [home, box, frame, settle]);
  useEffect(() => () => window.clearTimeout(timer.current), []);

  const move = useCallback(
    (change: (view: View) => View) => {
      if (!box) return;
      live.current = bounded(change(live.current), box, frame);
      if (moving.current) moving.current.style.transform = moveBetween(drawn.current, live.current);
      window.clearTimeout(timer.current);
      timer.current = window.setTimeout(settle, rest);
    },
    [box, frame, moving, settle],
  );
  return useMemo(
    () => ({
      view,
      live,
      move,
      zoom: (factor, at = [frame.width / 2, frame.height / 2]) => move((now) => zoomAt(now, factor, at)),
      show: (target, most) => move(() => viewOf(target, frame, most)),
      reset: () => move(() => home),
    }),
    [view, move, frame, home],
  );
}

type Held = Map<number, Point>;

function middle(held: Held): Point {
  const all = [...held.values()];
  return [all.reduce((sum, [x]) => sum + x, 0) / all.length, all.reduce((sum, [, y]) => sum + y, 0) / all.length];
}

function spread(held: Held): number {
  const [one, other] = [...held.values()];
  return one && other ? Math.hypot(one[0] - other[0], one[1] - other[1]) : 0;
}

/**
 * Drag, pinch and wheel on a map.
 * @param tap called when a pointer went down and up in one place
 */
export function useGestures(stage: RefObject<HTMLElement | null>, viewing: Viewing, tap: (at: Point) => void): void {
  const { move, zoom } = viewing;
  const onTap = useRef(tap);
  onTap.current = tap;
  useEffect(() => {
    const element = stage.current;
    if (!element) return;
    const held: Held = new Map();
    let travelled = 0;
    const at = (event: PointerEvent | WheelEvent): Point => {
      const box = element.getBoundingClientRect();
      return [event.clientX - box.left, event.clientY - box.top];
    };
    const down = (event: PointerEvent): void => {
      if (event.button !== 0) return;
      held.set(event.pointerId, at(event));
      if (held.size === 1) travelled = 0;
    };
    const drag = (event: PointerEvent): void => {
      if (!held.has(event.pointerId)) return;
      const [from, wide] = [middle(held), spread(held)];
      held.set(event.pointerId, at(event));
      const to = middle(held);
      travelled += Math.hypot(to[0] - from[0], to[1] - from[1]);
      if (travelled > 3 && !element.hasPointerCapture(event.pointerId)) element.setPointerCapture(event.pointerId);
      if (travelled > 3) move((view) => panBy(view, to[0] - from[0], to[1] - from[1]));
      if (held.size === 2 && wide > 0) zoom(spread(held) / wide, to);
    };
    const up = (event: PointerEvent): void => {
      if (held.delete(event.pointerId) && held.size === 0 && travelled <= 3 && event.type === "pointerup") onTap.current(at(event));
    };
    const wheel = (event: WheelEvent): void => {
      event.preventDefault();
      zoom(Math.exp(-event.deltaY * (event.ctrlKey ? 0.01 : 0.0016)), at(event));
    };
    element.addEventListener("pointerdown", down);
    element.addEventListener("pointermove", drag);
    element.addEventListener("pointerup", up);
    element.addEventListener("pointercancel", up);
    element.addEventListener("wheel", wheel, { passive: false });
    return () => {
      element.removeEventListener("pointerdown", down);
      element.removeEventListener("pointermove", drag);
      element.removeEventListener("pointerup", up);
      element.removeEventListener("pointercancel", up);
      element.removeEventListener("wheel", wheel);
    };
  }, [stage, move, zoom]);
}

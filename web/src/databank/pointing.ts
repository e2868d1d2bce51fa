import type { AreaRef } from "@peil/core/query/selection.ts";
import { type KeyboardEvent, type MouseEvent, type PointerEvent, useEffect, useMemo, useRef, useState } from "react";
import type { Subject } from "../presentations/presentation.ts";
import { axisOf } from "../presentations/reading.ts";
import { type Pointed, type Tip, tipOf, tipOfPeriod } from "./tip.ts";

/** What a drawing answers to the pointer and the keyboard with. */
export type Pointing = {
  readonly tip: Tip | undefined;
  /** The handlers of the element around the drawing. */
  readonly on: {
    onPointerMove(event: PointerEvent<HTMLElement>): void;
    onPointerLeave(): void;
    onClick(event: MouseEvent<HTMLElement>): void;
    onDoubleClick(event: MouseEvent<HTMLElement>): void;
    onKeyDown(event: KeyboardEvent<HTMLElement>): void;
    onBlur(): void;
  };
  readonly box: React.RefObject<HTMLDivElement | null>;
};

type Acts = { readonly mark: (area: AreaRef) => void; readonly drill: (area: AreaRef) => void };

const marked = "pointed";

function partOf(target: EventTarget | null): Element | undefined {
  return (target instanceof Element ? target.closest("[data-a], [data-m], [data-p]") : undefined) ?? undefined;
}

function pointedAt(part: Element): Pointed {
  const read = (name: string): string | undefined => part.closest(`[data-${name}]`)?.getAttribute(`data-${name}`) ?? undefined;
  return { area: read("a"), period: read("p"), member: read("m") };
}

/** The period under the pointer, in a chart that says where its periods stand. */
function momentAt(event: PointerEvent<HTMLElement>, subject: Subject): string | undefined {
  const svg = event.target instanceof Element ? event.target.closest<SVGSVGElement>("svg[data-x]") : null;
  const matrix = svg?.getScreenCTM();
  if (!svg || !matrix) return undefined;
  const places = (svg.dataset["x"] ?? "").split(" ").filter((each) => each !== "");
  const x = new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix.inverse()).x;
  const distance = (at: number): number => Math.abs(Number(places[at]) - x);
  const nearest = places.reduce((best, _, at) => (distance(at) < distance(best) ? at : best), 0);
  return axisOf(subject.cube, "period").members[nearest]?.code;
}

const isControl = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest("a, button, input, select, summary, label") !== null;

/** Follows pointer and keyboard over the parts of a drawing: its areas are walked along with the arrows. */
export function usePointing(subjects: readonly Subject[], acts: Acts): Pointing {
  const box = useRef<HTMLDivElement>(null);
  const [tip, setTip] = useState<Tip>();
  const [first] = subjects;
  const areas = useMemo(() => (first === undefined ? [] : axisOf(first.cube, "area").members.filter((each) => !each.pseudo)), [first]);
  const cursor = useRef(-1);
  const pointed = useRef<string>(undefined);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other figures have other areas.
  useEffect(() => {
    cursor.current = -1;
    setTip(undefined);
  }, [areas]);

  const place = (x: number, y: number): void => {
    const style = box.current?.style;
    const frame = box.current?.getBoundingClientRect();
    if (!style || !frame) return;
    style.setProperty("--tip-x", `${Math.min(Math.max(0, x - frame.left), Math.max(0, frame.width - 200))}px`);
    style.setProperty("--tip-y", `${y - frame.top}px`);
  };
  const refOf = (code: string | undefined): AreaRef | undefined => {
    const found = areas.find((each) => each.code === code);
    return found && { level: found.level ?? first?.selection?.level ?? "", code: found.code };
  };
  const highlight = (code: string | undefined): Element | undefined => {
    const all = box.current?.querySelectorAll(`.${marked}`) ?? [];
    for (const each of all) each.classList.remove(marked);
    const same = code === undefined ? [] : (box.current?.querySelectorAll(`[data-a="${CSS.escape(code)}"]`) ?? []);
    for (const each of same) each.classList.add(marked);
    return same[0];
  };
  const pointAt = (code: string | undefined): void => {
    if (pointed.current === code) return;
    pointed.current = code;
    highlight(code);
  };
  const walk = (step: number): void => {
    cursor.current = Math.min(Math.max(0, cursor.current + step), areas.length - 1);
    const area = areas[cursor.current];
    const shape = highlight(area?.code)?.getBoundingClientRect();
    if (shape) place(shape.left + shape.width / 2, shape.top + shape.height / 2);
    setTip(area && tipOf(subjects, { area: area.code }));
  };
  const quiet = (): void => {
    pointed.current = undefined;
    highlight(undefined);
    setTip(undefined);
  };
  return {
    tip,
    box,
    on: {
      onPointerMove(event) {
        const part = partOf(event.target);
        const moment = part === undefined && first !== undefined ? momentAt(event, first) : undefined;
        place(event.clientX, event.clientY);
        // Whatever stands for the same area, in every part of the drawing and in its table.
        pointAt(part?.closest("[data-a]")?.getAttribute("data-a") ?? undefined);
        setTip(part ? tipOf(subjects, pointedAt(part)) : moment !== undefined && first ? tipOfPeriod(first, moment) : undefined);
      },
      onPointerLeave: quiet,
      onBlur: quiet,
      onClick(event) {
        const area = isControl(event.target)
          ? undefined
          : refOf(partOf(event.target)?.closest("[data-a]")?.getAttribute("data-a") ?? undefined);
        if (area && event.detail === 1) acts.mark(area);
      },
      onDoubleClick(event) {
        const area = isControl(event.target)
          ? undefined
          : refOf(partOf(event.target)?.closest("[data-a]")?.getAttribute("data-a") ?? undefined);
        if (area) acts.drill(area);
      },
      onKeyDown(event) {
        const own = event.target === event.currentTarget;
        const focused = own ? areas[cursor.current]?.code : (event.target as Element).getAttribute("data-a");
        const area = refOf(focused ?? undefined);
        if (own && (event.key === "ArrowRight" || event.key === "ArrowDown")) walk(1);
        else if (own && (event.key === "ArrowLeft" || event.key === "ArrowUp")) walk(-1);
        else if (event.key === "Enter" && area && !isControl(event.target)) acts.drill(area);
        else if (event.key === " " && area && !isControl(event.target)) acts.mark(area);
        else if (event.key === "Escape" && tip) quiet();
        else return;
        event.preventDefault();
      },
    },
  };
}

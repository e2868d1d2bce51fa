import type { AreaCard } from "@peil/core/api.ts";
import { type PointerEvent, type ReactElement, useEffect, useMemo, useRef, useState } from "react";
import { type Borders, bordersOf } from "../../presentations/borders.ts";
import type { SelectWords } from "../../text/select.ts";
import type { Voice } from "../../text/voice.ts";
import type { Source } from "../source.ts";
import { useLook } from "../use-look.ts";
import { useAsked } from "./area-source.ts";
import { type Box, boxOf, codesInBox, type Mapped, mappedOf, shapeAt } from "./map-shapes.ts";

type Props = {
  readonly level: string;
  readonly plural: string;
  readonly areas: readonly AreaCard[];
  readonly source: Source;
  readonly chosen: readonly string[];
  readonly onChosen: (codes: readonly string[]) => void;
  readonly voice: Voice;
  readonly words: SelectWords;
};

/** The borders of a level, to choose areas from by a click or a rectangle. The list beside it does the same by keyboard. */
export function AreaMap(props: Props): ReactElement {
  const { level, source, words } = props;
  const text = useAsked(`borders ${level}`, () => source.borders(level));
  const borders = useMemo(() => (text.state === "ready" && text.value !== undefined ? bordersOf(text.value) : undefined), [text]);
  if (text.state === "loading") return <p className="small">{words.dialog.loading}</p>;
  if (borders === undefined || borders.shapes.length === 0) return <p className="small">{words.areas.noMap}</p>;
  return <DrawnMap {...props} borders={borders} />;
}

/** From so many areas on, the map draws less. */
const many = 2000;
/** Distance in pixels from which a movement is a rectangle. */
const dragFrom = 6;

function DrawnMap(props: Props & { readonly borders: Borders }): ReactElement {
  const { borders, chosen, onChosen, areas, voice, words, plural } = props;
  const canvas = useRef<HTMLCanvasElement>(null);
  const mapped = useMemo(() => mappedOf(borders), [borders]);
  const [drag, setDrag] = useState<Box>();
  const [over, setOver] = useState<string>();
  const [drawing, setDrawing] = useState(false);
  const names = useMemo(() => new Map(areas.map((area) => [area.code, voice.say(area.name)])), [areas, voice]);
  // So many areas are not drawn anew for every movement of the pointer.
  const lit = mapped.length > many ? undefined : over;
  const look = useLook();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another look has other colours.
  useEffect(() => paint(canvas.current, borders, mapped, new Set(chosen), lit), [borders, mapped, chosen, lit, look]);
  const place = (event: PointerEvent<HTMLCanvasElement>): readonly [number, number] => {
    const { left, top, width } = event.currentTarget.getBoundingClientRect();
    const scale = borders.width / width;
    return [(event.clientX - left) * scale, (event.clientY - top) * scale];
  };
  const move = (event: PointerEvent<HTMLCanvasElement>): void => {
    const [x, y] = place(event);
    if (drag !== undefined) setDrag({ ...drag, x1: x, y1: y });
    else setOver(shapeAt(mapped, x, y));
  };
  const end = (event: PointerEvent<HTMLCanvasElement>): void => {
    if (drag === undefined) return;
    const scale = borders.width / event.currentTarget.clientWidth;
    const wide = Math.max(Math.abs(drag.x1 - drag.x0), Math.abs(drag.y1 - drag.y0)) > dragFrom * scale;
    const codes = (wide ? codesInBox(mapped, boxOf(drag)) : [shapeAt(mapped, drag.x1, drag.y1)]).filter(
      (code) => code !== undefined && names.has(code),
    ) as readonly string[];
    onChosen(wide ? [...new Set([...chosen, ...codes])] : toggled(chosen, codes));
    setDrag(undefined);
  };
  return (
    <div className={drawing ? "sel-map sel-drawing" : "sel-map"}>
      <p className="small">{words.areas.mapHelp}</p>
      <div className="sel-sheet-of-map">
        <canvas
          ref={canvas}
          width={borders.width}
          height={borders.height}
          role="img"
          aria-label={words.areas.mapLabel(plural, chosen.length)}
          onPointerDown={(event) => {
            if (event.button !== 0) return;
            const [x, y] = place(event);
            event.currentTarget.setPointerCapture(event.pointerId);
            setDrag({ x0: x, y0: y, x1: x, y1: y });
          }}
          onPointerMove={move}
          onPointerUp={end}
          onPointerCancel={() => setDrag(undefined)}
          onPointerLeave={() => setOver(undefined)}
        />
        {drag !== undefined && <div className="sel-rectangle" style={rectangle(boxOf(drag), borders)} />}
      </div>
      <p className="sel-under">{over === undefined ? "" : (names.get(over) ?? "")}</p>
      <label className="sel-option">
        <input type="checkbox" checked={drawing} onChange={() => setDrawing(!drawing)} />
        {words.areas.mapTouch}
      </label>
    </div>
  );
}

function rectangle({ x0, y0, x1, y1 }: Box, { width, height }: Borders): React.CSSProperties {
  const share = (part: number, of: number): string => `${(100 * part) / of}%`;
  return { left: share(x0, width), top: share(y0, height), width: share(x1 - x0, width), height: share(y1 - y0, height) };
}

function toggled(chosen: readonly string[], codes: readonly string[]): readonly string[] {
  const out = new Set(chosen);
  for (const code of codes) if (!out.delete(code)) out.add(code);
  return [...out];
}

/** Draws the areas in the colours of the house style. */
function paint(
  canvas: HTMLCanvasElement | null,
  borders: Borders,
  mapped: readonly Mapped[],
  chosen: ReadonlySet<string>,
  over: string | undefined,
): void {
  const pen = canvas?.getContext("2d");
  if (!canvas || !pen) return;
  const style = getComputedStyle(canvas);
  const colour = (name: string): string => style.getPropertyValue(name).trim() || "currentColor";
  pen.clearRect(0, 0, borders.width, borders.height);
  pen.lineWidth = mapped.length > many ? 0.6 : 1.5;
  pen.strokeStyle = colour("--rule-strong");
  for (const { code, path, kind } of mapped) {
    const isChosen = chosen.has(code);
    pen.fillStyle = colour(isChosen ? "--accent" : code === over ? "--class-1" : "--wash");
    if (kind !== "line") pen.fill(path);
    if (kind === "line" && isChosen) pen.strokeStyle = colour("--accent");
    pen.stroke(path);
    pen.strokeStyle = colour(isChosen && kind !== "line" ? "--paper" : "--rule-strong");
  }
}

import { type DragEvent, type KeyboardEvent, type ReactElement, useEffect, useRef, useState } from "react";
import { noAxes } from "../presentations/pivot-settings.ts";
import type { Setting } from "../presentations/presentation.ts";
import type { DatabankWords } from "../text/databank.ts";
import { type Bar, moveIn, type Place } from "./axes-move.ts";

type Axes = Extract<Setting, { kind: "axes" }>;

type Props = {
  /** One bar each: the axes that go down, the axes that go across. */
  readonly bars: readonly Axes[];
  readonly words: DatabankWords;
  readonly onSet: (values: Readonly<Record<string, string>>) => void;
};

const axesIn = (value: string): readonly string[] => value.split(";").filter((each) => each !== "");

/**
 * Axes as chips in bars, moved by dragging, by the buttons on each chip, and by the arrow keys: left and right inside a bar, up and
 * down to the other one. Where a chip went is said.
 */
export function AxesBars({ bars: settings, words, onSet }: Props): ReactElement {
  const box = useRef<HTMLDivElement>(null);
  const focusOn = useRef("");
  const [dragged, setDragged] = useState<string>();
  const [told, setTold] = useState("");
  const bars: readonly Bar[] = settings.map((each) => ({ code: each.code, axes: axesIn(each.value) }));
  const labelOf = (axis: string): string => settings[0]?.options.find((each) => each.value === axis)?.label ?? axis;
  useEffect(() => {
    if (focusOn.current === "") return;
    box.current?.querySelector<HTMLElement>(`[data-axis="${CSS.escape(focusOn.current)}"]`)?.focus();
    focusOn.current = "";
  });
  const move = (axis: string, to: Place): void => {
    const next = moveIn(bars, axis, to);
    if (next === undefined) return;
    const bar = next.find((each) => each.axes.includes(axis));
    const name = settings.find((each) => each.code === bar?.code)?.label ?? "";
    focusOn.current = axis;
    setTold(words.axes.moved(labelOf(axis), name, (bar?.axes.indexOf(axis) ?? 0) + 1, bar?.axes.length ?? 0));
    onSet(Object.fromEntries(next.map((each) => [each.code, each.axes.join(";") || noAxes])));
  };
  const drop = (event: DragEvent, bar: number, at: number): void => {
    event.preventDefault();
    event.stopPropagation();
    if (dragged !== undefined) move(dragged, { bar, at });
    setDragged(undefined);
  };
  return (
    <div className="axes-bars" ref={box}>
      {settings.map((setting, bar) => (
        // biome-ignore lint/a11y/noStaticElementInteractions: the buttons inside do the same.
        <div
          className="axes-bar"
          key={setting.code}
          onDragOver={(event) => dragged !== undefined && event.preventDefault()}
          onDrop={(event) => drop(event, bar, bars[bar]?.axes.length ?? 0)}
        >
          <span className="of" id={`axes-${setting.code}`}>
            {setting.label}
          </span>
          <ul aria-labelledby={`axes-${setting.code}`}>
            {bars[bar]?.axes.map((axis, at, all) => (
              <Chip
                key={axis}
                axis={axis}
                label={labelOf(axis)}
                place={{ bar, at }}
                last={at === all.length - 1}
                other={settings[1 - bar]?.label ?? ""}
                isDragged={dragged === axis}
                words={words}
                onMove={(to) => move(axis, to)}
                onDrag={setDragged}
                onDrop={(event) => drop(event, bar, at)}
              />
            ))}
          </ul>
        </div>
      ))}
      <p className="unseen" role="status">
        {told}
      </p>
    </div>
  );
}

type ChipProps = {
  readonly axis: string;
  readonly label: string;
  readonly place: Place;
  readonly last: boolean;
  /** The name of the other bar. */
  readonly other: string;
  readonly isDragged: boolean;
  readonly words: DatabankWords;
  readonly onMove: (to: Place) => void;
  readonly onDrag: (axis: string | undefined) => void;
  readonly onDrop: (event: DragEvent) => void;
};

function Chip({ axis, label, place, last, other, isDragged, words, onMove, onDrag, onDrop }: ChipProps): ReactElement {
  const { bar, at } = place;
  const across: Place = { bar: 1 - bar, at: Number.MAX_SAFE_INTEGER };
  const steps: Readonly<Record<string, Place>> = {
    ArrowLeft: { bar, at: at - 1 },
    ArrowRight: { bar, at: at + 1 },
    [bar === 0 ? "ArrowDown" : "ArrowUp"]: across,
  };
  const onKey = (event: KeyboardEvent): void => {
    const to = steps[event.key];
    if (to === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    onMove(to);
  };
  return (
    <li
      draggable
      data-dragged={isDragged}
      onDragStart={(event) => {
        event.dataTransfer.effectAllowed = "move";
        event.dataTransfer.setData("text/plain", label);
        onDrag(axis);
      }}
      onDragEnd={() => onDrag(undefined)}
      onDrop={onDrop}
    >
      {at > 0 && (
        <button type="button" className="chip-button" aria-label={words.axes.left(label)} onClick={() => onMove({ bar, at: at - 1 })}>
          ‹
        </button>
      )}
      <button
        type="button"
        className="axis"
        data-axis={axis}
        aria-label={words.axes.to(label, other)}
        aria-description={words.axes.help}
        title={words.axes.to(label, other)}
        onKeyDown={onKey}
        onClick={() => onMove(across)}
      >
        {label} <span aria-hidden="true">{bar === 0 ? "→" : "←"}</span>
      </button>
      {!last && (
        <button type="button" className="chip-button" aria-label={words.axes.right(label)} onClick={() => onMove({ bar, at: at + 1 })}>
          ›
        </button>
      )}
    </li>
  );
}

import type { MapLayers } from "@peil/core/api-databank.ts";
import { memo, type ReactElement, useCallback, useDeferredValue, useEffect, useId, useMemo, useRef, useState } from "react";
import { map } from "../../presentations/map.tsx";
import { mapClassesOf, mapSettingsOf, momentOf } from "../../presentations/map-classes.ts";
import { MapLegend } from "../../presentations/map-legend.tsx";
import type { Point } from "../../presentations/outline.ts";
import { nameOf, spokenOf } from "../../presentations/parts.tsx";
import type { Settings, Subject } from "../../presentations/presentation.ts";
import { isMine } from "../../presentations/reading.ts";
import { mapWords } from "../../text/map.ts";
import type { Voice } from "../../text/voice.ts";
import { CanvasBase, mostShapes, Outline, ShapesBase } from "./base.tsx";
import { fillsOf, shownOf } from "./figures.ts";
import { areaAt } from "./find-area.ts";
import { MapButtons } from "./map-buttons.tsx";
import { MapPanels } from "./map-panels.tsx";
import { AreaNames } from "./names.tsx";
import { TileLayer } from "./tile-layer.tsx";
import { useCursor } from "./use-cursor.ts";
import { useFrame } from "./use-frame.ts";
import { type Geometry, useLand } from "./use-land.ts";
import { useGestures, useView } from "./use-view.ts";
import { type Box, toLand, toScreen, viewOf } from "./view.ts";

/** What a map that moves is given. */
export type MapViewProps = {
  readonly subject: Subject;
  readonly settings: Settings;
  readonly onSettings: (settings: Settings) => void;
  /** An area was chosen, or opened to see what lies in it. */
  readonly onArea: (code: string, action: "select" | "open") => void;
  /** Backgrounds and layers of the site, where it has any. */
  readonly layers?: MapLayers | undefined;
  readonly geometry: Geometry;
  /** Fetches the outlines on which objects are drawn. */
  readonly ground: () => Promise<string | undefined>;
  readonly voice: Voice;
};

/** Beyond this zoom coarse borders show. */
const coarseUntil = 1.6;
/** How near a click must come to an object, in CSS pixels. */
const reach = 9;

function boxAround(boxes: readonly Box[]): Box {
  const all = (at: 0 | 1 | 2 | 3) => boxes.map((each) => each[at]);
  const [left, top, right, bottom] = [Math.min(...all(0)), Math.min(...all(1)), Math.max(...all(2)), Math.max(...all(3))];
  const pad = Math.max(right - left, bottom - top, 2) * 0.6;
  return [left - pad, top - pad, right + pad, bottom + pad];
}

/** A map that can be moved, zoomed, asked and set. What it says and how it colours are those of the drawing of every page. */
export function MapView(props: MapViewProps): ReactElement {
  const { settings, onSettings, onArea, layers, geometry, ground, voice } = props;
  const subject = useMemo<Subject>(() => ({ ...props.subject, settings }), [props.subject, settings]);
  const words = mapWords(voice);
  const id = useId();
  const [layer, setLayer] = useState<string>("");
  const [spot, setSpot] = useState<Point | undefined>();
  const chosenLayer = layers?.folders.flatMap((each) => each.layers).find((each) => each.code === layer);
  const { land, text, refine } = useLand(subject.borders, geometry, chosenLayer || spot ? "mercator" : "conic", ground);

  const stage = useRef<HTMLDivElement>(null);
  const moving = useRef<HTMLDivElement>(null);
  const frame = useFrame(stage);
  const viewing = useView(land?.box, frame, moving);
  const { view } = viewing;
  useEffect(() => {
    if (land && frame.width > 0 && view.k > viewOf(land.box, frame).k * coarseUntil) void refine();
  }, [land, frame, view, refine]);

  const { cube, measured, mine } = subject;
  const period = momentOf(subject);
  const shown = useMemo(() => shownOf(cube, period), [cube, period]);
  const places = useMemo(() => shownOf(cube, 0).map((each) => each.area), [cube]);
  const order = useMemo(() => new Map(places.map((area, at) => [area.code, at])), [places]);
  const names = useMemo(() => new Map(places.map((area) => [area.code, nameOf(area, voice)])), [places, voice]);
  const classes = useMemo(() => mapClassesOf(subject), [subject]);
  const fills = useMemo(() => (land ? fillsOf(land, shown, classes) : new Uint8Array(0)), [land, shown, classes]);
  const own = useMemo(
    () => (land ? places.filter((area) => isMine(area, mine)).flatMap((area) => land.index.get(area.code) ?? []) : []),
    [land, places, mine],
  );

  const say = useCallback(
    (at: number): string => {
      const row = shown[order.get(land?.areas[at]?.code ?? "") ?? -1];
      return row ? `${nameOf(row.area, voice)}: ${spokenOf(row.cell, measured, voice)}` : "";
    },
    [shown, order, land, measured, voice],
  );
  const find = (at: Point): number => (land ? areaAt(land, toLand(viewing.live.current, at), reach / viewing.live.current.k) : -1);
  const [hover, setHover] = useState<{ readonly at: Point; readonly area: number } | undefined>();
  const cursor = useCursor({ land, viewing, start: own[0], frame, onArea });
  const tapped = useRef({ code: "", time: 0 });
  useGestures(stage, viewing, (at) => {
    const code = land?.areas[find(at)]?.code;
    const now = performance.now();
    const again = code !== undefined && tapped.current.code === code && now - tapped.current.time < 400;
    tapped.current = { code: code ?? "", time: now };
    if (code === undefined) return;
    cursor.put(code);
    onArea(code, again ? "open" : "select");
  });
  const showAreas = useCallback(
    (codes: readonly string[]) => {
      const found = codes.flatMap((code) => {
        const area = land?.areas[land.index.get(code) ?? -1];
        return area ? [area.box] : [];
      });
      if (found.length > 0) viewing.show(boxAround(found));
      if (codes.length === 1) cursor.put(codes[0] ?? "");
    },
    [land, viewing, cursor],
  );

  const Base = land && land.areas.length > mostShapes && land.areas[0]?.kind === "surface" ? CanvasBase : ShapesBase;
  const drawable = land && frame.width > 0;
  const calm = useDeferredValue(subject);
  const active =
    hover ??
    (cursor.visible && land?.areas[cursor.at] ? { at: toScreen(view, land.areas[cursor.at]?.spot ?? [0, 0]), area: cursor.at } : undefined);
  return (
    <figure className="drawing map map-view">
      <Heading subject={calm} period={momentOf(calm)} />
      {land?.synthetic && <p className="synthetic">{words.synthetic}</p>}
      <div className="map-frame">
        <div
          ref={stage}
          className={`map-stage${land && view.k > viewOf(land.box, frame).k * 1.01 ? " zoomed" : ""}`}
          role="application"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: the map is worked with the arrow keys.
          tabIndex={0}
          aria-label={words.region(voice.say(subject.measured.name))}
          aria-describedby={`${id}-help`}
          onKeyDown={cursor.onKeyDown}
          onFocus={cursor.onFocus}
          onBlur={cursor.onBlur}
          onPointerMove={(event) => {
            const box = event.currentTarget.getBoundingClientRect();
            const at: Point = [event.clientX - box.left, event.clientY - box.top];
            const area = event.buttons === 0 ? find(at) : -1;
            setHover(area < 0 ? undefined : { at, area });
          }}
          onPointerLeave={() => setHover(undefined)}
        >
          <div ref={moving} className="map-moving">
            {drawable && chosenLayer && <TileLayer layer={chosenLayer} land={land} view={view} frame={frame} />}
            {drawable && (
              <Base land={land} view={view} frame={frame} fills={fills} scheme={classes.scheme} sheer={chosenLayer !== undefined} />
            )}
            {drawable && (
              <svg className="map-over" width={frame.width} height={frame.height} aria-hidden="true">
                <Outline land={land} view={view} at={own} className="halo" />
                <Outline land={land} view={view} at={own} className="own" />
                {active && <Outline land={land} view={view} at={[active.area]} className="cursor" />}
                <AreaNames land={land} view={view} frame={frame} names={names} own={own} all={mapSettingsOf(subject).labels} />
                {spot && <Pin at={toScreen(view, land.place(spot))} />}
              </svg>
            )}
          </div>
          {active && say(active.area) !== "" && <Tip at={active.at} text={say(active.area)} frame={frame} />}
        </div>
        <MapButtons
          words={words}
          viewing={viewing}
          toMine={own.length > 0 ? () => showAreas(own.flatMap((at) => land?.areas[at]?.code ?? [])) : undefined}
        />
        {chosenLayer?.attribution && <p className="map-credit">{voice.say(chosenLayer.attribution)}</p>}
      </div>
      <p className="unseen" role="status">
        {cursor.visible ? say(cursor.at) : ""}
      </p>
      <p className="map-help" id={`${id}-help`}>
        {words.help}
      </p>
      <MapLegend subject={subject} classes={classes} rows={shown} />
      <MapPanels
        {...{ subject, classes, layers, layer, onLayer: setLayer, onSettings, names, words }}
        borders={async () => (await refine()) ?? text}
        onPlace={showAreas}
        onSpot={(place) => {
          setSpot(place);
          viewing.reset();
        }}
      />
    </figure>
  );
}

/** The finding and what is measured: a moment later than the colours, which are waited for. */
const Heading = memo(
  function Heading({ subject }: { readonly subject: Subject; readonly period: number }): ReactElement {
    const told = map.tell(subject);
    return (
      <figcaption>
        <h3>{told.title}</h3>
        <p className="measured">{told.subtitle}</p>
      </figcaption>
    );
  },
  (old, now) => old.period === now.period && old.subject.cube === now.subject.cube && old.subject.mine === now.subject.mine,
);

function Tip({ at, text, frame }: { readonly at: Point; readonly text: string; readonly frame: { readonly width: number } }): ReactElement {
  const style = at[0] > frame.width / 2 ? { right: frame.width - at[0] + 12, top: at[1] + 12 } : { left: at[0] + 12, top: at[1] + 12 };
  return (
    <div className="tip map-tip" style={style} aria-hidden="true">
      {text}
    </div>
  );
}

function Pin({ at }: { readonly at: Point }): ReactElement {
  return <path className="pin" d={`M${at[0]} ${at[1]}l-7 -14a8 8 0 1 1 14 0z`} />;
}

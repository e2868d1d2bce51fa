import { memo, type ReactElement, useEffect, useLayoutEffect, useMemo, useRef } from "react";
import { useLook } from "../use-look.ts";
import { readPalette } from "./colours.ts";
import { type Land, type LandArea, pathOf } from "./land.ts";
import { fill, type Palette, paint, rasterise } from "./raster.ts";
import { type Frame, toScreen, type View } from "./view.ts";

/** What the areas of a map are drawn from. */
export type BaseProps = {
  readonly land: Land;
  readonly view: View;
  readonly frame: Frame;
  /** How each area is filled, in the order of the land. */
  readonly fills: Uint8Array;
  readonly scheme: string;
  /** Whether pictures lie under the areas. */
  readonly sheer: boolean;
};

/** Levels with more areas than this are drawn on a canvas. */
export const mostShapes = 500;
/** Areas smaller than this many pixels across have thin borders. */
const small = 9;
/** How opaque areas are over a layer. */
const sheerness = 0.68;

function borderWidth(land: Land, view: View): number {
  const across = Math.sqrt((1000 * 600 * view.k ** 2) / Math.max(1, land.areas.length));
  return across < small ? 0.35 : across < 3 * small ? 0.7 : 1;
}

function drawBorders(context: CanvasRenderingContext2D, path: Path2D, width: number, { k, x, y }: View, dense: number): void {
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.clearRect(0, 0, context.canvas.width, context.canvas.height);
  context.setTransform(k * dense, 0, 0, k * dense, x * dense, y * dense);
  context.lineWidth = width / k;
  context.lineJoin = "round";
  context.strokeStyle = getComputedStyle(context.canvas).color;
  context.stroke(path);
}

function pathOfBorders(land: Land): Path2D {
  const path = new Path2D();
  for (const arc of land.borders) {
    path.moveTo(arc[0] ?? 0, arc[1] ?? 0);
    for (let i = 2; i < arc.length; i += 2) path.lineTo(arc[i] ?? 0, arc[i + 1] ?? 0);
  }
  return path;
}

/** Areas as pixels that know their area: changing colours looks them up and draws no border again. */
export function CanvasBase({ land, view, frame, fills, scheme, sheer }: BaseProps): ReactElement {
  const areas = useRef<HTMLCanvasElement>(null);
  const borders = useRef<HTMLCanvasElement>(null);
  const ids = useRef(new Uint16Array(0));
  const mesh = useMemo(() => pathOfBorders(land), [land]);
  const look = useLook();
  const dense = Math.min(2, window.devicePixelRatio || 1);
  const [width, height] = [Math.round(frame.width * dense), Math.round(frame.height * dense)];

  // biome-ignore lint/correctness/useExhaustiveDependencies: another look has other colours.
  useLayoutEffect(() => {
    if (ids.current.length !== width * height) ids.current = new Uint16Array(width * height);
    const fine = { k: view.k * dense, x: view.x * dense, y: view.y * dense };
    rasterise(land.areas, fine, width, height, ids.current);
    const context = borders.current?.getContext("2d");
    if (context) drawBorders(context, mesh, borderWidth(land, view), view, dense);
  }, [land, mesh, view, width, height, dense, look]);

  const palette = useRef<{ readonly key: string; readonly colours: Palette } | undefined>(undefined);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the pixels change with the view too.
  useLayoutEffect(() => {
    const canvas = areas.current;
    const context = canvas?.getContext("2d");
    if (!canvas?.parentElement || !context || width === 0) return;
    const key = `${scheme} ${sheer} ${look}`;
    if (palette.current?.key !== key) palette.current = { key, colours: readPalette(canvas.parentElement, sheer ? sheerness : 1) };
    const picture = context.createImageData(width, height);
    paint(ids.current, fills, palette.current.colours, width, dense, new Uint32Array(picture.data.buffer));
    context.putImageData(picture, 0, 0);
    performance.mark("map-painted");
  }, [fills, scheme, sheer, land, view, width, height, dense, look]);

  return (
    <div className={`map-canvas scheme-${scheme}`}>
      <canvas ref={areas} width={width} height={height} />
      <canvas ref={borders} width={width} height={height} />
    </div>
  );
}

const Area = memo(function Area({
  area,
  className,
  radius,
}: {
  readonly area: LandArea;
  readonly className: string;
  readonly radius: number;
}) {
  const path = useMemo(() => pathOf(area.rings, area.kind === "surface", (x, y) => [x, y]), [area]);
  if (area.kind === "point") return <circle className={className} cx={area.spot[0]} cy={area.spot[1]} r={radius} data-a={area.code} />;
  return <path className={area.kind === "line" ? `line ${className}` : className} d={path} data-a={area.code} />;
});

/** The class of a way to fill. */
function classOfFill(way: number): string {
  if (way === fill.hatched) return "hatched";
  if (way === fill.dotted) return "dotted";
  return way === fill.none ? "none" : `k${way}`;
}

/** Areas as shapes, sharp at every size: for levels of a few hundred. */
export function ShapesBase({ land, view, frame, fills, scheme, sheer }: BaseProps): ReactElement {
  useEffect(() => {
    performance.mark("map-painted");
  });
  return (
    <svg className={`map-shapes scheme-${scheme}${sheer ? " sheer" : ""}`} width={frame.width} height={frame.height} aria-hidden="true">
      <g transform={`matrix(${view.k} 0 0 ${view.k} ${view.x} ${view.y})`} strokeWidth={borderWidth(land, view)}>
        {land.under.map((area) => (
          <path key={area.code} className="under" d={pathOf(area.rings, true, (x, y) => [x, y])} />
        ))}
        {land.areas.map((area, at) => (
          <Area key={area.code} area={area} className={classOfFill(fills[at] ?? fill.none)} radius={5 / view.k} />
        ))}
      </g>
    </svg>
  );
}

/** A line around some areas. */
export function Outline(props: { readonly land: Land; readonly view: View; readonly at: readonly number[]; readonly className: string }) {
  const { land, view, at, className } = props;
  return (
    <>
      {at.map((each) => {
        const area = land.areas[each];
        if (!area) return null;
        const [x, y] = toScreen(view, area.spot);
        if (area.kind === "point") return <circle key={area.code} className={className} cx={x} cy={y} r={7} />;
        const path = pathOf(area.rings, area.kind === "surface", (px, py) => toScreen(view, [px, py]));
        return <path key={area.code} className={className} d={path} />;
      })}
    </>
  );
}

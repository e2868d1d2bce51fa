import { classOf } from "@peil/core/statistics/classes.ts";
import type { ReactElement } from "react";
import { unitOf } from "../text/unit.ts";
import { unitAfter } from "../text/unit-after.ts";
import { type Classes, classesOf } from "./classes.ts";
import { type Cloud, type CloudPoint, outliersOf } from "./cloud.ts";
import { around, type Box, type Label, placeLabels, type Wish } from "./label-places.ts";
import { periodCode } from "./moment-of.ts";
import { nameOf } from "./parts.tsx";
import { type Axis, axisOver, BottomAxis, innerOf, type Plane, roomFor, SideAxis, type SizeName, tenth } from "./plane.tsx";
import type { Subject } from "./presentation.ts";
import type { Roles } from "./roles.ts";

/** Everything that a cloud is drawn from. */
export type CloudScene = {
  readonly subject: Subject;
  readonly roles: Roles;
  readonly cloud: Cloud;
  readonly period: number;
  readonly alt: string;
  /** Figures that the axes span; those of more periods than the one drawn where the cloud moves. */
  readonly span: { readonly x: readonly number[]; readonly y: readonly number[]; readonly size: readonly number[] };
  readonly showLine: boolean;
  readonly showQuadrants: boolean;
  /** Ways that the reader's areas went, oldest first. */
  readonly trails: readonly (readonly CloudPoint[])[];
};

const sizes: Readonly<
  Record<SizeName, { readonly width: number; readonly height: number; readonly dot: number; readonly largest: number }>
> = {
  wide: { width: 640, height: 460, dot: 4.5, largest: 26 },
  narrow: { width: 340, height: 380, dot: 4, largest: 18 },
};
const letters = 14;
const classes = 5;

/** Radius of a bubble: its surface follows the figure. */
export function radiusFor(value: number, largest: number, most: number): number {
  return value > 0 && largest > 0 ? most * Math.sqrt(value / largest) : 0;
}

/** Classes of the indicator that colours the points; undefined without one. */
export function coloursOf({ roles, cloud }: Pick<CloudScene, "roles" | "cloud">): Classes | undefined {
  const values = cloud.points.flatMap((each) => each.colour?.value ?? []);
  return roles.colour && values.length > 1 ? classesOf(values, classes, roles.colour.measured.decimals) : undefined;
}

type Drawing = {
  readonly scene: CloudScene;
  readonly size: SizeName;
  readonly plane: Plane;
  readonly x: Axis;
  readonly y: Axis;
  readonly inner: Box;
  readonly colours: Classes | undefined;
  radius(point: CloudPoint): number;
};

function drawingOf(scene: CloudScene, name: SizeName): Drawing {
  const { width, height, dot, largest } = sizes[name];
  const frame = { width, height, top: 34, bottom: 48, right: 14, left: 0 };
  const y = axisOver(scene.span.y, [height - frame.bottom, frame.top], name === "wide" ? 6 : 5);
  const plane = { ...frame, left: roomFor(y, scene.subject.voice) };
  const x = axisOver(scene.span.x, [plane.left, width - plane.right], name === "wide" ? 7 : 4);
  const top = Math.max(0, ...scene.span.size);
  const radius = (point: CloudPoint): number => {
    if (!scene.roles.size) return point.mine ? dot + 2.5 : dot;
    return Math.max(2, tenth(radiusFor(point.size?.value ?? 0, top, largest)));
  };
  return { scene, size: name, plane, x, y, inner: innerOf(plane), colours: coloursOf(scene), radius };
}

function classFor(point: CloudPoint, { scene, colours }: Drawing): string {
  const parts = ["dot"];
  if (point.mine) parts.push("own");
  if (scene.roles.size && point.size?.value === undefined) parts.push("unsized");
  if (!colours) parts.push(point.mine ? "plain-own" : "plain");
  else if (point.colour?.value !== undefined) parts.push(`c${classOf(point.colour.value, colours.breaks)}`);
  else parts.push(point.colour?.status === 2 || point.colour?.status === 7 ? "hatched" : "dotted");
  return parts.join(" ");
}

function Dots({ drawing, points }: { readonly drawing: Drawing; readonly points: readonly CloudPoint[] }): ReactElement {
  const { x, y, radius, scene } = drawing;
  const period = periodCode(scene.roles.x, scene.period);
  const order = points.toSorted((a, b) => Number(a.mine) - Number(b.mine) || radius(b) - radius(a));
  return (
    <g className="dots">
      {order.map((each) => (
        <circle
          key={each.area.code}
          className={classFor(each, drawing)}
          cx={x.at(each.x)}
          cy={y.at(each.y)}
          r={radius(each)}
          data-a={each.area.code}
          data-p={period}
        />
      ))}
    </g>
  );
}

/** The stretch of the line through the points that lies on the plane. */
function Trend({ drawing }: { readonly drawing: Drawing }): ReactElement | null {
  const { scene, x, y } = drawing;
  const { line, points } = scene.cloud;
  if (!line || !scene.showLine || line.slope === 0) return null;
  const [low, high] = [Math.min(...points.map((each) => each.x)), Math.max(...points.map((each) => each.x))];
  const at = (height: number): number => (height - line.base) / line.slope;
  const ends = y.domain.map(at).sort((a, b) => a - b);
  const [from, to] = [Math.max(low, ends[0] ?? low), Math.min(high, ends[1] ?? high)];
  const place = (each: number): string => `${x.at(each)} ${y.at(line.base + line.slope * each)}`;
  return from < to ? <path className="trend" d={`M${place(from)}L${place(to)}`} /> : null;
}

function Quadrants({ drawing }: { readonly drawing: Drawing }): ReactElement | null {
  const { scene, x, y, inner } = drawing;
  const { benchmark } = scene.cloud;
  if (!benchmark || !scene.showQuadrants) return null;
  const on = ([low, high]: readonly [number, number], value: number): boolean => value > low && value < high;
  return (
    <g className="quadrants">
      {on(x.domain, benchmark.x) && <path d={`M${x.at(benchmark.x)} ${inner.y}v${inner.height}`} />}
      {on(y.domain, benchmark.y) && <path d={`M${inner.x} ${y.at(benchmark.y)}h${inner.width}`} />}
    </g>
  );
}

function Trails({ drawing }: { readonly drawing: Drawing }): ReactElement {
  const { scene, x, y } = drawing;
  return (
    <g className="trails">
      {scene.trails.map((trail) => (
        <g key={trail[0]?.area.code}>
          <path d={trail.map((each, at) => `${at === 0 ? "M" : "L"}${x.at(each.x)} ${y.at(each.y)}`).join("")} />
          {trail.slice(0, -1).map((each) => (
            <circle key={`${each.x}-${each.y}`} cx={x.at(each.x)} cy={y.at(each.y)} r="2.5" />
          ))}
        </g>
      ))}
    </g>
  );
}

/** The names in a cloud: the reader's areas first, then what stands apart. */
function labelsOf(drawing: Drawing): readonly Label[] {
  const { scene, x, y, radius, inner } = drawing;
  const own = scene.cloud.points.filter((each) => each.mine);
  const others = outliersOf(scene.cloud).filter((each) => !each.mine);
  const wish = (each: CloudPoint): Wish => ({
    key: each.area.code,
    text: nameOf(each.area, scene.subject.voice),
    x: x.at(each.x),
    y: y.at(each.y),
    radius: radius(each),
    must: each.mine,
  });
  const shown = [...own, ...others.slice(0, drawing.size === "wide" ? others.length : 4)];
  const keep = shown.map((each) => around(x.at(each.x), y.at(each.y), radius(each) * 0.7));
  return placeLabels(shown.map(wish), inner, letters, keep);
}

function Labels({ drawing }: { readonly drawing: Drawing }): ReactElement {
  const { scene, x, y } = drawing;
  const byCode = new Map(scene.cloud.points.map((each) => [each.area.code, each]));
  return (
    <g className="names">
      {labelsOf(drawing).map((each) => {
        const point = byCode.get(each.key);
        const [cx, cy] = [tenth(each.box.x + each.box.width / 2), tenth(each.box.y + each.box.height / 2)];
        return (
          <g key={each.key} className={point?.mine ? "mine" : undefined}>
            {each.far && point && <path d={`M${x.at(point.x)} ${y.at(point.y)}L${cx} ${cy}`} />}
            <text x={tenth(each.x)} y={tenth(each.y)} textAnchor={each.anchor}>
              {each.text}
            </text>
          </g>
        );
      })}
    </g>
  );
}

/** Name and unit of an indicator on one line. */
export function withUnit(subject: Subject): string {
  const name = subject.voice.say(subject.measured.name);
  return name + unitAfter(name, unitOf(subject.measured.unit, subject.voice));
}

function cut(text: string, width: number): string {
  const most = Math.floor(width / 7.4);
  return text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`;
}

function AxisNames({ drawing }: { readonly drawing: Drawing }): ReactElement {
  const { scene, plane } = drawing;
  return (
    <g className="axis-names">
      <text x="0" y="14">
        ↑ {cut(withUnit(scene.roles.y), plane.width - 24)}
      </text>
      <text x={plane.width - plane.right} y={plane.height - 6} textAnchor="end">
        {cut(withUnit(scene.roles.x), plane.width - 44)} →
      </text>
    </g>
  );
}

/** A cloud of points on two axes. */
export function CloudDrawing({ scene, size }: { readonly scene: CloudScene; readonly size: SizeName }): ReactElement {
  const drawing = drawingOf(scene, size);
  const { plane, x, y, colours } = drawing;
  const { voice, id } = scene.subject;
  return (
    <svg
      className={`chart ${size} cloud ${colours ? `classes-${colours.counts.length}` : ""}`.trim()}
      viewBox={`0 0 ${plane.width} ${plane.height}`}
      role="img"
      aria-label={scene.alt}
      data-table={id}
    >
      <SideAxis axis={y} plane={plane} voice={voice} />
      <BottomAxis axis={x} plane={plane} voice={voice} />
      <Quadrants drawing={drawing} />
      <Dots drawing={drawing} points={scene.cloud.points.filter((each) => !each.mine)} />
      <Trend drawing={drawing} />
      <Trails drawing={drawing} />
      <Dots drawing={drawing} points={scene.cloud.points.filter((each) => each.mine)} />
      <Labels drawing={drawing} />
      <AxisNames drawing={drawing} />
    </svg>
  );
}

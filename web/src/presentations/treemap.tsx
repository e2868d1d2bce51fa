import type { CubeMember } from "@peil/core/model/cube.ts";
import { hierarchy, treemap as squares, treemapSquarify } from "d3-hierarchy";
import type { ReactElement } from "react";
import { onMapWords } from "../text/on-map.ts";
import { periodName } from "../text/period.ts";
import { percent } from "../text/unit.ts";
import { makesSense } from "./judged.ts";
import { widthOf } from "./label-places.ts";
import { subjectsOf } from "./many.ts";
import { momentOf, momentSetting, periodCode, placesOf } from "./moment-of.ts";
import { Framed, measuredLine, nameOf, plainOf } from "./parts.tsx";
import { type SizeName, tenth } from "./plane.tsx";
import type { Presentation, Subject, Telling } from "./presentation.ts";
import { axisOf, type Cell, cellOf, focusOf, isMine, memberAxes } from "./reading.ts";
import { written } from "./spread-of.ts";

/** A part of the whole. */
type Part = { readonly member: CubeMember; readonly cell: Cell; readonly value: number; readonly mine: boolean };

type Scene = {
  readonly subject: Subject;
  readonly period: number;
  readonly isOfAreas: boolean;
  /** From large to small. */
  readonly parts: readonly Part[];
  readonly total: number;
  readonly where: string;
};

/** A part with its place in the drawing. */
export type Tile = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

const sizes: Readonly<Record<SizeName, { readonly width: number; readonly height: number }>> = {
  wide: { width: 640, height: 400 },
  narrow: { width: 340, height: 420 },
};
/** Heights of letters, the first that fits. */
const letters = [14, 11.5];

/** Rectangles whose surfaces follow the figures, as square as they go; in the order given. */
export function tilesOf(values: readonly number[], width: number, height: number): readonly Tile[] {
  type Node = { readonly value: number; readonly children?: readonly Node[] };
  const root = hierarchy<Node>({ value: 0, children: values.map((value) => ({ value })) }, (each) => each.children).sum(
    (each) => each.value,
  );
  const laid = squares<Node>().size([width, height]).tile(treemapSquarify.ratio(1.3))(root);
  return (laid.children ?? []).map((each) => ({ x: each.x0, y: each.y0, width: each.x1 - each.x0, height: each.y1 - each.y0 }));
}

function sceneOf(given: Subject): Scene | undefined {
  const [subject, ...more] = subjectsOf(given);
  if (!subject || more.length > 0 || memberAxes(subject.cube).length > 1) return undefined;
  const { cube, voice } = subject;
  const period = momentOf([subject]);
  const [axis] = memberAxes(cube);
  const areas = axisOf(cube, "area").members;
  const focus = Math.max(0, focusOf(subject));
  const all = axis
    ? axis.members.map((member, at) => ({ member, cell: cellOf(cube, focus, period, [at]), mine: false }))
    : placesOf(subject).flatMap((at) => {
        const member = areas[at];
        return member ? [{ member, cell: cellOf(cube, at, period), mine: isMine(member, subject.mine) }] : [];
      });
  const parts = all
    .flatMap((each) => (each.cell.value !== undefined && each.cell.value > 0 ? [{ ...each, value: each.cell.value }] : []))
    .sort((a, b) => b.value - a.value);
  const where = axis ? nameOf(areas[focus], voice) : voice.say(subject.plural);
  return { subject, period, isOfAreas: !axis, parts, total: parts.reduce((sum, each) => sum + each.value, 0), where };
}

function shareText(value: number, { total, subject }: Scene): string {
  return percent(subject.voice.number((100 * value) / (total || 1), 1), subject.voice);
}

function tellTreemap(scene: Scene): Telling {
  const { subject, parts, where } = scene;
  const { voice, measured } = subject;
  const words = onMapWords(voice);
  const when = periodName(periodCode(subject, scene.period), voice);
  const say = (each: Part): string => words.part(nameOf(each.member, voice), written(subject, each.value), shareText(each.value, scene));
  const said = parts.filter((each, at) => at < 5 || each.mine).map(say);
  const [top] = parts;
  return {
    title: top ? words.treemapTitle(nameOf(top.member, voice), shareText(top.value, scene)) : voice.m.chart.nothing(where),
    subtitle: measuredLine(measured, voice, where, when),
    alt: [words.treemapAlt(voice.say(measured.name), where, when, voice.number(parts.length)), ...said].join(" "),
  };
}

type Placed = Part & { readonly tile: Tile; readonly text: TileText };

/** What stands in a tile: the lines of the name, then figures; nothing where the name does not fit. */
export type TileText = { readonly name: readonly string[]; readonly figures: readonly string[]; readonly size: number };

/** A name in as many lines as a tile has room for, in large letters or else in smaller ones, and the figures for which there is room. */
export function textIn(tile: Tile, name: string, figures: readonly string[]): TileText {
  for (const size of letters) {
    const room = tile.width - size;
    const rows = Math.floor((tile.height - size * 0.6) / (size * 1.2));
    const out: string[] = [];
    for (const word of name.split(" ")) {
      const last = out.at(-1);
      if (last !== undefined && widthOf(`${last} ${word}`, size) <= room) out[out.length - 1] = `${last} ${word}`;
      else out.push(word);
    }
    if (out.length > rows || out.some((each) => widthOf(each, size) > room)) continue;
    return { name: out, figures: figures.filter((each) => widthOf(each, size) <= room).slice(0, rows - out.length), size };
  }
  return { name: [], figures: [], size: 0 };
}

function placedOf(scene: Scene, size: SizeName): readonly Placed[] {
  const { width, height } = sizes[size];
  const tiles = tilesOf(
    scene.parts.map((each) => each.value),
    width,
    height,
  );
  const { voice, measured } = scene.subject;
  return scene.parts.flatMap((each, at) => {
    const tile = tiles[at];
    if (!tile) return [];
    const figures = [plainOf(each.cell, measured.decimals, voice), shareText(each.value, scene)];
    return [{ ...each, tile, text: textIn(tile, nameOf(each.member, voice), figures) }];
  });
}

function Tiles({ scene, size, alt }: { readonly scene: Scene; readonly size: SizeName; readonly alt: string }): ReactElement {
  const { width, height } = sizes[size];
  const period = periodCode(scene.subject, scene.period);
  return (
    <svg className={`chart ${size} tiles`} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={alt} data-table={scene.subject.id}>
      {placedOf(scene, size).map(({ member, tile, text, mine }) => (
        <g
          key={member.code}
          className={mine ? "mine" : undefined}
          data-a={scene.isOfAreas ? member.code : undefined}
          data-m={scene.isOfAreas ? undefined : member.code}
          data-p={period}
        >
          <rect x={tenth(tile.x)} y={tenth(tile.y)} width={tenth(tile.width)} height={tenth(tile.height)} />
          {[...text.name, ...text.figures].map((each, at) => (
            <text
              key={each}
              className={at < text.name.length ? `name size-${Math.round(text.size)}` : `size-${Math.round(text.size)}`}
              x={tenth(tile.x + text.size / 2)}
              y={tenth(tile.y + text.size * (1.35 + at * 1.2))}
            >
              {each}
            </text>
          ))}
        </g>
      ))}
    </svg>
  );
}

/** Names of small parts that are still listed one by one. */
const mostListed = 6;

function Small({ scene, size }: { readonly scene: Scene; readonly size: SizeName }): ReactElement | null {
  const small = placedOf(scene, size).filter((each) => each.text.name.length === 0);
  if (small.length === 0) return null;
  const { voice } = scene.subject;
  const words = onMapWords(voice);
  const share = shareText(
    small.reduce((sum, each) => sum + each.value, 0),
    scene,
  );
  const names = small.map((each) => nameOf(each.member, voice)).join(", ");
  return (
    <p className={`foot only-${size}`}>
      {small.length <= mostListed ? words.small(names, share) : words.smallMany(voice.number(small.length), share)}
    </p>
  );
}

function Drawn({ subject }: { readonly subject: Subject }): ReactElement | null {
  const scene = sceneOf(subject);
  if (!scene) return null;
  const telling = tellTreemap(scene);
  return (
    <Framed
      telling={telling}
      className="treemaps"
      foot={
        <>
          <Small scene={scene} size="wide" />
          <Small scene={scene} size="narrow" />
        </>
      }
    >
      <Tiles scene={scene} size="wide" alt={telling.alt} />
      <Tiles scene={scene} size="narrow" alt={telling.alt} />
    </Framed>
  );
}

/** The parts of a whole as rectangles: members of a cube, or areas, where figures add up. */
export const treemap: Presentation<"treemap"> = {
  code: "treemap",
  suits(subject) {
    const scene = sceneOf(subject);
    return scene !== undefined && scene.parts.length > 1 && makesSense(subject, "treemap");
  },
  tell(subject) {
    const scene = sceneOf(subject);
    return scene ? tellTreemap(scene) : { title: "", subtitle: "", alt: "" };
  },
  draw: (subject) => <Drawn subject={subject} />,
  settings: (subject) => momentSetting(subject, subjectsOf(subject).slice(0, 1)),
};

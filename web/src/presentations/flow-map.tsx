import type { ReactElement } from "react";
import { areaInSentence } from "../text/area-name.ts";
import { onMapWords } from "../text/on-map.ts";
import { periodName } from "../text/period.ts";
import { type Borders, bordersOf } from "./borders.ts";
import { arrowOf } from "./flow-arrow.ts";
import { type Flow, type Flows, flowsOf } from "./flows-of.ts";
import { makesSense } from "./judged.ts";
import type { Box, Wish } from "./label-places.ts";
import { Land, lettersOn, MapNames, MapSheet } from "./map-ground.tsx";
import { frameOf, type MapPlace, mapPlaces } from "./map-places.ts";
import { periodCode } from "./moment-of.ts";
import { Framed, measuredLine, nameOf } from "./parts.tsx";
import { tenth } from "./plane.tsx";
import type { Presentation, Subject, Telling } from "./presentation.ts";
import { readableSizes } from "./size-key.ts";
import { written } from "./spread-of.ts";

/** Flows that are drawn unless the reader asks otherwise; and how many that may be. */
const [usual, most] = [15, 60];
/** Flows that the description names. */
const mostSaid = 5;

type Drawn = { readonly flow: Flow; readonly from: MapPlace; readonly to: MapPlace };
type Scene = {
  readonly flows: Flows;
  readonly borders: Borders;
  readonly frame: Box;
  /** From large to small. */
  readonly drawn: readonly Drawn[];
  readonly placeless: readonly string[];
};

function topOf({ settings }: Subject): number {
  const asked = Number(settings?.["top"]);
  return Number.isInteger(asked) && asked >= 1 && asked <= most ? asked : usual;
}

function sceneOf(subject: Subject): Scene | undefined {
  const flows = flowsOf(subject);
  if (!flows || !subject.borders) return undefined;
  const borders = bordersOf(subject.borders, subject.under);
  const places = mapPlaces(borders);
  const placed = flows.flows.flatMap((flow) => {
    const [from, to] = [places.get(flow.from.code), places.get(flow.to.code)];
    return from && to ? [{ flow, from, to }] : [];
  });
  const drawn = placed.slice(0, topOf(subject));
  const ends = new Set(drawn.flatMap((each) => [each.from.code, each.to.code]));
  const named = flows.flows.flatMap((each) => [each.from, each.to]).filter((each) => !places.has(each.code));
  const placeless = [...new Set(named.map((each) => nameOf(each, subject.voice)))];
  return { flows, borders, frame: frameOf(borders, ends), drawn, placeless };
}

function tellFlows({ flows, drawn }: Scene): Telling {
  const { subject, hidden } = flows;
  const { voice, measured } = subject;
  const words = onMapWords(voice);
  const when = periodName(periodCode(subject, flows.period), voice);
  const name = voice.say(measured.name);
  const in_ = (each: Flow["from"]): string => areaInSentence(each.label, voice, each.article);
  const [top] = flows.flows;
  const say = ({ flow }: Drawn): string =>
    (flow.directed ? words.from : words.between)(in_(flow.from), in_(flow.to), written(subject, flow.value));
  const start = words.flowAlt(name, when, voice.number(drawn.length), voice.number(flows.flows.length));
  const title = top?.directed ? (hidden > 0 ? words.flowTitleShown : words.flowTitle) : words.flowTitleBoth;
  return {
    title: top ? title(in_(top.from), in_(top.to)) : voice.m.chart.nothing(voice.say(subject.plural)),
    subtitle: measuredLine(measured, voice, voice.say(subject.plural), when),
    alt: [start, ...drawn.slice(0, mostSaid).map(say)].join(" "),
  };
}

/** The width of the thickest arrow in parts of the map; the others follow their figure. */
const thickest = 0.018;

function widthOfFlow(value: number, { drawn, frame }: Scene): number {
  return Math.max(frame.width * 0.0016, (value / (drawn[0]?.flow.value ?? 1)) * frame.width * thickest);
}

function Arrows({ scene }: { readonly scene: Scene }): ReactElement {
  const { subject, period } = scene.flows;
  const own = new Set((subject.mine ?? []).map((each) => each.code));
  const isOwn = ({ flow }: Drawn): boolean => own.size === 0 || own.has(flow.from.code) || own.has(flow.to.code);
  return (
    <g className="flows">
      {scene.drawn
        .toSorted((a, b) => Number(isOwn(a)) - Number(isOwn(b)) || b.flow.value - a.flow.value)
        .map((each) => {
          const width = widthOfFlow(each.flow.value, scene);
          const arrow = arrowOf(each.from, each.to, width, each.flow.directed, scene.frame.width * 0.011);
          return (
            <g
              key={`${each.from.code}>${each.to.code}`}
              className={isOwn(each) ? undefined : "other"}
              data-a={each.flow.from.code}
              data-m={each.flow.to.code}
              data-p={periodCode(subject, period)}
            >
              <path d={arrow.shaft} strokeWidth={tenth(width)} />
              {arrow.head !== "" && <path className="head" d={arrow.head} />}
            </g>
          );
        })}
    </g>
  );
}

function wishesOf({ drawn, flows, frame }: Scene): readonly Wish[] {
  const own = new Set((flows.subject.mine ?? []).map((each) => each.code));
  const ends = drawn.flatMap(({ flow, from, to }) => [
    { area: flow.from, place: from },
    { area: flow.to, place: to },
  ]);
  const first = ends.filter((each, at) => ends.findIndex((other) => other.place.code === each.place.code) === at);
  return first
    .toSorted((a, b) => Number(own.has(b.place.code)) - Number(own.has(a.place.code)))
    .map(({ area, place }) => ({
      ...{ key: place.code, text: nameOf(area, flows.subject.voice), x: place.x, y: place.y, radius: frame.width * 0.008 },
      must: own.has(place.code),
      under: true,
    }));
}

function WidthKey({ scene, size }: { readonly scene: Scene; readonly size: "wide" | "narrow" }): ReactElement {
  const letter = lettersOn(scene.frame, size);
  const values = readableSizes(scene.drawn[0]?.flow.value ?? 0).slice(0, 2);
  const step = letter * 1.4;
  return (
    <svg
      className={`sheet flow-key only-${size}`}
      viewBox={`0 0 ${scene.frame.width} ${Math.ceil(step * values.length + 6)}`}
      aria-hidden="true"
      focusable="false"
    >
      {values.map((value, at) => {
        const y = tenth(step * (at + 0.6));
        return (
          <g key={value}>
            <path d={`M4 ${y}h${Math.round(scene.frame.width * 0.08)}`} strokeWidth={tenth(widthOfFlow(value, scene))} />
            <text x={Math.round(scene.frame.width * 0.08 + letter)} y={tenth(y + letter * 0.34)} fontSize={letter}>
              {written(scene.flows.subject, value)}
            </text>
          </g>
        );
      })}
    </svg>
  );
}

function footOf({ flows, drawn, placeless }: Scene): readonly string[] {
  const { voice } = flows.subject;
  const words = onMapWords(voice);
  return [
    drawn.length < flows.flows.length ? words.flowFoot(voice.number(drawn.length), voice.number(flows.flows.length)) : "",
    flows.side === "net" || flows.side === "loss" ? words.negative : "",
    placeless.length > 0 ? words.noPlace(placeless.join(", ")) : "",
    flows.hidden > 0 ? words.hiddenFlows(flows.hidden) : "",
  ].filter((each) => each !== "");
}

function Whole({ subject }: { readonly subject: Subject }): ReactElement | null {
  const scene = sceneOf(subject);
  if (!scene) return null;
  const telling = tellFlows(scene);
  const { borders, frame, drawn } = scene;
  const ends = new Map(drawn.flatMap(({ from, to }) => [from, to]).map((each) => [each.code, each]));
  const held = new Set(borders.shapes.map((each) => each.code));
  return (
    <Framed
      telling={telling}
      className="symbols"
      foot={
        <>
          <WidthKey scene={scene} size="wide" />
          <WidthKey scene={scene} size="narrow" />
          {footOf(scene).map((each) => (
            <p className="foot" key={each}>
              {each}
            </p>
          ))}
        </>
      }
    >
      <MapSheet frame={frame} alt={telling.alt} table={subject.id}>
        <Land borders={borders} frame={frame} hidden={new Set()} missing={new Set()} held={held} mine={subject.mine} />
        <Arrows scene={scene} />
        {[...ends.values()].map((each) => (
          <circle key={each.code} className="stop" cx={each.x} cy={each.y} r={tenth(frame.width * 0.0035)} />
        ))}
        <MapNames wishes={wishesOf(scene)} frame={frame} mine={subject.mine} />
      </MapSheet>
    </Framed>
  );
}

/** The largest flows between areas as arrows on the map. */
export const flowMap: Presentation<"flow-map"> = {
  code: "flow-map",
  suits(subject) {
    const scene = sceneOf(subject);
    return scene !== undefined && scene.drawn.length > 0 && makesSense(subject, "flow-map");
  },
  tell(subject) {
    const scene = sceneOf(subject);
    return scene ? tellFlows(scene) : { title: "", subtitle: "", alt: "" };
  },
  draw: (subject) => <Whole subject={subject} />,
  settings: (subject) => [
    { code: "top", label: onMapWords(subject.voice).flowTop, value: String(topOf(subject)), kind: "number", min: 1, max: most },
  ],
};

import type { ReactElement } from "react";
import { periodName } from "../text/period.ts";
import { spreadWords } from "../text/spread.ts";
import { type Cloud, cloudOf } from "./cloud.ts";
import { CloudDrawing, type CloudScene } from "./cloud-drawing.tsx";
import { CloudKeys } from "./cloud-keys.tsx";
import { isOn } from "./is-on.ts";
import { allows } from "./judged-roles.ts";
import { momentOf, momentSetting, periodCode } from "./moment-of.ts";
import { Framed, measuredLine, nameOf, spokenOf } from "./parts.tsx";
import type { Presentation, Setting, Subject, Telling } from "./presentation.ts";
import { memberAxes } from "./reading.ts";
import { type Role, type Roles, roleSettings, rolesOf } from "./roles.ts";

const order: readonly Role[] = ["x", "y", "colour", "size"];
/** Fewest areas of which a pattern is said, and the r² from which one is. */
const fewest = 10;
const [weak, clear] = [0.09, 0.3];
/** Own areas that the description names. */
const mostSaid = 4;

/** What a cloud says as a heading: whether two figures go together; never why. */
export function patternOf(roles: Roles, { line, points }: Cloud): string {
  const words = spreadWords(roles.x.voice);
  const names = [roles.y.voice.say(roles.y.measured.name), roles.x.voice.say(roles.x.measured.name)] as const;
  if (!line || points.length < fewest) return words.both(...names);
  if (line.r2 < weak) return words.unrelated(...names);
  if (line.r2 < clear) return line.slope > 0 ? words.weakHigher(...names) : words.weakLower(...names);
  return line.slope > 0 ? words.higher(...names) : words.lower(...names);
}

/** The figures of the reader's areas, or of the benchmark, as sentences. */
export function pairsOf(roles: Roles, cloud: Cloud): string {
  const words = spreadWords(roles.x.voice);
  const own = cloud.points.filter((each) => each.mine).slice(0, mostSaid);
  return [...own, ...(cloud.benchmark ? [cloud.benchmark] : [])]
    .map((each) =>
      words.pair(
        nameOf(each.area, roles.x.voice),
        spokenOf(each.xCell, roles.x.measured, roles.x.voice),
        spokenOf(each.yCell, roles.y.measured, roles.y.voice),
      ),
    )
    .join(" ");
}

function sides(roles: Roles): readonly Subject[] {
  return [roles.x, roles.y, ...(roles.colour ? [roles.colour] : []), ...(roles.size ? [roles.size] : [])];
}

function tellCloud(roles: Roles, cloud: Cloud, period: number): Telling {
  const { voice } = roles.x;
  const words = spreadWords(voice);
  const when = periodName(periodCode(roles.x, period), voice);
  const name = (subject: Subject): string => voice.say(subject.measured.name);
  const alt = [words.cloudAlt(name(roles.y), name(roles.x), when, voice.number(cloud.points.length))];
  if (cloud.line) alt.push(words.fitAlt(voice.number(cloud.line.r2, 2)));
  if (roles.colour) alt.push(words.coloured(name(roles.colour)));
  if (roles.size) alt.push(`${words.sizeOf(name(roles.size))}.`);
  alt.push(pairsOf(roles, cloud));
  const measured = [measuredLine(roles.y.measured, voice), measuredLine(roles.x.measured, voice)].join(" × ");
  return { title: patternOf(roles, cloud), subtitle: [measured, voice.say(roles.x.plural), when].join(" · "), alt: alt.join(" ").trim() };
}

/** The last period in which enough areas have all figures; where there is none, in which they have the two of the axes. */
function momentOfRoles(roles: Roles): number {
  const all = momentOf(sides(roles));
  return cloudOf(roles, all).points.length > 2 ? all : momentOf([roles.x, roles.y]);
}

/** The scene of a scatter plot; undefined where there is none to draw. */
export function scatterScene(subject: Subject): CloudScene | undefined {
  const roles = rolesOf(subject, order);
  if (!roles) return undefined;
  const period = momentOfRoles(roles);
  const cloud = cloudOf(roles, period);
  const span = {
    x: cloud.points.map((each) => each.x),
    y: cloud.points.map((each) => each.y),
    size: cloud.points.flatMap((each) => each.size?.value ?? []),
  };
  const alt = tellCloud(roles, cloud, period).alt;
  const [showLine, showQuadrants] = [isOn(subject, "trend") && cloud.points.length >= fewest, isOn(subject, "lines")];
  return { subject, roles, cloud, period, alt, span, showLine, showQuadrants, trails: [] };
}

function Drawn({ subject }: { readonly subject: Subject }): ReactElement | null {
  const scene = scatterScene(subject);
  if (!scene) return null;
  return (
    <Framed telling={tellCloud(scene.roles, scene.cloud, scene.period)} className="clouds" foot={<CloudKeys scene={scene} />}>
      <CloudDrawing scene={scene} size="wide" />
      <CloudDrawing scene={scene} size="narrow" />
    </Framed>
  );
}

function settingsOf(subject: Subject): readonly Setting[] {
  const roles = rolesOf(subject, order);
  const words = spreadWords(subject.voice);
  const flag = (code: string, label: string): Setting => ({ code, label, value: isOn(subject, code) ? "1" : "", kind: "flag" });
  return [
    ...roleSettings(subject, order),
    ...(roles ? momentSetting(subject, sides(roles)) : []),
    flag("trend", words.trend),
    flag("lines", words.lines),
  ];
}

/** Two indicators against each other, an area a point; a third as colour, a fourth as size. */
export const scatter: Presentation<"scatter"> = {
  code: "scatter",
  suits(subject) {
    const scene = memberAxes(subject.cube).length === 0 ? scatterScene(subject) : undefined;
    if (!scene || scene.cloud.points.length < 3) return false;
    const { roles } = scene;
    const sized = !roles.size || allows("map-symbols", [roles.size], roles.size.cube);
    return sized && sides(roles).every((each) => isNumeric(each)) && allows("scatter", [roles.x, roles.y], subject.cube);
  },
  tell(subject) {
    const scene = scatterScene(subject);
    return scene ? tellCloud(scene.roles, scene.cloud, scene.period) : { title: "", subtitle: "", alt: "" };
  },
  draw: (subject) => <Drawn subject={subject} />,
  settings: settingsOf,
};

/** Whether an indicator is a number. */
export function isNumeric({ measured }: Subject): boolean {
  return measured.dataType !== "label" && measured.dataType !== "text";
}

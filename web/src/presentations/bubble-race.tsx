import type { ReactElement } from "react";
import { periodName } from "../text/period.ts";
import { spreadWords } from "../text/spread.ts";
import { type CloudPoint, cloudOf } from "./cloud.ts";
import { CloudDrawing, type CloudScene } from "./cloud-drawing.tsx";
import { CloudKeys } from "./cloud-keys.tsx";
import { isOn } from "./is-on.ts";
import { allows } from "./judged-roles.ts";
import { momentOf, momentSetting, periodCode } from "./moment-of.ts";
import { Framed, measuredLine, nameOf } from "./parts.tsx";
import type { Presentation, Subject, Telling } from "./presentation.ts";
import { axisOf, memberAxes } from "./reading.ts";
import { type Role, roleSettings, rolesOf } from "./roles.ts";
import { isNumeric, pairsOf, patternOf } from "./scatter.tsx";

const order: readonly Role[] = ["x", "y", "size", "colour"];

/** The scene of a moment, on axes that hold every moment; undefined where there is none to draw. */
export function raceScene(subject: Subject): CloudScene | undefined {
  const roles = rolesOf(subject, order);
  if (!roles?.size) return undefined;
  const period = momentOf([roles.x, roles.y, roles.size]);
  const clouds = axisOf(roles.x.cube, "period").members.map((_, at) => cloudOf(roles, at));
  const cloud = clouds[period];
  if (!cloud) return undefined;
  const all = clouds.flatMap((each) => each.points);
  const span = { x: all.map((each) => each.x), y: all.map((each) => each.y), size: all.flatMap((each) => each.size?.value ?? []) };
  const past = clouds.slice(0, period + 1).flatMap((each) => each.points.filter((point) => point.mine));
  const trails = isOn(subject, "trail") ? trailsOf(past) : [];
  return { subject, roles, cloud, period, alt: tellRace(subject)?.alt ?? "", span, showLine: false, showQuadrants: true, trails };
}

function trailsOf(past: readonly CloudPoint[]): readonly (readonly CloudPoint[])[] {
  const codes = [...new Set(past.map((each) => each.area.code))];
  return codes.map((code) => past.filter((each) => each.area.code === code)).filter((each) => each.length > 1);
}

function tellRace(subject: Subject): Telling | undefined {
  const roles = rolesOf(subject, order);
  if (!roles?.size) return undefined;
  const { voice } = subject;
  const words = spreadWords(voice);
  const period = momentOf([roles.x, roles.y, roles.size]);
  const cloud = cloudOf(roles, period);
  const when = periodName(periodCode(roles.x, period), voice);
  const name = (each: Subject): string => voice.say(each.measured.name);
  const alt = [words.bubbleAlt(name(roles.y), name(roles.x), name(roles.size), when, voice.number(cloud.points.length))];
  alt.push(movesOf(subject, period), pairsOf(roles, cloud));
  const measured = [measuredLine(roles.y.measured, voice), measuredLine(roles.x.measured, voice)].join(" × ");
  return {
    title: `${when}: ${patternOf(roles, cloud)}`,
    subtitle: [measured, voice.say(subject.plural)].join(" · "),
    alt: alt.filter((each) => each !== "").join(" "),
  };
}

/** From when the trails run. */
function movesOf(subject: Subject, period: number): string {
  const first = axisOf(subject.cube, "period").members[0];
  const own = (subject.mine ?? []).map((ref) => axisOf(subject.cube, "area").members.find((each) => each.code === ref.code));
  const names = own.flatMap((each) => (each ? [nameOf(each, subject.voice)] : []));
  if (names.length === 0 || period === 0 || !first) return "";
  const [from, to] = [first.code, axisOf(subject.cube, "period").members[period]?.code ?? ""];
  return `${spreadWords(subject.voice).moved(names.join(", "), periodName(from, subject.voice), periodName(to, subject.voice))}.`;
}

function Drawn({ subject }: { readonly subject: Subject }): ReactElement | null {
  const [scene, telling] = [raceScene(subject), tellRace(subject)];
  if (!scene || !telling) return null;
  return (
    <Framed telling={telling} className="clouds race" foot={<CloudKeys scene={scene} />}>
      <CloudDrawing scene={scene} size="wide" />
      <CloudDrawing scene={scene} size="narrow" />
    </Framed>
  );
}

/** Two indicators against each other with a third as size, moment by moment. */
export const bubbleRace: Presentation<"bubble-race"> = {
  code: "bubble-race",
  suits(subject) {
    if (memberAxes(subject.cube).length > 0 || axisOf(subject.cube, "period").members.length < 2) return false;
    const scene = raceScene(subject);
    if (!scene?.roles.size || scene.cloud.points.length < 3) return false;
    const { x, y, size } = scene.roles;
    return [x, y, size].every(isNumeric) && allows("bubble", [x, y, size], size.cube);
  },
  tell: (subject) => tellRace(subject) ?? { title: "", subtitle: "", alt: "" },
  draw: (subject) => <Drawn subject={subject} />,
  settings(subject) {
    const roles = rolesOf(subject, order);
    const trail = { code: "trail", label: spreadWords(subject.voice).trail, value: isOn(subject, "trail") ? "1" : "" };
    const subjects = roles ? [roles.x, roles.y, ...(roles.size ? [roles.size] : [])] : [];
    return [...roleSettings(subject, order), ...momentSetting(subject, subjects), { ...trail, kind: "flag" }];
  },
};

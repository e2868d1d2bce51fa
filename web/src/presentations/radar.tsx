import type { ReactElement } from "react";
import { drawnWords } from "../text/drawn.ts";
import { Both, Canvas, round, type Size, stateFill } from "./canvas.tsx";
import { holdsNumbers, isAllowed } from "./guarded.ts";
import { matrixOf, matrixSettings, pickAxes, shownOf } from "./matrix.ts";
import { Framed, plainOf } from "./parts.tsx";
import type { Presentation, Subject, Telling } from "./presentation.ts";
import { type Profile, profileOf, profileSettings, type Spoke } from "./profile.ts";
import { type Cell, isHidden } from "./reading.ts";
import { angleOf, type Disc, discOf, pointOn, RoundLabels } from "./round-labels.tsx";
import { spotsOf, tellMatrix } from "./tell-cells.ts";
import { farness, hasProfile, tellProfile } from "./tell-profile.ts";

const mostSpokes = 16;

/** An axis of a radar: how far out the figure lies (0 to 1), and the benchmark's. */
type Axis = {
  readonly key: string;
  readonly name: string;
  readonly figure: string;
  readonly cell: Cell;
  readonly own: number | undefined;
  readonly base: number | undefined;
};
type Radar = { readonly axes: readonly Axis[]; readonly telling: Telling; readonly legend: string; readonly rings: readonly number[] };

/** Why there is no figure, in a word. */
function gapWord(cell: Cell, { voice }: Subject): string {
  return isHidden(cell) ? drawnWords(voice).hidden : drawnWords(voice).missing;
}

const isProfile = ({ cube }: Subject): boolean => cube.axes[0]?.role === "indicator" && cube.axes[0].members.length > 1;

function ofSpoke(spoke: Spoke, profile: Profile, far: number): Axis {
  const { voice } = profile.subject;
  const { decimals } = spoke.measured;
  const own = spoke.distance === undefined ? undefined : 0.5 + (0.5 * (spoke.distance - profile.equal)) / far;
  const written = spoke.own.value === undefined ? gapWord(spoke.own, profile.subject) : plainOf(spoke.own, decimals, voice);
  const figure = `${written} (${plainOf(spoke.base, decimals, voice)})`;
  return {
    key: spoke.key,
    name: spoke.label,
    figure,
    cell: spoke.own.value === undefined ? spoke.own : spoke.base,
    own,
    base: spoke.distance === undefined ? undefined : 0.5,
  };
}

function ofProfile(subject: Subject): Radar {
  const profile = profileOf(subject);
  const words = drawnWords(subject.voice);
  const spokes = profile.spokes.slice(0, mostSpokes);
  const far = Math.max(...spokes.map((each) => farness(each, profile)), 1e-9);
  const base = profile.base?.label ?? "";
  return {
    axes: spokes.map((each) => ofSpoke(each, profile, far)),
    telling: tellProfile(profile, words.kinds.radar),
    legend: `${words.circle(base)} ${words.inBrackets(profile.areaName, base)}`,
    rings: [0.5, 1],
  };
}

function matrixOfMembers(subject: Subject) {
  const { rows, choices } = pickAxes(subject, ["member"], []);
  return { matrix: matrixOf(subject, rows), choices };
}

function ofMembers(subject: Subject): Radar {
  const { matrix } = matrixOfMembers(subject);
  const words = drawnWords(subject.voice);
  const rows = matrix.rows.slice(0, mostSpokes);
  const high = Math.max(...rows.map((row) => matrix.cell(row).value ?? 0), 1e-9);
  const axes = rows.map((row): Axis => {
    const cell = matrix.cell(row);
    const own = cell.value === undefined ? undefined : Math.max(0, cell.value / high);
    return {
      key: row.member.code,
      name: row.label,
      figure: cell.value === undefined ? gapWord(cell, subject) : plainOf(cell, subject.measured.decimals, subject.voice),
      cell,
      own,
      base: undefined,
    };
  });
  return { axes, telling: tellMatrix(matrix, words.kinds.radar, spotsOf(matrix, rows, [])), legend: words.fromMiddle, rings: [0.5, 1] };
}

const radarOf = (subject: Subject): Radar => (isProfile(subject) ? ofProfile(subject) : ofMembers(subject));

function outline(axes: readonly Axis[], disc: Disc, read: (axis: Axis) => number | undefined): string {
  const isWhole = axes.every((each) => read(each) !== undefined);
  let isOpen = false;
  const path = axes.map((each, index) => {
    const at = read(each);
    if (at === undefined) {
      isOpen = false;
      return "";
    }
    const start = isOpen ? "L" : "M";
    isOpen = true;
    return start + pointOn(disc, angleOf(index, axes.length), at * disc.radius).join(" ");
  });
  return path.join("") + (isWhole ? "Z" : "");
}

function Drawing({ radar, size, subject }: { readonly radar: Radar; readonly size: Size; readonly subject: Subject }): ReactElement {
  const { axes, rings, telling } = radar;
  const disc = discOf(size, axes.length);
  const angles = axes.map((_, index) => angleOf(index, axes.length));
  const isWhole = axes.every((each) => each.own !== undefined);
  return (
    <Canvas id={subject.id} size={size} height={disc.height} alt={telling.alt}>
      <g className="web">
        {rings.map((each) => (
          <circle key={each} cx={disc.cx} cy={disc.cy} r={round(each * disc.radius)} />
        ))}
        {angles.map((each) => (
          <path key={each} d={`M${disc.cx} ${disc.cy}L${pointOn(disc, each, disc.radius).join(" ")}`} />
        ))}
      </g>
      <path className="radar-base" d={outline(axes, disc, (each) => each.base)} />
      <path className={isWhole ? "radar-own" : "radar-own open"} d={outline(axes, disc, (each) => each.own)} />
      {axes.map((each, index) => {
        const [x, y] = pointOn(disc, angles[index] ?? 0, (each.own ?? 0.5) * disc.radius);
        return (
          <g key={each.key} data-m={each.key}>
            <title>{`${each.name}: ${each.figure}`}</title>
            {each.own === undefined ? (
              <rect x={x - 8} y={y - 8} width="16" height="16" fill={stateFill(`${subject.id}-${size}`, each.cell)} className="gap" />
            ) : (
              <circle className="radar-dot" cx={x} cy={y} r="4.5" />
            )}
          </g>
        );
      })}
      <RoundLabels disc={disc} size={size} angles={angles} labels={axes} />
    </Canvas>
  );
}

function Drawn({ subject }: { readonly subject: Subject }): ReactElement {
  const radar = radarOf(subject);
  return (
    <Framed telling={radar.telling} className="formed round" foot={<p className="foot">{radar.legend}</p>}>
      <Both draw={(size) => <Drawing key={size} radar={radar} size={size} subject={subject} />} />
    </Framed>
  );
}

/** Figures on axes from one middle: indicators against the benchmark, or the members of a dimension. */
export const radar: Presentation<"radar"> = {
  code: "radar",
  suits(subject) {
    if (isProfile(subject)) return hasProfile(subject, "radar");
    if (!holdsNumbers(subject)) return false;
    const { matrix } = matrixOfMembers(subject);
    if (matrix.rowAxis < 0 || matrix.rows.length > mostSpokes || !isAllowed(shownOf(matrix), "radar")) return false;
    const cells = matrix.rows.map((row) => matrix.cell(row).value);
    return (
      cells.filter((each) => each !== undefined).length >= 3 &&
      cells.every((each) => (each ?? 0) >= 0) &&
      cells.some((each) => (each ?? 0) > 0)
    );
  },
  tell: (subject) => radarOf(subject).telling,
  draw: (subject) => <Drawn subject={subject} />,
  settings(subject) {
    if (isProfile(subject)) return profileSettings(profileOf(subject));
    const { matrix, choices } = matrixOfMembers(subject);
    return matrixSettings(matrix, choices);
  },
};

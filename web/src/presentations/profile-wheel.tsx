import { arc } from "d3-shape";
import type { ReactElement } from "react";
import { drawnWords } from "../text/drawn.ts";
import { Both, Canvas, round, type Size, stateFill, textureOf } from "./canvas.tsx";
import { Framed, plainOf } from "./parts.tsx";
import type { Presentation, Subject } from "./presentation.ts";
import { type Profile, profileOf, profileSettings, type Spoke } from "./profile.ts";
import { ReadingKey } from "./reading-key.tsx";
import { angleOf, discOf, RoundLabels } from "./round-labels.tsx";
import { farness, hasProfile, spokeInWords, tellProfile } from "./tell-profile.ts";

/** The benchmark's circle lies halfway. */
const middle = 0.5;

function sector(index: number, of: number, from: number, to: number): string {
  const half = Math.PI / of;
  const angle = angleOf(index, of);
  const shape = arc().digits(1);
  return (
    shape({
      innerRadius: Math.min(from, to),
      outerRadius: Math.max(from, to),
      startAngle: angle - half,
      endAngle: angle + half,
      padAngle: 0.015,
    }) ?? ""
  );
}

function Sector({
  spoke,
  index,
  profile,
  radius,
  far,
  id,
}: {
  readonly spoke: Spoke;
  readonly index: number;
  readonly profile: Profile;
  readonly radius: number;
  readonly far: number;
  readonly id: string;
}): ReactElement {
  const { spokes } = profile;
  const base = radius * middle;
  const title = <title>{spokeInWords(spoke, profile)}</title>;
  if (spoke.distance === undefined) {
    const gap = spoke.own.value === undefined ? spoke.own : spoke.base;
    return (
      <g data-m={spoke.key}>
        {title}
        <path className="gap" fill={stateFill(id, gap)} d={sector(index, spokes.length, base * 0.7, base * 1.3)} />
      </g>
    );
  }
  const length = ((spoke.distance - profile.equal) / far) * base;
  const path = sector(index, spokes.length, base, round(base + length));
  const texture = spoke.reading === "worse" ? textureOf(id, 1) : undefined;
  return (
    <g data-m={spoke.key}>
      {title}
      <path className={`p-${spoke.reading}`} d={path} />
      {texture && <path className="over" fill={texture} d={path} />}
    </g>
  );
}

function Drawing({ profile, size, alt }: { readonly profile: Profile; readonly size: Size; readonly alt: string }): ReactElement {
  const { spokes, subject } = profile;
  const disc = discOf(size, spokes.length);
  const far = Math.max(...spokes.map((each) => farness(each, profile)), 1e-9);
  const words = drawnWords(subject.voice);
  const labels = spokes.map((each) => {
    const isGap = each.own.value === undefined;
    const figure = isGap
      ? words[each.own.status === 2 || each.own.status === 7 ? "hidden" : "missing"]
      : plainOf(each.own, each.measured.decimals, subject.voice);
    return { name: each.label, figure: `${figure} (${plainOf(each.base, each.measured.decimals, subject.voice)})` };
  });
  return (
    <Canvas id={subject.id} size={size} height={disc.height} alt={alt}>
      <g transform={`translate(${disc.cx} ${disc.cy})`}>
        <circle className="disc" r={disc.radius} />
        {spokes.map((spoke, index) => (
          <Sector key={spoke.key} {...{ spoke, index, profile, far }} radius={disc.radius} id={`${subject.id}-${size}`} />
        ))}
        <circle className="ring" r={disc.radius * middle} />
      </g>
      <RoundLabels disc={disc} size={size} angles={spokes.map((_, index) => angleOf(index, spokes.length))} labels={labels} />
    </Canvas>
  );
}

function Drawn({ subject }: { readonly subject: Subject }): ReactElement {
  const profile = profileOf(subject);
  const words = drawnWords(subject.voice);
  const telling = tellProfile(profile, words.kinds.profileWheel);
  const base = profile.base?.label ?? "";
  return (
    <Framed
      telling={telling}
      className="formed round"
      foot={<p className="foot">{`${words.circle(base)} ${words.inBrackets(profile.areaName, base)}`}</p>}
    >
      <ReadingKey profile={profile} />
      <Both draw={(size) => <Drawing key={size} profile={profile} size={size} alt={telling.alt} />} />
    </Framed>
  );
}

/** An area against the benchmark as a wheel: a sector for each indicator, out where it is higher, in where it is lower. */
export const profileWheel: Presentation<"profile-wheel"> = {
  code: "profile-wheel",
  suits: (subject) => hasProfile(subject, "profile-wheel"),
  tell: (subject) => tellProfile(profileOf(subject), drawnWords(subject.voice).kinds.profileWheel),
  draw: (subject) => <Drawn subject={subject} />,
  settings: (subject) => profileSettings(profileOf(subject)),
};

import { drawnWords } from "../text/drawn.ts";
import { periodName } from "../text/period.ts";
import { holdsNumbers, isAllowed } from "./guarded.ts";
import { spokenOf } from "./parts.tsx";
import type { Subject, Telling } from "./presentation.ts";
import { type Profile, profileOf, type Reading, type Spoke } from "./profile.ts";
import { gapsOf, nameOfAll } from "./tell-cells.ts";

const mostSpoken = 12;

/** How far a spoke lies from the benchmark, without its direction. */
export function farness({ distance }: Spoke, { equal }: Profile): number {
  return distance === undefined ? 0 : Math.abs(distance - equal);
}

/** A distance as a drawing writes it. */
export function distanceText(spoke: Spoke, { measure, subject }: Profile): string {
  if (spoke.distance === undefined) return "";
  const number = subject.voice.number(spoke.distance, measure === "index" ? 0 : 1);
  return measure === "deviation" && spoke.distance > 0 ? `+${number}` : number;
}

/** What a reading is called; nothing where a higher figure is neither better nor worse. */
export function readingWord(reading: Reading, subject: Subject): string {
  const words = drawnWords(subject.voice);
  return reading === "neutral" ? "" : words[reading];
}

/** An indicator of a profile in words: the figure, the benchmark's, and how it reads. */
export function spokeInWords(spoke: Spoke, { subject, base }: Profile): string {
  const { voice } = subject;
  const words = drawnWords(voice);
  const own = spokenOf(spoke.own, spoke.measured, voice);
  const other = base ? `${base.label} ${spokenOf(spoke.base, spoke.measured, voice)}` : "";
  const reading = readingWord(spoke.reading, subject);
  return words.item(spoke.label, [own, other, reading].filter((each) => each !== "").join("; "));
}

/** Says a profile: where the area lies farthest from the benchmark as a title, every figure in the description. */
export function tellProfile(profile: Profile, kind: string): Telling {
  const { subject, spokes, base, areaName, measure } = profile;
  const { voice } = subject;
  const words = drawnWords(voice);
  const known = spokes.filter((each) => each.distance !== undefined);
  const [far] = known.toSorted((a, b) => farness(b, profile) - farness(a, profile));
  const periods = [...new Set(spokes.map((each) => each.period))].toSorted();
  const when = [...new Set([periods[0] ?? "", periods.at(-1) ?? ""])].map((each) => periodName(each, voice)).join("–");
  const against = base?.label ?? "";
  const cells = spokes.flatMap((each) => [each.own, each.base]);
  const more = spokes.length - mostSpoken;
  const spoken = spokes.slice(0, mostSpoken).map((each) => spokeInWords(each, profile));
  const title =
    far === undefined
      ? words.noFigures
      : farness(far, profile) === 0
        ? words.nothingFar(areaName, against)
        : words.farthest(areaName, against, far.label);
  return {
    title,
    subtitle: [words.compared(areaName, against), words.distance[measure], when].filter((each) => each !== "").join(" · "),
    alt: [
      words.alt(kind, nameOfAll(subject, subject.indicators ?? [subject.measured]), areaName, when),
      ...spoken,
      ...(more > 0 ? [words.more(more)] : []),
      ...gapsOf(cells, subject),
    ].join(" "),
  };
}

/** Whether there is a profile to draw: several indicators, a benchmark, and a distance for two of them at least. */
export function hasProfile(subject: Subject, form: "profile-bar" | "profile-wheel" | "radar"): boolean {
  if (!holdsNumbers(subject) || subject.cube.axes.some((each) => each.role === "member" && each.members.length > 1)) return false;
  if (subject.cube.axes[0]?.role !== "indicator" || !isAllowed(subject, form)) return false;
  const profile = profileOf(subject);
  const known = profile.spokes.filter((each) => each.distance !== undefined).length;
  return profile.base !== undefined && known >= (form === "profile-bar" ? 2 : 3);
}

import type { ReactElement } from "react";
import { Patterns, textureOf } from "./canvas.tsx";
import type { Profile, Reading } from "./profile.ts";
import { readingWord } from "./tell-profile.ts";

const readings: readonly Reading[] = ["better", "worse", "uncertain"];

/** What the fills of a profile mean; only those that occur. */
export function ReadingKey({ profile }: { readonly profile: Profile }): ReactElement | null {
  const { spokes, subject } = profile;
  const used = readings.filter((reading) => spokes.some((each) => each.distance !== undefined && each.reading === reading));
  if (used.length === 0) return null;
  return (
    <ul className="keys kinds" aria-hidden="true">
      {used.map((reading) => (
        <li key={reading}>
          <svg className="kind-key" aria-hidden="true" viewBox="0 0 22 14" width="22" height="14" focusable="false">
            <Patterns id={`${subject.id}-${reading}`} />
            <rect className={`p-${reading}`} width="22" height="14" />
            {reading === "worse" && <rect fill={textureOf(`${subject.id}-${reading}`, 1)} width="22" height="14" />}
          </svg>
          {readingWord(reading, subject)}
        </li>
      ))}
    </ul>
  );
}

import type { Frame } from "@peil/core/api.ts";
import type { Cube } from "@peil/core/model/cube.ts";
import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";
import type { Presentation, Subject } from "../presentations/presentation.ts";
import { standaloneOf } from "../presentations/standalone.ts";
import type { Voice } from "../text/voice.ts";
import { pngOf, save } from "./map/export.tsx";

type Wanted = {
  readonly kind: "svg" | "png";
  readonly subjects: readonly Subject[];
  readonly presentation: Presentation;
  readonly cube: Cube;
  readonly frame: Frame;
  readonly voice: Voice;
};

/** The markup of a drawing, made beside the page. */
function markupOf(presentation: Presentation, subject: Subject): string {
  const place = document.createElement("div");
  const root = createRoot(place);
  try {
    flushSync(() => root.render(presentation.draw(subject)));
    return place.innerHTML;
  } finally {
    root.unmount();
  }
}

/** Source, release and address: what stands below a drawing that left the site. */
function footOf({ cube, frame, voice }: Wanted): string {
  const { chart } = voice.m;
  const sources = cube.sources.map((each) => voice.say(each.name)).join("; ");
  return [
    ...(sources === "" ? [] : [`${chart.source}: ${sources}`]),
    `${voice.say(frame.site.name)}, ${chart.release} ${cube.release.slice(0, 8)}`,
    frame.site.origin ?? location.origin,
  ].join(" · ");
}

/** Saves what is drawn as pictures that need nothing: one for each drawing. */
export async function savePicture(wanted: Wanted): Promise<void> {
  const { kind, subjects, presentation } = wanted;
  const foot = footOf(wanted);
  const drawn = subjects.flatMap((subject) => {
    const picture = standaloneOf(markupOf(presentation, subject), { ...presentation.tell(subject), foot });
    return picture ? [{ svg: picture.svg, name: `${subject.measured.code}-${presentation.code}.${kind}` }] : [];
  });
  if (drawn.length === 0) throw new Error("nothing is drawn");
  for (const { svg, name } of drawn) save(kind === "svg" ? new Blob([svg], { type: "image/svg+xml" }) : await pngOf(svg), name);
}

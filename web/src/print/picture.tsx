import type { Frame, Read } from "@peil/core/api.ts";
import type { PictureFile } from "@peil/core/api-print.ts";
import { renderToStaticMarkup } from "react-dom/server";
import { hrefOf, type Place } from "../address.ts";
import { loadIndicator } from "../pages/indicator-load.ts";
import { type Plate, platesOf } from "../pages/plates.tsx";
import type { Story } from "../pages/story.ts";
import { standaloneOf } from "../presentations/standalone.ts";
import type { Voice } from "../text/voice.ts";

type Around = { readonly voice: Voice; readonly frame: Frame; readonly read: Read };

/** Source, release and address: what stands below a drawing that left the site. */
function footOf({ view, frame, voice }: Story, address: string): string {
  const source = view.details.source ?? view.cube.sources[0];
  const { chart } = voice.m;
  return [
    ...(source ? [`${chart.source}: ${voice.say(source.name)}`] : []),
    `${voice.say(frame.site.name)}, ${chart.release} ${(view.selection.release ?? frame.release.id).slice(0, 8)}`,
    ...(address.startsWith("/") ? [] : [address]),
  ].join(" · ");
}

/** A drawing of the page of an indicator, as a file. Undefined where the page draws nothing of that kind. */
export async function pictureOf(
  place: Extract<Place, { page: "indicator" }>,
  { voice, frame, read }: Around,
): Promise<PictureFile | undefined> {
  const story: Story = { ...(await loadIndicator(place, read)), voice, frame, show: place.show };
  if (story.view.reason) return undefined;
  const isWanted = (plate: Plate): boolean => place.show === undefined || plate.presentation.code === place.show;
  const address = (frame.site.origin ?? "") + hrefOf(voice.language, { ...place, show: undefined, selection: "" });
  for (const { presentation, subject } of platesOf(story).filter(isWanted)) {
    const drawn = standaloneOf(renderToStaticMarkup(presentation.draw(subject)), {
      ...presentation.tell(subject),
      foot: footOf(story, address),
    });
    if (drawn) return { ...drawn, name: `${story.view.details.code}-${presentation.code}` };
  }
  return undefined;
}

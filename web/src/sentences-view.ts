import type { Frame, Read } from "@peil/core/api.ts";
import type { SpokenIndicator } from "@peil/core/api-catalogue.ts";
import type { Language } from "@peil/core/model/text.ts";
import { facesOf } from "./pages/indicator-load.ts";
import { type Story, sentencesOfStory } from "./pages/story.ts";
import { inOneText } from "./text/sentences.ts";
import { voiceOf } from "./text/voice.ts";

/**
 * What the figures of indicators say in words: the sentences of their pages.
 * @param codes of the indicators, in order
 * @param selection query of an address, as of a page
 */
export async function sentences(
  read: Read,
  codes: readonly string[],
  selection: string,
  language: Language,
): Promise<readonly SpokenIndicator[]> {
  const frame = await read("frame", {});
  return Promise.all(codes.map((code) => spoken(read, frame, code, selection, language)));
}

async function spoken(read: Read, frame: Frame, code: string, selection: string, language: Language): Promise<SpokenIndicator> {
  const view = await read("indicator", { code, selection });
  const story: Story = { view, ...(await facesOf(view, read)), voice: voiceOf(language), frame, borders: undefined, show: undefined };
  const said = sentencesOfStory(story);
  return { code: view.details.code, name: view.details.name, sentences: said, text: inOneText(said) };
}

import type { ReactElement } from "react";
import { FigureTools } from "../widgets/figure-tools.tsx";
import { IndicatorFacts, Item } from "../widgets/indicator-facts.tsx";
import { MethodLinks } from "../widgets/method-links.tsx";
import { figureOfStory } from "./figure-of-story.ts";
import { methodsOfStory, type Story } from "./story.ts";

/** The rules by which the figures of the page were made, each with its page. */
function Rules({ story }: { readonly story: Story }): ReactElement {
  const { voice } = story;
  return (
    <Item term={voice.m.methods.beside}>
      <MethodLinks rules={methodsOfStory(story)} voice={voice} />
    </Item>
  );
}

/** Where the figures come from, how they are made, where there are more, and how to take them along. */
export function AboutFigure({ story }: { readonly story: Story }): ReactElement {
  const { view, voice } = story;
  const said = new Set(view.cube.notes.map((each) => each.text.nl));
  return (
    <section className="about-figure" aria-labelledby="about-figure">
      <h2 id="about-figure">{voice.m.indicator.about}</h2>
      <IndicatorFacts details={view.details} voice={voice} said={said}>
        <Rules story={story} />
      </IndicatorFacts>
      <FigureTools figure={figureOfStory(story)} frame={story.frame} voice={voice} />
    </section>
  );
}

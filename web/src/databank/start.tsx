import type { TreeView } from "@peil/core/api-databank.ts";
import { type ReactElement, useEffect, useState } from "react";
import { cubeToKnow, type Example, examplesOf } from "./examples.ts";
import type { Site } from "./site.ts";
import type { Recent } from "./storage.ts";

type Props = {
  readonly site: Site;
  readonly narrow: boolean;
  /** What the reader looked at last, newest first. */
  readonly recent: readonly Recent[];
  readonly onChoose: () => void;
  readonly onTour: () => void;
  readonly onAsk: (selection: string, show: string) => void;
};

type Found = { readonly tree: TreeView; readonly examples: readonly Example[] };

/** Examples made of what the site has; none until it is known, or where it cannot be. */
function useExamples({ client, source, dayOf, release }: Site): Found | undefined {
  const [found, setFound] = useState<Found>();
  useEffect(() => {
    let ended = false;
    const year = (dayOf(release) ?? "9999").slice(0, 4);
    const look = async (): Promise<void> => {
      const tree = await client.read("tree", {});
      const code = cubeToKnow(tree);
      const [cube] = code === undefined ? [] : await source.details([code]);
      if (!ended) setFound({ tree, examples: examplesOf(tree, cube, year) });
    };
    look().catch(() => undefined);
    return () => {
      ended = true;
    };
  }, [client, source, dayOf, release]);
  return found;
}

/** An empty tab: how to begin, questions to begin with, and what was looked at last. */
export function Start({ site, narrow, recent, onChoose, onTour, onAsk }: Props): ReactElement {
  const { words, voice } = site;
  const found = useExamples(site);
  const nameOf = (code: string): string => voice.say(found?.tree.indicators.find((each) => each.code === code)?.name ?? { nl: code });
  const plural = voice.say(found?.tree.levels.find((each) => each.alias === found.tree.home)?.plural ?? { nl: "" });
  const said = ({ kind, of }: Example): string => {
    const [first = "", second = ""] = of.map(nameOf);
    return kind === "pair" ? words.start.pair(first, second) : kind === "map" ? words.start.map(first, plural) : words.start.cube(first);
  };
  return (
    <div className="bank-start">
      <p>{words.start.text}</p>
      <p className="choices-row">
        {narrow && (
          <button type="button" onClick={onChoose}>
            {words.start.choose}
          </button>
        )}
        <button type="button" className="quiet-button" onClick={onTour}>
          {words.start.tour}
        </button>
      </p>
      {recent.length > 0 && (
        <Questions
          title={words.start.recent}
          of={recent.map(({ selection, show, name }) => ({ key: selection, text: name, act: () => onAsk(selection, show) }))}
        />
      )}
      {found && found.examples.length > 0 && (
        <Questions
          title={words.start.examples}
          of={found.examples.map((each) => ({ key: each.kind, text: said(each), act: () => onAsk(each.selection, each.show) }))}
        />
      )}
    </div>
  );
}

type Question = { readonly key: string; readonly text: string; readonly act: () => void };

function Questions({ title, of }: { readonly title: string; readonly of: readonly Question[] }): ReactElement {
  return (
    <section className="bank-questions">
      <h3>{title}</h3>
      <ul>
        {of.map(({ key, text, act }) => (
          <li key={key}>
            <button type="button" className="quiet-button" onClick={act}>
              {text}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

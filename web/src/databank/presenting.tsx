import type { Tab } from "@peil/core/documents/workspace.ts";
import { explainError } from "@peil/core/errors.ts";
import { formatSelection } from "@peil/core/query/address.ts";
import type { AreaRef } from "@peil/core/query/selection.ts";
import { type ReactElement, useEffect, useMemo, useState } from "react";
import { holdsObjects } from "../presentations/borders.ts";
import { formsOnMap } from "../presentations/forms.ts";
import { type Asking, useBorders } from "./answer.ts";
import { Chooser } from "./chooser.tsx";
import { levelBelow, type NestedLevel } from "./drilling.ts";
import { offerFor } from "./forms.ts";
import { Shown } from "./shown.tsx";
import type { Site } from "./site.ts";
import { type Answer, subjectOf } from "./subject.ts";
import { firstOffers, useOffers } from "./use-offers.ts";
import { Waiting } from "./waiting.tsx";
import type { Action } from "./workspace.ts";

/** What a tab is shown with. */
export type PresentingProps = {
  readonly tab: Tab;
  /** What the tab is about, in words; empty where nobody knows yet. */
  readonly name: string;
  readonly asking: Asking;
  readonly again: () => void;
  readonly site: Site;
  readonly dispatch: (action: Action) => void;
  readonly canUndo: boolean;
  /** Makes the short link. */
  readonly onShare: () => void;
};

/** The figures of a tab: while they come, when they do not, and drawn. */
export function Presenting(props: PresentingProps): ReactElement {
  const { asking, again, site, dispatch, canUndo, name } = props;
  const { words, voice } = site;
  if (asking.state === "failed") {
    const { message, mend } = explainError(asking.error, voice.language);
    return (
      <div className="bank-message" role="alert">
        <h3>{words.failed.title}</h3>
        <p>
          {message} {mend}
        </p>
        <button type="button" onClick={again}>
          {words.failed.retry}
        </button>
        {canUndo && (
          <button type="button" className="quiet-button" onClick={() => dispatch({ kind: "undo" })}>
            {words.failed.back}
          </button>
        )}
      </div>
    );
  }
  const answer = asking.state === "ready" ? asking.answer : asking.state === "waiting" ? asking.last : undefined;
  const waiting = asking.state === "waiting";
  return (
    <div className="bank-answer" aria-busy={waiting}>
      {waiting && <Waiting what={name} words={words} over={answer !== undefined} />}
      {answer && <Answered {...props} answer={answer} />}
    </div>
  );
}

/** What lies in what, as the theme tree tells; undefined until it does. */
function useNested(client: Site["client"]): readonly NestedLevel[] | undefined {
  const [levels, setLevels] = useState<readonly NestedLevel[]>();
  useEffect(() => {
    let ended = false;
    client.read("tree", {}).then(
      (tree) => ended || setLevels(tree.levels),
      () => undefined,
    );
    return () => {
      ended = true;
    };
  }, [client]);
  return levels;
}

function Answered(props: PresentingProps & { readonly answer: Answer }): ReactElement {
  const { tab, site, dispatch, answer } = props;
  const { voice, words, source } = site;
  const id = `bank-${tab.id}`;
  const plain = useMemo(() => subjectOf(answer, tab.settings, voice, { id, borders: undefined }), [answer, tab.settings, voice, id]);
  // What can be offered follows from the figures, not from what was set of a drawing.
  const bare = useMemo(() => subjectOf(answer, {}, voice, { id, borders: undefined }), [answer, voice, id]);
  const possible = useMemo(() => firstOffers(bare, false, tab.show), [bare, tab.show]);
  const onMap = formsOnMap.has(offerFor(possible, tab.show, answer.details.length)?.presentation.code ?? "");
  const borders = useBorders(onMap ? answer.selection.level : undefined, source);
  const objects = borders ? holdsObjects(borders) : false;
  const outlines = useBorders(objects ? answer.around.under : undefined, source);
  const under = outlines ?? undefined;
  const subject = useMemo(() => (plain && borders ? { ...plain, borders, under } : plain), [plain, borders, under]);
  const judged = useMemo(() => (bare && borders ? { ...bare, borders, under } : bare), [bare, borders, under]);
  const isKnown = borders !== undefined;
  const first = useMemo(() => (isKnown ? firstOffers(judged, true, tab.show) : possible), [judged, isKnown, tab.show, possible]);
  const offers = useOffers(first, onMap && !isKnown ? undefined : judged, isKnown);
  const offer = offerFor(offers, tab.show, answer.details.length);
  const nested = useNested(site.client);
  const below = (area: AreaRef): string | undefined =>
    answer.selection.flow === undefined
      ? levelBelow(area.level, answer.details[0]?.available.map((each) => each.level) ?? [], nested)
      : undefined;
  if (subject === undefined || offer === undefined) {
    return (
      <div className="bank-message">
        <h3>{words.nothing.title}</h3>
        <p>{words.nothing.text}</p>
      </div>
    );
  }
  const show = (code: string): void => dispatch({ kind: "show", id: tab.id, show: code });
  const drill = (area: AreaRef): void => {
    const level = below(area);
    if (level === undefined) return;
    const { groups: _, ...rest } = answer.selection;
    const next = { ...rest, level, areas: { kind: "within", parent: area } as const };
    dispatch({ kind: "choose", id: tab.id, selection: formatSelection(next) });
  };
  const coming = formsOnMap.has(offer.presentation.code) && !isKnown;
  return (
    <>
      <Chooser offers={offers} shown={offer.presentation.code} voice={voice} words={words} onShow={show} />
      {coming ? (
        <Waiting what="" words={words} over={false} />
      ) : (
        <Shown
          {...props}
          offer={offer}
          offers={offers}
          subject={subject}
          onShow={show}
          onDrill={drill}
          canDrill={(area) => below(area) !== undefined}
        />
      )}
    </>
  );
}

import type { Tab } from "@peil/core/api-databank.ts";
import { explainError } from "@peil/core/errors.ts";
import { formatSelection } from "@peil/core/query/address.ts";
import type { AreaRef } from "@peil/core/query/selection.ts";
import { type ReactElement, Suspense, useEffect, useMemo, useState } from "react";
import { hrefOf } from "../address.ts";
import { Say } from "../presentations/parts.tsx";
import type { Subject } from "../presentations/presentation.ts";
import { axisOf } from "../presentations/reading.ts";
import { table } from "../presentations/table.tsx";
import { formName } from "../text/forms.ts";
import { type Asking, useBorders } from "./answer.ts";
import { Chooser } from "./chooser.tsx";
import { Drawing } from "./drawing.tsx";
import { levelBelow, type NestedLevel } from "./drilling.ts";
import { drawnBy, needsBorders, type Offer, offerFor, offersOf } from "./forms.ts";
import { interactive } from "./interactive.ts";
import { Notes } from "./notes.tsx";
import { Settings } from "./settings.tsx";
import type { Site } from "./site.ts";
import { type Answer, mineCode, subjectOf, toggled } from "./subject.ts";
import { Waiting } from "./waiting.tsx";
import type { Action } from "./workspace.ts";

type Props = {
  readonly tab: Tab;
  /** What the tab is about, in words; empty where nobody knows yet. */
  readonly name: string;
  readonly asking: Asking;
  readonly again: () => void;
  readonly site: Site;
  readonly dispatch: (action: Action) => void;
  readonly canUndo: boolean;
};

/** The figures of a tab: while they come, when they do not, and drawn. */
export function Presenting(props: Props): ReactElement {
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

function Answered(props: Props & { readonly answer: Answer }): ReactElement {
  const { tab, site, dispatch, answer } = props;
  const { voice, words, source } = site;
  const id = `bank-${tab.id}`;
  const plain = useMemo(() => subjectOf(answer, tab.settings, voice, { id, borders: undefined }), [answer, tab.settings, voice, id]);
  // What can be offered follows from the figures, not from what was set of a drawing.
  const bare = useMemo(() => subjectOf(answer, {}, voice, { id, borders: undefined }), [answer, voice, id]);
  const possible = useMemo(() => (bare ? offersOf(bare, false) : []), [bare]);
  const onMap = needsBorders(offerFor(possible, tab.show)?.presentation.code ?? "");
  const borders = useBorders(onMap ? answer.selection.level : undefined, source);
  const subject = useMemo(() => (plain && borders ? { ...plain, borders } : plain), [plain, borders]);
  const offers = useMemo(
    () => (bare && borders !== undefined ? offersOf(borders ? { ...bare, borders } : bare, true) : possible),
    [bare, borders, possible],
  );
  const offer = offerFor(offers, tab.show);
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
  const coming = needsBorders(offer.presentation.code) && borders === undefined;
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

type ShownProps = Props & {
  readonly answer: Answer;
  readonly offer: Offer;
  readonly offers: readonly Offer[];
  readonly subject: Subject;
  readonly onShow: (code: string) => void;
  readonly onDrill: (area: AreaRef) => void;
  readonly canDrill: (area: AreaRef) => boolean;
};

function Shown(props: ShownProps): ReactElement {
  const { tab, site, dispatch, answer, offer, subject, onDrill } = props;
  const { voice, words } = site;
  const { presentation } = offer;
  const [withTable, setWithTable] = useState<boolean>();
  const subjects = useMemo(() => drawnBy(presentation, subject), [presentation, subject]);
  if (offer.verdict === "no") return <Unfit {...props} />;
  const settings = presentation.settings?.(subjects[0] ?? subject) ?? [];
  const isTable = presentation.code === "table";
  const mark = (area: AreaRef): void => dispatch({ kind: "set", id: tab.id, code: mineCode, value: toggled(subject.mine ?? [], area) });
  const label = formName(presentation.code, voice);
  const set = (code: string, value: string): void => dispatch({ kind: "set", id: tab.id, code, value });
  const moving = interactive[presentation.code];
  const still = settings.filter((each) => !moving?.handles.includes(each.code));
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: one key for everything inside.
    <div
      className="bank-shown"
      onKeyDown={(event) => {
        if (event.key.toLowerCase() !== "t" || event.ctrlKey || event.metaKey || event.altKey || isTable) return;
        if (event.target instanceof Element && event.target.closest("input, select, textarea")) return;
        setWithTable(!withTable);
      }}
    >
      <Settings settings={still} words={words} onSet={set} />
      {moving ? (
        <Suspense fallback={<Waiting what="" words={words} over={false} />}>
          {subjects.map((each) => (
            <moving.Component
              key={each.id}
              subject={each}
              site={site}
              onSettings={(next) => dispatch({ kind: "settings", id: tab.id, settings: next })}
              onMark={mark}
              onDrill={onDrill}
            />
          ))}
        </Suspense>
      ) : (
        <Drawing presentation={presentation} subjects={subjects} words={words} label={label} onMark={mark} onDrill={onDrill} />
      )}
      {offer.cautions.length > 0 && (
        <div className="cautions">
          {offer.cautions.map((each) => (
            <p key={each.reason}>
              <Say text={each.text} voice={voice} />
            </p>
          ))}
        </div>
      )}
      <Told subjects={subjects} presentation={presentation} />
      <Marked {...props} onMark={mark} />
      <p role="status" className="unseen">
        {withTable === undefined || isTable ? "" : withTable ? words.show.tableShown : words.show.tableHidden}
      </p>
      {!isTable && (
        <p>
          <button type="button" className="quiet-button" aria-pressed={withTable === true} onClick={() => setWithTable(!withTable)}>
            {words.show.table}
          </button>
        </p>
      )}
      {withTable && !isTable && (
        <div className="bank-table">
          {drawnBy(table, subject).map((each) => (
            <div key={each.id}>{table.draw({ ...each, id: `${each.id}-table` })}</div>
          ))}
        </div>
      )}
      <Notes cube={answer.cube} voice={voice} words={words} at={site.dayOf(answer.cube.release)} />
      <p className="bank-more">
        {answer.details.map((each) => (
          <a key={each.code} href={hrefOf(voice.language, { page: "indicator", code: each.code, selection: "", show: undefined })}>
            {words.show.explore}: {voice.say(each.name)}
          </a>
        ))}
      </p>
    </div>
  );
}

/** The sentence under a drawing: what it shows to who does not see it. */
function Told({
  subjects,
  presentation,
}: {
  readonly subjects: readonly Subject[];
  readonly presentation: Offer["presentation"];
}): ReactElement | null {
  if (presentation.code === "table") return null;
  return (
    <>
      {subjects.map((each) => (
        <p className="told" key={each.id}>
          {presentation.tell(each).alt}
        </p>
      ))}
    </>
  );
}

/** The areas that stand out, to take out again or to look within. */
function Marked(props: ShownProps & { readonly onMark: (area: AreaRef) => void }): ReactElement | null {
  const { subject, site, onDrill, onMark, canDrill } = props;
  const { words, voice } = site;
  const members = axisOf(subject.cube, "area").members;
  const marked = (subject.mine ?? []).flatMap((ref) => {
    const found = members.find((each) => each.code === ref.code && (each.level === undefined || each.level === ref.level));
    return found === undefined ? [] : [{ ref, name: voice.say(found.label) }];
  });
  if (marked.length === 0) return null;
  return (
    <div className="bank-marked">
      <span>{words.show.marked}:</span>
      <ul className="chips own">
        {marked.map(({ ref, name }) => (
          <li key={`${ref.level}:${ref.code}`}>
            {name}
            {canDrill(ref) && (
              <button
                type="button"
                className="chip-button"
                onClick={() => onDrill(ref)}
                aria-label={words.show.drill(name)}
                title={words.show.drill(name)}
              >
                ↓
              </button>
            )}
            <button type="button" className="chip-button" onClick={() => onMark(ref)} aria-label={words.choose.remove(name)}>
              ×
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Unfit({ offer, offers, site, onShow }: ShownProps): ReactElement {
  const { voice, words } = site;
  const can = offers.filter((each) => each.verdict !== "no").slice(0, 6);
  return (
    <div className="bank-message">
      <h3>{words.show.unfitHere(formName(offer.presentation.code, voice))}</h3>
      {offer.reason && (
        <p>
          <Say text={offer.reason} voice={voice} />
        </p>
      )}
      <p>{words.show.instead}</p>
      <p className="choices-row">
        {can.map(({ presentation: { code } }) => (
          <button type="button" className="form-button" key={code} onClick={() => onShow(code)}>
            {formName(code, voice)}
          </button>
        ))}
      </p>
    </div>
  );
}

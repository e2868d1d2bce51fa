import type { Tab } from "@peil/core/documents/workspace.ts";
import type { AreaRef } from "@peil/core/query/selection.ts";
import { lazy, type ReactElement, Suspense, useMemo, useState } from "react";
import { Say } from "../presentations/parts.tsx";
import { layoutOf } from "../presentations/pivot-settings.ts";
import type { Subject } from "../presentations/presentation.ts";
import { table } from "../presentations/table.tsx";
import { formName } from "../text/forms.ts";
import { Drawing } from "./drawing.tsx";
import { drawnBy, type Offer } from "./forms.ts";
import { interactive } from "./interactive.ts";
import { Marked } from "./marked.tsx";
import { Notes } from "./notes.tsx";
import type { PresentingProps } from "./presenting.tsx";
import { Settings } from "./settings.tsx";
import { type Answer, mineCode, toggled } from "./subject.ts";
import { Unfit } from "./unfit.tsx";
import { Waiting } from "./waiting.tsx";

const TabTools = lazy(() => import("./tab-tools.tsx").then((each) => ({ default: each.TabTools })));

/** The settings after a heading was chosen to sort by: first one way, then the other, then as it stands. */
function sortedBy(subject: Subject, by: string): Tab["settings"] {
  const { sort } = layoutOf(subject);
  const first = by === "name" ? "up" : "down";
  if (sort?.by !== by) return { sort: by, order: first };
  const now = sort.down ? "down" : "up";
  return now === first ? { sort: by, order: first === "up" ? "down" : "up" } : { sort: "", order: "" };
}

/** What a drawing of a tab is made from. */
export type ShownProps = PresentingProps & {
  readonly answer: Answer;
  readonly offer: Offer;
  readonly offers: readonly Offer[];
  readonly subject: Subject;
  readonly onShow: (code: string) => void;
  readonly onDrill: (area: AreaRef) => void;
  readonly canDrill: (area: AreaRef) => boolean;
};

/** The drawing of a tab, with what can be set of it and everything that is said under it. */
export function Shown(props: ShownProps): ReactElement {
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
  const set = (values: Tab["settings"]): void => {
    const [only, ...more] = Object.entries(values);
    if (only && more.length === 0) dispatch({ kind: "set", id: tab.id, code: only[0], value: only[1] });
    else dispatch({ kind: "settings", id: tab.id, settings: { ...tab.settings, ...values } });
  };
  // Objects are drawn on the outlines that lie under them, which stand still.
  const moving = subject.under === undefined ? interactive[presentation.code] : undefined;
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
        <Drawing
          presentation={presentation}
          subjects={subjects}
          words={words}
          label={label}
          onMark={mark}
          onDrill={onDrill}
          onSort={(by) => set(sortedBy(subject, by))}
        />
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
      <Suspense fallback={<Waiting what="" words={words} over={false} />}>
        <TabTools {...props} subjects={subjects} />
      </Suspense>
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

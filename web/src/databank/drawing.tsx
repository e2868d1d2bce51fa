import type { AreaRef } from "@peil/core/query/selection.ts";
import { Component, type ReactElement, type ReactNode } from "react";
import { type OnSort, PivotTable } from "../presentations/pivot-table.tsx";
import type { Presentation, Subject } from "../presentations/presentation.ts";
import type { DatabankWords } from "../text/databank.ts";
import { usePointing } from "./pointing.ts";

type GuardProps = { readonly children: ReactNode; readonly instead: ReactNode };

/** Catches a drawing that breaks, so that the rest of the page stands. */
class Guard extends Component<GuardProps, { readonly broken: boolean }> {
  override state = { broken: false };
  static getDerivedStateFromError(): { broken: boolean } {
    return { broken: true };
  }
  override render(): ReactNode {
    return this.state.broken ? this.props.instead : this.props.children;
  }
}

type Props = {
  readonly presentation: Presentation;
  readonly subjects: readonly Subject[];
  readonly words: DatabankWords;
  readonly label: string;
  readonly onMark: (area: AreaRef) => void;
  readonly onDrill: (area: AreaRef) => void;
  /** A table is sorted by the headings of its columns. */
  readonly onSort: OnSort;
};

/** The drawing of a tab, which answers to pointer and keyboard; what it then says stands in the table too. */
export function Drawing({ presentation, subjects, words, label, onMark, onDrill, onSort }: Props): ReactElement {
  const { tip, on, box } = usePointing(subjects, { mark: onMark, drill: onDrill });
  const isTable = presentation.code === "table";
  // A tooltip shows nothing that the table does not.
  const shownTip = isTable ? undefined : tip;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of drawings, not of fields.
    <div
      className="bank-drawing"
      role="group"
      aria-label={label}
      aria-description={words.show.area}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: its areas are walked along with the arrows.
      tabIndex={0}
      ref={box}
      {...on}
    >
      {subjects.map((subject) => (
        <Guard key={`${presentation.code}-${subject.id}`} instead={<p className="bank-message">{words.show.broken}</p>}>
          {isTable ? <PivotTable subject={subject} onSort={onSort} /> : <Drawn presentation={presentation} subject={subject} />}
        </Guard>
      ))}
      <div className="bank-tip" aria-live="polite" data-shown={shownTip !== undefined}>
        {shownTip && (
          <>
            <strong>{shownTip.head}</strong>
            {shownTip.lines.map((line) => (
              <span key={line}>{line}</span>
            ))}
          </>
        )}
      </div>
    </div>
  );
}

/** A component of its own, so that what breaks inside is caught by the guard around it. */
function Drawn({ presentation, subject }: { readonly presentation: Presentation; readonly subject: Subject }): ReactElement {
  return presentation.draw(subject);
}

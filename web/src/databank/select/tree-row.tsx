import { say } from "@peil/core/model/text.ts";
import { memo, type ReactElement } from "react";
import type { SelectWords } from "../../text/select.ts";
import { highlight } from "./fold.ts";
import { Sign, signsOf } from "./signs.tsx";
import type { OpenTree } from "./tree-index.ts";
import type { Row } from "./tree-rows.ts";

type Props = {
  readonly tree: OpenTree;
  readonly row: Row;
  readonly top: number;
  readonly height: number;
  readonly words: SelectWords;
  /** Words that were looked for, in one text so that equal rows stay equal. */
  readonly typed: string;
  readonly isActive: boolean;
  readonly isChosen: boolean;
  /** Whether several indicators can be chosen. */
  readonly several: boolean;
};

/** One row of the theme tree. */
export const TreeRow = memo(function TreeRow(props: Props): ReactElement {
  const { row, top, height, isActive, isChosen, several } = props;
  const isFolder = row.open !== undefined;
  const chosen = isFolder ? {} : several ? { "aria-checked": isChosen } : { "aria-selected": isChosen };
  return (
    <div
      role="treeitem"
      id={`sel-row-${row.at}`}
      data-row={row.at}
      className={isFolder ? "sel-row sel-folder" : "sel-row"}
      tabIndex={isActive ? 0 : -1}
      aria-level={row.level}
      aria-posinset={row.position}
      aria-setsize={row.size}
      {...(isFolder ? { "aria-expanded": row.open } : {})}
      {...chosen}
      style={{ transform: `translateY(${top}px)`, height, paddingInlineStart: `${0.25 + Math.min(row.level - 1, 8) * 0.9}rem` }}
    >
      <span className={markClass(row, isChosen, several)} aria-hidden="true" />
      {isFolder ? <FolderText {...props} /> : <IndicatorText {...props} />}
    </div>
  );
});

function markClass(row: Row, isChosen: boolean, several: boolean): string {
  if (row.open !== undefined) return row.open ? "sel-mark sel-twist sel-open" : "sel-mark sel-twist";
  return `sel-mark ${several ? "sel-box" : "sel-dot"}${isChosen ? " sel-on" : ""}`;
}

function Name({ tree, row, typed }: Props): ReactElement {
  const label = tree.labelOf(row.at);
  const pieces = highlight(label, typed === "" ? [] : typed.split(" "));
  return (
    <span className="sel-name" title={label}>
      {pieces.map((piece, at) =>
        // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a text have no identity but their place.
        piece.hit ? <mark key={at}>{piece.text}</mark> : piece.text,
      )}
    </span>
  );
}

function FolderText(props: Props): ReactElement {
  const count = props.tree.countBelow(props.row.at);
  return (
    <span className="sel-line">
      <Name {...props} />
      <span className="sel-count">
        <span aria-hidden="true">{count}</span>
        <span className="unseen">, {props.words.tree.below(count)}</span>
      </span>
    </span>
  );
}

function IndicatorText(props: Props): ReactElement | null {
  const { tree, row, words } = props;
  const indicator = tree.indicatorAt(row.at);
  if (indicator === undefined) return null;
  const others = tree.placesOf(indicator.code).length - 1;
  return (
    <span className="sel-lines">
      <Name {...props} />
      <span className="unseen">,</span>
      <span className="sel-facts">
        {signsOf(indicator).map((code) => (
          <Sign key={code} code={code} words={words} />
        ))}
        <Coverage tree={tree} code={indicator.code} words={words} />
        {others > 0 && <span>{words.tree.elsewhere(others)}</span>}
      </span>
    </span>
  );
}

/** Where and when there are figures, in a few words: the level that readers know and how many more, first and last period. */
function Coverage({ tree, code, words }: { readonly tree: OpenTree; readonly code: string; readonly words: SelectWords }): ReactElement {
  const coverage = tree.coverageOf(code);
  const shown = coverage.find((each) => each.level === tree.view.home) ?? coverage.at(-1);
  if (shown === undefined) return <span>{words.tree.noFigures}</span>;
  const others = coverage.length - 1;
  const level = say(tree.level(shown.level)?.name ?? { nl: shown.level }, tree.language);
  return (
    <span>
      {level}
      {others > 0 && (
        <>
          {" "}
          +{others}
          <span className="unseen"> {words.tree.levels(others)}</span>
        </>
      )}
      , {shown.first === shown.last ? shown.first : `${shown.first}–${shown.last}`}
    </span>
  );
}

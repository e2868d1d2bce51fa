import { type ReactElement, useRef } from "react";
import type { DatabankWords } from "../text/databank.ts";

type Props = {
  readonly words: DatabankWords;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly empty: boolean;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
  readonly onOpen: (file: File) => void;
  readonly onSave: () => void;
  readonly onShare: () => void;
  readonly onKeys: () => void;
  readonly onTour: () => void;
  /** Where the manual tells about the data bank. */
  readonly manual: string;
};

/** What can be done with the whole workspace. */
export function Toolbar(props: Props): ReactElement {
  const { words, canUndo, canRedo, empty, manual } = props;
  const field = useRef<HTMLInputElement>(null);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of buttons, not of fields.
    <div className="bank-bar" role="group" aria-label={words.bar.label} data-tour-of="4">
      <button type="button" className="quiet-button" disabled={!canUndo} onClick={props.onUndo}>
        <span aria-hidden="true">↶ </span>
        <span className="text">{words.bar.undo}</span>
      </button>
      <button type="button" className="quiet-button" disabled={!canRedo} onClick={props.onRedo}>
        <span aria-hidden="true">↷ </span>
        <span className="text">{words.bar.redo}</span>
      </button>
      <button type="button" className="quiet-button" onClick={() => field.current?.click()}>
        {words.bar.open}
      </button>
      <input
        ref={field}
        type="file"
        accept=".json,application/json"
        hidden
        aria-label={words.bar.open}
        onChange={(event) => {
          const file = event.target.files?.[0];
          if (file) props.onOpen(file);
          event.target.value = "";
        }}
      />
      <button type="button" className="quiet-button" disabled={empty} onClick={props.onSave}>
        {words.bar.save}
      </button>
      <button type="button" disabled={empty} aria-haspopup="dialog" onClick={props.onShare}>
        {words.bar.share}
      </button>
      <button
        type="button"
        className="quiet-button"
        aria-haspopup="dialog"
        aria-label={words.bar.keys}
        title={words.bar.keys}
        onClick={props.onKeys}
      >
        ?
      </button>
      <button type="button" className="quiet-button" onClick={props.onTour}>
        {words.bar.tour}
      </button>
      <a className="bank-help" href={manual}>
        {words.bar.manual}
      </a>
    </div>
  );
}

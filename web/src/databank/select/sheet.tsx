import { type ReactElement, type ReactNode, useId, useLayoutEffect, useRef } from "react";
import type { SelectWords } from "../../text/select.ts";

type Props = {
  readonly title: string;
  readonly words: SelectWords;
  readonly onClose: () => void;
  /** Absent: the dialog only shows, what is done in it counts at once. */
  readonly onUse?: () => void;
  readonly isUsable?: boolean;
  /** What is said below, and told when it changes. */
  readonly status?: string;
  readonly children: ReactNode;
};

/** A dialog over the page: the browser keeps the focus inside, Escape closes it, and the focus goes back to where it was. */
export function Sheet(props: Props): ReactElement {
  const { title, words, onClose, onUse, isUsable = true, status, children } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useLayoutEffect(() => {
    const opener = document.activeElement;
    const { current } = dialog;
    current?.showModal();
    return () => {
      current?.close();
      if (opener instanceof HTMLElement) requestAnimationFrame(() => returnFocus(opener));
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      className="sel-dialog"
      aria-labelledby={heading}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <header>
        <h2 id={heading}>{title}</h2>
        <button type="button" className="sel-second" onClick={onClose}>
          {onUse === undefined ? words.dialog.close : words.dialog.cancel}
        </button>
      </header>
      <div className="sel-body">{children}</div>
      {(onUse !== undefined || status !== undefined) && (
        <footer>
          <p role="status">{status}</p>
          {onUse !== undefined && (
            <button type="button" onClick={onUse} disabled={!isUsable}>
              {words.dialog.use}
            </button>
          )}
        </footer>
      )}
    </dialog>
  );
}

function returnFocus(opener: HTMLElement): void {
  if (opener.isConnected) opener.focus();
  else document.querySelector<HTMLElement>(".sel-chosen h2")?.focus();
}

/** A select with its label above it. */
export function Choice(props: {
  readonly label: string;
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly children: ReactNode;
}): ReactElement {
  const id = useId();
  return (
    <div className="sel-field">
      <label htmlFor={id}>{props.label}</label>
      <select id={id} value={props.value} onChange={(event) => props.onValue(event.target.value)}>
        {props.children}
      </select>
    </div>
  );
}

/** A box to type a text or a number in, with its label above it. */
export function Field(props: {
  readonly label: string;
  readonly type: "text" | "number" | "search";
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly min?: number;
  readonly max?: number;
}): ReactElement {
  const id = useId();
  const { label, type, value, onValue, min, max } = props;
  return (
    <div className="sel-field">
      <label htmlFor={id}>{label}</label>
      <input id={id} autoComplete="off" {...{ type, value, min, max }} onChange={(event) => onValue(event.target.value)} />
    </div>
  );
}

/** One of a few ways, as round buttons. */
export function Ways<T extends string>(props: {
  readonly legend: string;
  readonly value: T;
  readonly ways: readonly (readonly [value: T, label: string])[];
  readonly onValue: (value: T) => void;
}): ReactElement {
  const name = useId();
  return (
    <fieldset>
      <legend>{props.legend}</legend>
      {props.ways.map(([value, label]) => (
        <label className="sel-option" key={value}>
          <input type="radio" name={name} checked={value === props.value} onChange={() => props.onValue(value)} />
          {label}
        </label>
      ))}
    </fieldset>
  );
}

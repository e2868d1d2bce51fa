import { type ReactElement, type ReactNode, useEffect, useId, useRef } from "react";

type Props = {
  readonly title: string;
  readonly close: string;
  readonly onClose: () => void;
  /** `sheet` comes up from the foot of a phone. */
  readonly kind?: "sheet";
  readonly children: ReactNode;
};

/** A window over the page: the browser keeps the focus inside, and Escape closes it. */
export function Dialog({ title, close, onClose, kind, children }: Props): ReactElement {
  const box = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const dialog = box.current;
    if (dialog && !dialog.open) dialog.showModal();
    return () => dialog?.close();
  }, []);
  return (
    <dialog
      className={kind === "sheet" ? "bank-dialog sheet" : "bank-dialog"}
      aria-labelledby={id}
      ref={box}
      onClose={onClose}
      onClick={(event) => event.target === box.current && onClose()}
      onKeyDown={(event) => event.stopPropagation()}
    >
      <div className="inside">
        <header>
          <h2 id={id}>{title}</h2>
          <button type="button" className="quiet-button" onClick={onClose}>
            {close}
          </button>
        </header>
        {children}
      </div>
    </dialog>
  );
}

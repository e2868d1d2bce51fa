import { type ReactElement, useEffect, useRef, useState } from "react";
import type { DatabankWords } from "../text/databank.ts";

/** The guided first visit: a few steps beside the page, which stays usable; what a step is about is outlined. */
export function Tour({ words, onDone }: { readonly words: DatabankWords; readonly onDone: () => void }): ReactElement {
  const [at, setAt] = useState(0);
  const heading = useRef<HTMLHeadingElement>(null);
  const { steps } = words.tour;
  const last = at === steps.length - 1;
  useEffect(() => {
    heading.current?.focus();
    const bank = document.getElementById("databank");
    if (bank) bank.dataset["tour"] = String(at + 1);
    return () => {
      if (bank) delete bank.dataset["tour"];
    };
  }, [at]);
  return (
    <section className="bank-tour" aria-label={words.tour.label} onKeyDown={(event) => event.key === "Escape" && onDone()}>
      <p className="count">{words.tour.step(at + 1, steps.length)}</p>
      <h2 tabIndex={-1} ref={heading}>
        {steps[at]?.title}
      </h2>
      <p>{steps[at]?.text}</p>
      <p className="buttons">
        {at > 0 && (
          <button type="button" className="quiet-button" onClick={() => setAt(at - 1)}>
            {words.tour.back}
          </button>
        )}
        <button type="button" onClick={() => (last ? onDone() : setAt(at + 1))}>
          {last ? words.tour.done : words.tour.next}
        </button>
        {!last && (
          <button type="button" className="quiet-button" onClick={onDone}>
            {words.tour.skip}
          </button>
        )}
      </p>
    </section>
  );
}

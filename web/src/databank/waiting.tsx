import { type ReactElement, useEffect, useState } from "react";
import type { DatabankWords } from "../text/databank.ts";

type Props = {
  /** What is being fetched, in words; empty where nobody knows yet. */
  readonly what: string;
  readonly words: DatabankWords;
  /** Whether figures stand there already: then only a line says that others are coming. */
  readonly over: boolean;
};

/** The shape of what comes. After a second it says what it does, after eight that it takes long. */
export function Waiting({ what, words, over }: Props): ReactElement {
  const [stage, setStage] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each question starts its own wait.
  useEffect(() => {
    setStage(0);
    const timers = [setTimeout(() => setStage(1), 1000), setTimeout(() => setStage(2), 8000)];
    return () => timers.forEach(clearTimeout);
  }, [what]);
  return (
    <div className={over ? "bank-waiting over" : "bank-waiting"}>
      <p role="status">
        {stage > 0 && words.wait.figures(what)} {stage > 1 && words.wait.long}
      </p>
      {!over && (
        <div className="skeleton" aria-hidden="true">
          <span className="line short" />
          <span className="line" />
          <span className="block" />
        </div>
      )}
    </div>
  );
}

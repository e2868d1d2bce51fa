import { PeilError } from "@peil/core/errors.ts";
import { parseSelection } from "@peil/core/query/address.ts";
import { useEffect, useState } from "react";
import { indicatorsOf, splitterOf } from "./question.ts";
import type { Client } from "./read.ts";
import type { Source } from "./source.ts";
import type { Answer } from "./subject.ts";

/** How a question stands. While one is asked again, the figures that stood there stay. */
export type Asking =
  | { readonly state: "idle" }
  | { readonly state: "waiting"; readonly selection: string; readonly last: Answer | undefined }
  | { readonly state: "ready"; readonly selection: string; readonly answer: Answer }
  | { readonly state: "failed"; readonly selection: string; readonly error: PeilError };

/** Asks everything that is needed to show a question. @throws `PeilError` */
export async function fetchAnswer(text: string, client: Client, source: Source, signal: AbortSignal): Promise<Answer> {
  const [cube, details, levels, around] = await Promise.all([
    client.read("data", { selection: text }, signal),
    source.details(indicatorsOf(text)),
    source.levels(),
    client.read("around", { selection: text }, signal),
  ]);
  const selection = parseSelection(text, { splitMember: splitterOf(details) });
  const whole = details.map((each, at) => ({ ...each, ...around.indicators[at] }));
  return { selection, cube, details: whole, level: levels.find((each) => each.alias === selection.level), around };
}

/** Whatever was thrown as an error that a reader understands. */
export function readable(error: unknown): PeilError {
  return error instanceof PeilError ? error : new PeilError("internal", { id: "web" });
}

/** The answer to a question, asked anew when it changes; `again` asks the same once more. */
export function useAnswer(selection: string, client: Client, source: Source): { readonly asking: Asking; readonly again: () => void } {
  const [asking, setAsking] = useState<Asking>({ state: "idle" });
  const [round, setRound] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round asks the same question again.
  useEffect(() => {
    if (selection === "") return setAsking({ state: "idle" });
    const ending = new AbortController();
    setAsking((old) => ({
      state: "waiting",
      selection,
      last: old.state === "ready" ? old.answer : old.state === "waiting" ? old.last : undefined,
    }));
    fetchAnswer(selection, client, source, ending.signal).then(
      (answer) => ending.signal.aborted || setAsking({ state: "ready", selection, answer }),
      (error: unknown) => ending.signal.aborted || setAsking({ state: "failed", selection, error: readable(error) }),
    );
    return () => ending.abort();
  }, [selection, client, source, round]);
  return { asking, again: () => setRound((old) => old + 1) };
}

/** The borders of a level, fetched when they are wanted: undefined while they come, null where there are none. */
export function useBorders(level: string | undefined, source: Source): string | null | undefined {
  const [found, setFound] = useState<{ readonly level: string; readonly text: string | null }>();
  useEffect(() => {
    if (level === undefined) return undefined;
    let ended = false;
    const take = (text: string | null): void => {
      if (!ended) setFound({ level, text });
    };
    source.borders(level).then(
      (text) => take(text ?? null),
      () => take(null),
    );
    return () => {
      ended = true;
    };
  }, [level, source]);
  return found?.level === level ? found?.text : undefined;
}

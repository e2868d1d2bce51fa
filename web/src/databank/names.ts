import type { Workspace } from "@peil/core/documents/workspace.ts";
import { useEffect, useState } from "react";
import type { Voice } from "../text/voice.ts";
import type { Source } from "./source.ts";

/** The codes that a question names. */
function codesOf(selection: string): readonly string[] {
  return (new URLSearchParams(selection).get("indicator") ?? "").split(",").filter((each) => each !== "");
}

/** Names of questions by what they ask: the indicator, or the first of several. Until it is known, its code. */
export function useNames(workspace: Workspace, source: Source, voice: Voice): (selection: string) => string {
  const [known, setKnown] = useState<Readonly<Record<string, string>>>({});
  const codes = [...new Set(workspace.tabs.flatMap((each) => codesOf(each.selection)))].filter((code) => known[code] === undefined);
  const wanted = codes.join(",");
  useEffect(() => {
    if (wanted === "") return undefined;
    let ended = false;
    const each = wanted.split(",").map(async (code) => {
      // Each alone: one that no longer exists keeps its code, and the others their names.
      const [found] = await source.details([code]).catch(() => []);
      return [code, found === undefined ? code : voice.say(found.name)] as const;
    });
    void Promise.all(each).then((named) => ended || setKnown((old) => ({ ...old, ...Object.fromEntries(named) })));
    return () => {
      ended = true;
    };
  }, [wanted, source, voice]);
  return (selection) => {
    const [first, ...others] = codesOf(selection);
    if (first === undefined) return "";
    const name = known[first] ?? first;
    return others.length === 0 ? name : `${name} + ${others.length}`;
  };
}

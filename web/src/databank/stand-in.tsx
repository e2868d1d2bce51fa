import type { AreaCard, LevelCard, SearchHit } from "@peil/core/api.ts";
import type { Selection } from "@peil/core/query/selection.ts";
import { type ReactElement, useEffect, useState } from "react";
import { databankWords } from "../text/databank.ts";
import type { SelectionPanelProps } from "./source.ts";

const periods = ["recent", "last:10", "all"] as const;

function choiceOf(text: string): Selection["periods"] {
  if (text === "all") return { kind: "all" };
  return text === "recent" ? { kind: "recent" } : { kind: "last", count: 10 };
}

function textOf(choice: Selection["periods"]): string {
  if (choice.kind === "all" || choice.kind === "recent") return choice.kind;
  return choice.kind === "last" ? "last:10" : "";
}

/** The smallest panel with which figures can be chosen: topics by search, a level, areas by name, periods. */
export function SelectionPanel({ selection, onChange, source, voice }: SelectionPanelProps): ReactElement {
  const words = databankWords(voice).choose;
  const [q, setQ] = useState("");
  const [hits, setHits] = useState<readonly SearchHit[]>([]);
  const [names, setNames] = useState<Readonly<Record<string, string>>>({});
  const [levels, setLevels] = useState<readonly LevelCard[]>([]);
  const [areas, setAreas] = useState<readonly AreaCard[]>([]);
  const codes = selection?.indicators.join(",") ?? "";
  const level = selection?.level ?? "";
  useEffect(() => {
    if (q.trim().length < 2) return setHits([]);
    let ended = false;
    source.search(q).then(
      (found) => !ended && setHits(found.filter((each) => each.kind === "indicator").slice(0, 8)),
      () => !ended && setHits([]),
    );
    return () => {
      ended = true;
    };
  }, [q, source]);
  useEffect(() => {
    if (codes === "") return setLevels([]);
    let ended = false;
    source.details(codes.split(",")).then(
      (found) => {
        if (ended) return;
        setNames(Object.fromEntries(found.map((each) => [each.code, voice.say(each.name)])));
        setLevels(found[0]?.available.map((each) => each.level) ?? []);
      },
      () => undefined,
    );
    return () => {
      ended = true;
    };
  }, [codes, source, voice]);
  useEffect(() => {
    if (level === "") return setAreas([]);
    let ended = false;
    source.areas(level).then(
      (found) => !ended && setAreas(found),
      () => undefined,
    );
    return () => {
      ended = true;
    };
  }, [level, source]);
  const add = async (code: string): Promise<void> => {
    setQ("");
    if (selection) return onChange({ ...selection, indicators: [...selection.indicators.filter((each) => each !== code), code] });
    const [found] = await source.details([code]);
    const on = found?.available.find((each) => each.level.count > 20) ?? found?.available.at(-1);
    if (on === undefined) return;
    const base = { compare: [], by: [], members: [], pseudo: false } as const;
    onChange({ ...base, indicators: [code], level: on.level.alias, areas: { kind: "all" }, periods: { kind: "recent" } });
  };
  const drop = (code: string): void => {
    if (!selection) return;
    const indicators = selection.indicators.filter((each) => each !== code);
    onChange(indicators.length === 0 ? undefined : { ...selection, indicators });
  };
  const chosen = selection?.areas.kind === "list" ? selection.areas.codes : [];
  return (
    <div className="stand-in">
      <label htmlFor="stand-in-topic">{words.find}</label>
      <input id="stand-in-topic" type="search" value={q} onChange={(event) => setQ(event.target.value)} />
      <ul className="found">
        {hits.map((each) =>
          each.kind === "indicator" ? (
            <li key={each.code}>
              <button type="button" className="quiet-button" onClick={() => void add(each.code)}>
                {voice.say(each.name)}
              </button>
            </li>
          ) : null,
        )}
      </ul>
      {selection && (
        <>
          <ul className="chips own">
            {selection.indicators.map((code) => (
              <li key={code}>
                {names[code] ?? code}
                <button type="button" className="chip-button" aria-label={words.remove(names[code] ?? code)} onClick={() => drop(code)}>
                  ×
                </button>
              </li>
            ))}
          </ul>
          <label htmlFor="stand-in-level">{words.level}</label>
          <select
            id="stand-in-level"
            value={level}
            onChange={(event) => onChange({ ...selection, level: event.target.value, areas: { kind: "all" } })}
          >
            {levels.map((each) => (
              <option key={each.alias} value={each.alias}>
                {voice.say(each.plural)}
              </option>
            ))}
          </select>
          <label htmlFor="stand-in-areas">{words.areas}</label>
          <select
            id="stand-in-areas"
            multiple
            size={6}
            value={[...chosen]}
            onChange={(event) => {
              const picked = [...event.target.selectedOptions].map((each) => each.value);
              onChange({ ...selection, areas: picked.length === 0 ? { kind: "all" } : { kind: "list", codes: picked } });
            }}
          >
            {areas.map((each) => (
              <option key={each.code} value={each.code}>
                {voice.say(each.name)}
              </option>
            ))}
          </select>
          <label htmlFor="stand-in-periods">{words.periods}</label>
          <select
            id="stand-in-periods"
            value={textOf(selection.periods)}
            onChange={(event) => onChange({ ...selection, periods: choiceOf(event.target.value) })}
          >
            {periods.map((each) => (
              <option key={each} value={each}>
                {each === "all" ? words.allPeriods : each === "recent" ? words.recent : `${words.recent} 10`}
              </option>
            ))}
          </select>
        </>
      )}
    </div>
  );
}

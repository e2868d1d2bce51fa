import { type PeriodLevel, periodLevels, tryPeriod } from "@peil/core/model/period.ts";
import type { PeriodChoice } from "@peil/core/query/selection.ts";
import { type ReactElement, useState } from "react";
import { periodName } from "../../text/period.ts";
import type { Part } from "./area-sheet.tsx";
import { changeParts } from "./change.ts";
import { periodLevelsOf, periodsOf } from "./change-periods.ts";
import { Choice, Field, Sheet, Ways } from "./sheet.tsx";

/** The dialog in which periods are chosen: the newest, the last few, all, or some by name. */
export function PeriodSheet(props: Part & { readonly onClose: () => void }): ReactElement {
  const { known, selection, onChanged, words, onClose } = props;
  const [choice, setChoice] = useState<PeriodChoice>(selection.periods);
  const periods = periodsOf(known, selection) ?? [];
  const texts = words.periods;
  const use = (): void => {
    onChanged(changeParts(known, selection, { periods: choice }));
    onClose();
  };
  const status = choice.kind === "list" ? texts.count(choice.codes.length) : "";
  const isUsable = choice.kind !== "list" || choice.codes.length > 0;
  return (
    <Sheet title={texts.title} words={words} onClose={onClose} onUse={use} isUsable={isUsable} status={status}>
      <Ways
        legend={texts.title}
        value={choice.kind}
        ways={[
          ["recent", texts.recent],
          ["last", texts.last],
          ["all", texts.all],
          ["list", texts.list],
        ]}
        onValue={(kind) => setChoice(first(kind, periods))}
      />
      {choice.kind === "last" && <LastCount {...props} choice={choice} onChoice={setChoice} />}
      {(choice.kind === "last" || choice.kind === "all") && (
        <LevelOfTime {...props} choice={choice} periods={periods} onChoice={setChoice} />
      )}
      {choice.kind === "list" && (
        <PeriodList {...props} periods={periods} codes={choice.codes} onCodes={(codes) => setChoice({ kind: "list", codes })} />
      )}
    </Sheet>
  );
}

const usualCount = 5;

function first(kind: PeriodChoice["kind"], periods: readonly string[]): PeriodChoice {
  if (kind === "last") return { kind, count: usualCount };
  return kind === "list" ? { kind, codes: periods.slice(-1) } : { kind };
}

function LastCount(
  props: Part & { readonly choice: PeriodChoice & { kind: "last" }; readonly onChoice: (choice: PeriodChoice) => void },
): ReactElement {
  const { words, choice, onChoice } = props;
  const set = (text: string): void => {
    const count = Math.round(Number(text));
    if (count >= 1 && count <= 999) onChoice({ ...choice, count });
  };
  return <Field label={words.periods.lastCount} type="number" min={1} max={999} value={String(choice.count)} onValue={set} />;
}

function LevelOfTime(
  props: Part & {
    readonly choice: PeriodChoice & { kind: "last" | "all" };
    readonly periods: readonly string[];
    readonly onChoice: (choice: PeriodChoice) => void;
  },
): ReactElement | null {
  const { words, choice, periods, onChoice } = props;
  const levels = periodLevelsOf(periods);
  if (levels.length < 2 && choice.level === undefined) return null;
  const set = (value: string): void => {
    const { level: _, ...rest } = choice;
    onChoice(value === "" ? rest : { ...rest, level: value });
  };
  return (
    <Choice label={words.periods.level} value={choice.level ?? ""} onValue={set}>
      <option value="">{words.periods.anyLevel}</option>
      {levels.map((level) => (
        <option key={level} value={level}>
          {words.periods.levels[level]}
        </option>
      ))}
    </Choice>
  );
}

type ListProps = Part & {
  readonly periods: readonly string[];
  readonly codes: readonly string[];
  readonly onCodes: (codes: readonly string[]) => void;
};

function PeriodList(props: ListProps): ReactElement {
  const { words, periods, codes, onCodes } = props;
  const levels = periodLevelsOf(periods);
  return (
    <>
      <div className="sel-buttons">
        <button type="button" className="sel-second" onClick={() => onCodes(periods)}>
          {words.periods.every}
        </button>
        <button type="button" className="sel-second" onClick={() => onCodes([])}>
          {words.periods.none}
        </button>
      </div>
      {levels.map((level) => (
        <PeriodsOfLevel key={level} {...props} level={level} isAlone={levels.length === 1} codes={codes} />
      ))}
    </>
  );
}

function PeriodsOfLevel(props: ListProps & { readonly level: PeriodLevel; readonly isAlone: boolean }): ReactElement {
  const { voice, words, periods, codes, onCodes, level } = props;
  const own = periods.filter((code) => tryPeriod(code)?.level === level);
  const chosen = new Set(codes);
  const toggle = (code: string): void => onCodes(chosen.has(code) ? codes.filter((each) => each !== code) : [...codes, code]);
  return (
    <>
      {own.length > 3 && <Range {...props} own={own} />}
      <fieldset>
        <legend>{words.periods.levels[periodLevels.find((each) => each === level) ?? "year"]}</legend>
        <div className="sel-list">
          {own.toReversed().map((code) => (
            <label className="sel-option" key={code}>
              <input type="checkbox" checked={chosen.has(code)} onChange={() => toggle(code)} />
              {periodName(code, voice)}
            </label>
          ))}
        </div>
      </fieldset>
    </>
  );
}

function Range(props: ListProps & { readonly own: readonly string[] }): ReactElement {
  const { voice, words, own, codes, onCodes } = props;
  const [from, setFrom] = useState(own[0] ?? "");
  const [to, setTo] = useState(own.at(-1) ?? "");
  const use = (): void => {
    const [a, b] = [own.indexOf(from), own.indexOf(to)].sort((x, y) => x - y);
    const others = codes.filter((code) => !own.includes(code));
    onCodes([...others, ...own.slice(a, (b ?? 0) + 1)]);
  };
  const options = own.map((code) => (
    <option key={code} value={code}>
      {periodName(code, voice)}
    </option>
  ));
  return (
    <div className="sel-fields">
      <Choice label={words.periods.from} value={from} onValue={setFrom}>
        {options}
      </Choice>
      <Choice label={words.periods.to} value={to} onValue={setTo}>
        {options}
      </Choice>
      <button type="button" className="sel-second" onClick={use}>
        {words.periods.range}
      </button>
    </div>
  );
}

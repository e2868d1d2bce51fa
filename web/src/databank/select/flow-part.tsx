import type { FlowQuestion } from "@peil/core/query/selection.ts";
import type { ReactElement } from "react";
import type { Part } from "./area-sheet.tsx";
import { changeParts } from "./change.ts";
import { flowChoices } from "./change-flow.ts";
import { Choice } from "./sheet.tsx";

/** Numbers of partners that can be asked. */
const tops = [5, 10, 20, 50] as const;

/** What is asked of flows: their direction, the other end, and how many of it. What is set counts at once. */
export function FlowPart(props: Part): ReactElement | null {
  const { known, selection, onChanged, voice, words } = props;
  const choices = flowChoices(known.tree, selection);
  if (choices === undefined) return null;
  const flow: FlowQuestion = selection.flow ?? { side: choices.sides[0] ?? "out" };
  const set = (next: FlowQuestion): void => onChanged(changeParts(known, selection, { flow: next }));
  const texts = words.flow;
  const toPartner = (level: string): void => {
    const { partner: _, top, ...rest } = flow;
    set(level === "" ? rest : { ...rest, partner: { level, areas: undefined }, top: top ?? 10 });
  };
  const toTop = (text: string): void => {
    const { top: _, ...rest } = flow;
    set(text === "" ? rest : { ...rest, top: Number(text) });
  };
  return (
    <section className="sel-steps" aria-label={texts.title}>
      <h2>{texts.title}</h2>
      <Choice
        label={texts.side}
        value={flow.side}
        onValue={(value) => set({ ...flow, side: choices.sides.find((each) => each === value) ?? flow.side })}
      >
        {choices.sides.map((side) => (
          <option key={side} value={side}>
            {texts.sides[side]}
          </option>
        ))}
      </Choice>
      <Choice label={texts.partner} value={flow.partner?.level ?? ""} onValue={toPartner}>
        <option value="">{texts.noPartner}</option>
        {choices.partners.map((alias) => (
          <option key={alias} value={alias}>
            {texts.per(voice.say(known.tree.level(alias)?.name ?? { nl: alias }))}
          </option>
        ))}
      </Choice>
      {choices.partners.length === 0 && selection.indicators.length > 1 && <p className="small">{texts.mixed}</p>}
      {flow.partner !== undefined && (
        <Choice label={texts.top} value={String(flow.top ?? "")} onValue={toTop}>
          <option value="">{texts.everyPartner}</option>
          {tops.map((count) => (
            <option key={count} value={count}>
              {count}
            </option>
          ))}
        </Choice>
      )}
      <label className="sel-option">
        <input type="checkbox" checked={flow.within === true} onChange={() => set({ ...flow, within: flow.within !== true })} />
        {texts.within}
      </label>
    </section>
  );
}

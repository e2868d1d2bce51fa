import type { TransformationCode } from "@peil/core/guards/choices.ts";
import type { Verdict } from "@peil/core/guards/judge.ts";
import type { Transformation } from "@peil/core/query/selection.ts";
import { type ReactElement, useState } from "react";
import { Say } from "../../presentations/parts.tsx";
import { periodName } from "../../text/period.ts";
import type { Part } from "./area-sheet.tsx";
import { changeParts } from "./change.ts";
import { periodsOf } from "./change-periods.ts";
import { codeOf, judged } from "./change-transformations.ts";
import { transformationName } from "./said.ts";
import { Choice, Field, Sheet } from "./sheet.tsx";

/** What can be computed, and what the reader may set of it. */
type Code = TransformationCode | "total";

/** Computations that one question may hold. */
const most = 5;

/** The dialog of what is computed from the figures: what makes sense is offered, what does not stands there with the reason. */
export function ComputeSheet(props: Part & { readonly onClose: () => void }): ReactElement {
  const { known, selection, onChanged, voice, words, onClose } = props;
  const [steps, setSteps] = useState<readonly Transformation[]>(selection.transformations ?? []);
  const verdicts = judged(known, selection)?.transformations ?? [];
  const use = (): void => {
    onChanged(changeParts(known, selection, { transformations: steps }));
    onClose();
  };
  const add = (code: Code): void => setSteps([...steps, started(code, props)]);
  const offered = verdicts.filter((each) => each.verdict !== "no" && (each.code !== "share-parent" || parentsOf(props).length > 0));
  return (
    <Sheet
      title={words.compute.title}
      words={words}
      onClose={onClose}
      onUse={use}
      status={steps.length === 0 ? words.compute.none : steps.map((each) => transformationName(each, props)).join(" → ")}
    >
      {steps.length > 1 && <p className="small">{words.compute.inOrder}</p>}
      <ol className="sel-steps">
        {steps.map((step, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a step has no identity but its place.
          <li key={`${step.kind}-${at}`}>
            <Step
              {...props}
              step={step}
              onStep={(next) => setSteps(steps.with(at, next))}
              onDrop={() => setSteps(steps.toSpliced(at, 1))}
            />
          </li>
        ))}
      </ol>
      <section>
        <h3>{words.compute.can}</h3>
        {steps.length >= most ? (
          <p className="small">{words.compute.most}</p>
        ) : (
          <ul className="sel-why">
            {offered.map((each) => (
              <Offered key={each.code} {...props} verdict={each} onAdd={() => add(each.code)} />
            ))}
          </ul>
        )}
      </section>
      <section>
        <h3>{words.compute.cannot}</h3>
        <ul className="sel-why">
          {verdicts
            .filter((each) => each.verdict === "no")
            .map((each) => (
              <li key={each.code}>
                <strong>{words.compute.names[each.code]}</strong>: {each.text !== undefined && <Say text={each.text} voice={voice} />}
              </li>
            ))}
        </ul>
      </section>
    </Sheet>
  );
}

function Offered(props: Part & { readonly verdict: Verdict<TransformationCode>; readonly onAdd: () => void }): ReactElement {
  const { voice, words, verdict, onAdd } = props;
  const name = words.compute.names[verdict.code];
  return (
    <li>
      <button type="button" className="sel-second" aria-label={`${words.compute.add}: ${name}`} onClick={onAdd}>
        + {name}
      </button>{" "}
      {verdict.text !== undefined && <Say text={verdict.text} voice={voice} />}
    </li>
  );
}

function parentsOf({ known, selection }: Pick<Part, "known" | "selection">): readonly string[] {
  return known.tree.level(selection.level)?.within ?? [];
}

/** Indicators by which a number can be divided: flat figures of a register with figures on the level. */
function divisorsOf({ known, selection }: Pick<Part, "known" | "selection">): readonly string[] {
  const { tree } = known;
  const flat = tree.view.indicators.filter((each) => each.shape === "flat" && !each.derived);
  return flat.filter((each) => tree.coverageOf(each.code).some(({ level }) => level === selection.level)).map((each) => each.code);
}

function started(code: Code, part: Pick<Part, "known" | "selection">): Transformation {
  if (code === "change" || code === "growth") return { kind: code, base: "previous" };
  if (code === "index") return { kind: code, base: "first" };
  if (code === "share-row" || code === "share-column" || code === "share-table") {
    return { kind: "share", of: code === "share-row" ? "row" : code === "share-column" ? "column" : "table" };
  }
  if (code === "share-parent") return { kind: "share", of: "parent", level: parentsOf(part)[0] ?? "" };
  if (code === "per")
    return { kind: "per", indicator: divisorsOf(part).find((each) => /inwoners/i.test(each)) ?? divisorsOf(part)[0] ?? "", factor: 1000 };
  return code === "moving-average" || code === "total" ? { kind: code, periods: 3 } : { kind: code };
}

function Step(
  props: Part & { readonly step: Transformation; readonly onStep: (step: Transformation) => void; readonly onDrop: () => void },
): ReactElement {
  const { words, step, onDrop } = props;
  const name = words.compute.names[codeOf(step) ?? "total"];
  return (
    <>
      <span className="sel-line">
        <strong>{name}</strong>
        <button type="button" className="sel-drop" aria-label={words.chosen.drop(name)} onClick={onDrop}>
          ×
        </button>
      </span>
      <Settings {...props} />
    </>
  );
}

function Settings(props: Part & { readonly step: Transformation; readonly onStep: (step: Transformation) => void }): ReactElement | null {
  const { known, selection, voice, words, step, onStep } = props;
  const texts = words.compute;
  if (step.kind === "change" || step.kind === "growth" || step.kind === "index") {
    return (
      <Choice label={texts.base} value={step.base} onValue={(base) => onStep({ ...step, base })}>
        <option value="previous">{texts.previous}</option>
        <option value="first">{texts.first}</option>
        {(periodsOf(known, selection) ?? []).map((code) => (
          <option key={code} value={code}>
            {periodName(code, voice)}
          </option>
        ))}
      </Choice>
    );
  }
  if (step.kind === "share" && step.of === "parent") {
    return (
      <Choice label={texts.level} value={step.level ?? ""} onValue={(level) => onStep({ ...step, level })}>
        {parentsOf(props).map((alias) => (
          <option key={alias} value={alias}>
            {voice.say(known.tree.level(alias)?.name ?? { nl: alias })}
          </option>
        ))}
      </Choice>
    );
  }
  if (step.kind === "per") return <PerSettings {...props} step={step} />;
  if (step.kind !== "moving-average" && step.kind !== "total") return null;
  const set = (text: string): void => {
    const periods = Math.round(Number(text));
    if (periods >= 2 && periods <= 120) onStep({ ...step, periods });
  };
  return <Field label={texts.periods} type="number" min={2} max={120} value={String(step.periods)} onValue={set} />;
}

function PerSettings(
  props: Part & { readonly step: Transformation & { kind: "per" }; readonly onStep: (step: Transformation) => void },
): ReactElement {
  const { known, voice, words, step, onStep } = props;
  return (
    <div className="sel-fields">
      <Choice label={words.compute.indicator} value={step.indicator} onValue={(indicator) => onStep({ ...step, indicator })}>
        {divisorsOf(props).map((code) => (
          <option key={code} value={code}>
            {voice.say(known.tree.indicator(code)?.name ?? { nl: code })}
          </option>
        ))}
      </Choice>
      <Choice label={words.compute.factor} value={String(step.factor)} onValue={(factor) => onStep({ ...step, factor: Number(factor) })}>
        {[1, 100, 1000, 10_000, 100_000].map((factor) => (
          <option key={factor} value={factor}>
            {voice.number(factor)}
          </option>
        ))}
      </Choice>
    </div>
  );
}

import type { ReactElement } from "react";
import { onMapWords } from "../text/on-map.ts";
import { periodName } from "../text/period.ts";
import { unitOf } from "../text/unit.ts";
import { unitAfter } from "../text/unit-after.ts";
import { type Flows, flowsOf } from "./flows-of.ts";
import { makesSense } from "./judged.ts";
import { periodCode } from "./moment-of.ts";
import { CellLegend, cellClass, Figure, Framed, measuredLine, nameOf, Say, Scroll } from "./parts.tsx";
import type { Presentation, Subject, Telling } from "./presentation.ts";
import { type Cell, isMine } from "./reading.ts";
import { ShadeKeys, shadeClass, shadesOf } from "./shades.tsx";
import { written } from "./spread-of.ts";

function cornerOf({ side, subject }: Flows): string {
  const words = onMapWords(subject.voice);
  if (side === "out") return words.fromTo;
  return side === "in" ? words.toFrom : words.withWhom;
}

function tellMatrix(flows: Flows): Telling {
  const { subject, hidden } = flows;
  const { voice, measured } = subject;
  const words = onMapWords(voice);
  const when = periodName(periodCode(subject, flows.period), voice);
  const [top] = flows.flows;
  const title = top?.directed ? (hidden > 0 ? words.flowTitleShown : words.flowTitle) : words.flowTitleBoth;
  const say = top?.directed ? words.from : words.between;
  const alt = [words.matrixAlt(voice.say(measured.name), when)];
  if (top) alt.push(say(nameOf(top.from, voice), nameOf(top.to, voice), written(subject, top.value)));
  return {
    title: top ? title(nameOf(top.from, voice), nameOf(top.to, voice)) : voice.m.chart.nothing(voice.say(subject.plural)),
    subtitle: measuredLine(measured, voice, voice.say(subject.plural), when),
    alt: alt.join(" "),
  };
}

function cellsOf({ areas, partners, cell }: Flows): readonly (readonly Cell[])[] {
  return areas.map((_, a) => partners.map((__, p) => cell(a, p)));
}

function Table({ flows, alt }: { readonly flows: Flows; readonly alt: string }): ReactElement {
  const { subject, areas, partners } = flows;
  const { voice, measured } = subject;
  const rows = cellsOf(flows);
  const shades = shadesOf(rows.flat(), measured.decimals);
  const name = voice.say(measured.name);
  return (
    <div id={subject.id}>
      <Scroll label={alt} tall>
        <table className="matrix shaded">
          <caption>{`${name}${unitAfter(name, unitOf(measured.unit, voice))}`}</caption>
          <thead>
            <tr>
              <th scope="col">{cornerOf(flows)}</th>
              {partners.map((each) => (
                <th
                  scope="col"
                  className={isMine(each, subject.mine) ? "n mine" : "n"}
                  key={`${each.level}:${each.code}`}
                  data-m={each.code}
                >
                  <Say text={each.label} voice={voice} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {areas.map((area, a) => (
              <tr key={`${area.level}:${area.code}`} data-a={area.code} className={isMine(area, subject.mine) ? "mine" : undefined}>
                <th scope="row">
                  <Say text={area.label} voice={voice} />
                </th>
                {(rows[a] ?? []).map((cell, p) => (
                  <td
                    className={`${cellClass(cell.status)} ${shadeClass(cell, shades)}`.trim()}
                    key={`${partners[p]?.level}:${partners[p]?.code}`}
                  >
                    <Figure cell={cell} decimals={measured.decimals} voice={voice} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      {shades && <ShadeKeys shades={shades} subject={subject} />}
      <CellLegend cells={rows.flat()} voice={voice} />
    </div>
  );
}

function Drawn({ subject }: { readonly subject: Subject }): ReactElement | null {
  const flows = flowsOf(subject);
  if (!flows) return null;
  const telling = tellMatrix(flows);
  return (
    <Framed telling={telling} className="matrices">
      <Table flows={flows} alt={telling.alt} />
    </Framed>
  );
}

/** From where to where, as a table shaded by class: it is its own table. */
export const flowMatrix: Presentation<"flow-matrix"> = {
  code: "flow-matrix",
  suits(subject) {
    const flows = flowsOf(subject);
    return flows !== undefined && flows.flows.length > 0 && makesSense(subject, "matrix");
  },
  tell(subject) {
    const flows = flowsOf(subject);
    return flows ? tellMatrix(flows) : { title: "", subtitle: "", alt: "" };
  },
  draw: (subject) => <Drawn subject={subject} />,
};

import type { FlowView } from "@peil/core/api.ts";
import type { CubeMember } from "@peil/core/model/cube.ts";
import { formatPageSelection } from "@peil/core/query/page-selection.ts";
import type { ReactElement } from "react";
import { hrefOf } from "../address.ts";
import { BarShape, type BarSpan, spanOf } from "../presentations/bar-shape.tsx";
import { CellLegend, cellClass, Figure, langFor, Say, Scroll, spokenOf } from "../presentations/parts.tsx";
import { axisOf, type Cell, cellOf, memberAxes } from "../presentations/reading.ts";
import { areaInSentence } from "../text/area-name.ts";
import { flowWords } from "../text/flows.ts";
import { periodName } from "../text/period.ts";
import { unitOf } from "../text/unit.ts";
import type { Story } from "./story.ts";

/** A partner with its figure. */
type Row = { readonly partner: CubeMember; readonly cell: Cell };

function rowsOf(flow: FlowView): readonly Row[] {
  const partners = memberAxes(flow.cube)[0]?.members ?? [];
  return partners.map((partner, at) => ({ partner, cell: cellOf(flow.cube, 0, 0, [at]) }));
}

function Sides({ story, flow }: { readonly story: Story; readonly flow: FlowView }): ReactElement | null {
  const { voice, view } = story;
  const words = flowWords(voice);
  if (flow.sides.length < 2) return null;
  return (
    <nav aria-label={words.choose}>
      <ul className="sides">
        {flow.sides.map((side) => {
          const selection = formatPageSelection({ ...view.selection, flow: { ...view.selection.flow, side } });
          const href = hrefOf(voice.language, { page: "indicator", code: view.details.code, selection, show: story.show });
          return (
            <li key={side}>
              <a href={href} aria-current={side === flow.side ? "true" : undefined}>
                {words.side[side]}
              </a>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

function PartnerRow({ row, span, story }: { readonly row: Row; readonly span: BarSpan; readonly story: Story }): ReactElement {
  const { voice, view } = story;
  return (
    <tr>
      <th scope="row" lang={langFor(row.partner.label, voice)}>
        <Say text={row.partner.label} voice={voice} />
      </th>
      <td className={cellClass(row.cell.status)}>
        <Figure cell={row.cell} decimals={view.details.decimals} voice={voice} />
      </td>
      <td>{row.cell.value !== undefined && <BarShape value={row.cell.value} span={span} tone="t-other" />}</td>
    </tr>
  );
}

/** The largest partners of the chosen area as a table with bars, with the choice of a direction and the largest in a sentence. */
export function FlowPartners({ story }: { readonly story: Story }): ReactElement | null {
  const { voice, view } = story;
  const { flow, details } = view;
  const area = flow && axisOf(flow.cube, "area").members[0];
  if (flow === undefined || area === undefined) return null;
  const words = flowWords(voice);
  const rows = rowsOf(flow);
  const period = periodName(axisOf(flow.cube, "period").members[0]?.code ?? "", voice);
  const first = rows[0];
  const span = spanOf(rows.flatMap((each) => each.cell.value ?? []));
  const caption = words.caption(voice.say(details.name), words.side[flow.side].toLowerCase(), period, unitOf(details.unit, voice));
  return (
    <section className="partners" aria-labelledby="partners">
      <h2 id="partners">{words.title(voice.say(area.label))}</h2>
      <Sides story={story} flow={flow} />
      <p>
        {first === undefined
          ? words.none
          : words.sentence(words.largest[flow.side], areaInSentence(first.partner.label, voice), spokenOf(first.cell, details, voice))}
      </p>
      {rows.length > 0 && (
        <Scroll label={caption}>
          <table className="ranking">
            <caption>{caption}</caption>
            <thead>
              <tr>
                <th scope="col">{words.partner}</th>
                <th scope="col" className="n">
                  {voice.m.table.value}
                </th>
                <td />
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <PartnerRow key={row.partner.code} row={row} span={span} story={story} />
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
      <CellLegend cells={rows.map((each) => each.cell)} voice={voice} />
      {flow.cube.notes.map((note) => (
        <p key={note.text.nl} className="foot">
          <Say text={note.text} voice={voice} />
        </p>
      ))}
    </section>
  );
}

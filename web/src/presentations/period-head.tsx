import type { CubeMember } from "@peil/core/model/cube.ts";
import type { ReactElement } from "react";
import { periodMark, periodName } from "../text/period.ts";
import type { Voice } from "../text/voice.ts";
import type { Measured } from "./presentation.ts";

type Props = { readonly period: CubeMember; readonly measured: Measured; readonly voice: Voice };

/** A period as a heading of a table: its name, whether it is a forecast or provisional, and whether the series breaks there. */
export function PeriodHead({ period, measured, voice }: Props): ReactElement {
  const { m } = voice;
  const mark = periodMark(period, measured);
  return (
    <>
      {periodName(period.code, voice)}
      {mark && <small className="mark"> {mark === "forecast" ? m.chart.forecast : m.chart.provisional}</small>}
      {measured.breaks.some((each) => each.period === period.code) && (
        <small className="mark" title={m.table.break}>
          <span aria-hidden="true"> ┊</span>
          <span className="unseen">{m.table.break}</span>
        </small>
      )}
    </>
  );
}

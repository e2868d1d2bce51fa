import type { ReactElement } from "react";
import { AreaSheet, type Part } from "./area-sheet.tsx";
import type { SharedDimension } from "./change-cells.ts";
import { CompareSheet } from "./compare-sheet.tsx";
import { ComputeSheet } from "./compute-sheet.tsx";
import { GroupsSheet } from "./groups-sheet.tsx";
import { MemberSheet } from "./member-sheet.tsx";
import { PeriodSheet } from "./period-sheet.tsx";

/** A part of a choice that has its dialog; a dimension has its own. */
export type Opened = "areas" | "compare" | "groups" | "periods" | "compute" | { readonly dimension: string };

/** The dialog of a part of a choice. */
export function OpenedSheet(
  props: Part & { readonly opened: Opened; readonly dimensions: readonly SharedDimension[]; readonly onClose: () => void },
): ReactElement | null {
  const { opened, dimensions } = props;
  if (opened === "areas") return <AreaSheet {...props} />;
  if (opened === "compare") return <CompareSheet {...props} />;
  if (opened === "groups") return <GroupsSheet {...props} />;
  if (opened === "periods") return <PeriodSheet {...props} />;
  if (opened === "compute") return <ComputeSheet {...props} />;
  const dimension = dimensions.find((each) => each.code === opened.dimension);
  return dimension === undefined ? null : <MemberSheet {...props} dimension={dimension} />;
}

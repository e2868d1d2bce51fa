import { findIndicator } from "@peil/core/query/choose.ts";
import { availableOf, detailsOf } from "./details.ts";
import type { View } from "./scope.ts";

/** What is said about indicators, in the order asked. @throws `indicator-unknown` */
export const details: View<"details"> = async ({ release: { catalogue } }, { codes }) =>
  codes
    .split(",")
    .filter((each) => each !== "")
    .map((code) => {
      const indicator = findIndicator(catalogue, code);
      const available = availableOf(catalogue, indicator).map(({ of: _, ...each }) => each);
      return { ...detailsOf(catalogue, indicator, available), breaks: [] };
    });

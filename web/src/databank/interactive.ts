import type { AreaRef } from "@peil/core/query/selection.ts";
import { type ComponentType, lazy } from "react";
import type { FormCode } from "../presentations/forms.ts";
import type { Settings, Subject } from "../presentations/presentation.ts";
import { mapHandles } from "./map/handles.ts";
import type { Site } from "./site.ts";

/** What a form that moves is given instead of being drawn still. */
export type InteractiveProps = {
  readonly subject: Subject;
  readonly site: Site;
  readonly onSettings: (settings: Settings) => void;
  readonly onMark: (area: AreaRef) => void;
  readonly onDrill: (area: AreaRef) => void;
};

/** A form that moves, and the settings that it lets readers set itself. */
export type Interactive = { readonly Component: ComponentType<InteractiveProps>; readonly handles: readonly string[] };

/** Forms that move in the data bank; the others are drawn. Each is fetched when it is shown first. */
export const interactive: Partial<Readonly<Record<FormCode, Interactive>>> = {
  map: { Component: lazy(() => import("./map/map-tab.tsx").then((each) => ({ default: each.MapTab }))), handles: mapHandles },
};

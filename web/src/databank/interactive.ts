import type { AreaRef } from "@peil/core/query/selection.ts";
import { type ComponentType, lazy } from "react";
import { type FormCode, formsOnMap } from "../presentations/forms.ts";
import type { Settings, Subject } from "../presentations/presentation.ts";
import { mapHandles } from "./map/handles.ts";
import type { Site } from "./site.ts";
import type { Source } from "./source.ts";

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

const fetchMap = () => import("./map/map-tab.tsx").then((each) => ({ default: each.MapTab }));

/** Forms that move in the data bank; the others are drawn. Each is fetched when it is shown first. */
export const interactive: Partial<Readonly<Record<FormCode, Interactive>>> = {
  map: { Component: lazy(fetchMap), handles: mapHandles },
};

/** Fetches what a form will need beside its figures, while those are on their way. */
export function fetchAhead(form: string, selection: string, source: Source): void {
  if (!formsOnMap.has(form)) return;
  const level = new URLSearchParams(selection).get("level");
  if (level !== null) source.borders(level).catch(() => undefined);
  if (form === "map") fetchMap().catch(() => undefined);
}

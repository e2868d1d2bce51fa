import type { MapLayers } from "@peil/core/api-databank.ts";
import { type ReactElement, useCallback, useEffect, useState } from "react";
import { axisOf } from "../../presentations/reading.ts";
import type { InteractiveProps } from "../interactive.ts";
import { MapView } from "./map-view.tsx";
import type { Detail } from "./use-land.ts";

/** The map of a tab of the data bank. */
export function MapTab({ subject, site, onSettings, onMark, onDrill }: InteractiveProps): ReactElement {
  const { client, voice } = site;
  const [layers, setLayers] = useState<MapLayers>();
  const level = subject.selection?.level ?? axisOf(subject.cube, "area").members.find((each) => !each.compare)?.level ?? "";
  useEffect(() => {
    let ended = false;
    client.read("layers", {}).then(
      (found) => !ended && setLayers(found),
      () => undefined,
    );
    return () => {
      ended = true;
    };
  }, [client]);
  const geometry = useCallback((detail: Detail) => client.read("geometry", { level, detail }).catch(() => undefined), [client, level]);
  const ground = useCallback(async () => {
    const home = await client.read("home", {}).catch(() => undefined);
    return home && client.read("geometry", { level: home.level.alias, detail: "coarse" }).catch(() => undefined);
  }, [client]);
  const act = (code: string, action: "select" | "open"): void => (action === "open" ? onDrill : onMark)({ level, code });
  return (
    <MapView
      subject={subject}
      settings={subject.settings ?? {}}
      onSettings={onSettings}
      onArea={act}
      layers={layers}
      geometry={geometry}
      ground={ground}
      voice={voice}
    />
  );
}

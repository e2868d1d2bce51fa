import type { MapLayers } from "@peil/core/api-databank.ts";
import type { ReactElement } from "react";
import type { MapClasses } from "../../presentations/map-classes.ts";
import type { Point } from "../../presentations/outline.ts";
import type { Settings, Subject } from "../../presentations/presentation.ts";
import type { MapWords } from "../../text/map.ts";
import { ClassEditor } from "./class-editor.tsx";
import { LayerChoice } from "./layer-choice.tsx";
import { PlaceSearch } from "./place-search.tsx";
import { SaveMap } from "./save-map.tsx";

type Panels = {
  readonly subject: Subject;
  readonly classes: MapClasses;
  readonly layers: MapLayers | undefined;
  readonly layer: string;
  readonly onLayer: (code: string) => void;
  readonly onSettings: (settings: Settings) => void;
  readonly names: ReadonlyMap<string, string>;
  readonly words: MapWords;
  readonly borders: () => Promise<string | undefined>;
  readonly onPlace: (codes: readonly string[]) => void;
  readonly onSpot: (degrees: Point) => void;
};

/** What can be done with a map, folded away. */
export function MapPanels(props: Panels): ReactElement {
  const { subject, classes, layers, layer, onLayer, onSettings, names, words, borders, onPlace, onSpot } = props;
  const { voice } = subject;
  const hasLayers = layers?.folders.some((each) => each.layers.length > 0);
  return (
    <div className="map-panels">
      <details name={`map-${subject.id}`}>
        <summary>{words.panel.classes}</summary>
        <ClassEditor subject={subject} classes={classes} onSettings={onSettings} />
      </details>
      <details name={`map-${subject.id}`}>
        <summary>{words.panel.find}</summary>
        <PlaceSearch names={names} geocoder={layers?.geocoder} voice={voice} onPlace={onPlace} onSpot={onSpot} />
      </details>
      {layers && hasLayers && (
        <details name={`map-${subject.id}`}>
          <summary>{words.panel.layers}</summary>
          <LayerChoice layers={layers} chosen={layer} onChoose={onLayer} voice={voice} />
        </details>
      )}
      <details name={`map-${subject.id}`}>
        <summary>{words.panel.save}</summary>
        <SaveMap subject={subject} borders={borders} />
      </details>
    </div>
  );
}

import type { MapLayers } from "@peil/core/api-databank.ts";
import { type ReactElement, useId } from "react";
import { Say } from "../../presentations/parts.tsx";
import { mapWords } from "../../text/map.ts";
import type { Voice } from "../../text/voice.ts";

type Choice = { readonly layers: MapLayers; readonly chosen: string; readonly onChoose: (code: string) => void; readonly voice: Voice };

function hostOf(url: string): string {
  return /^https?:\/\/([^/]+)/.exec(url)?.[1] ?? "";
}

/** The backgrounds and layers of the site in their folders. None is on until the reader switches it on. */
export function LayerChoice({ layers, chosen, onChoose, voice }: Choice): ReactElement {
  const name = useId();
  const words = mapWords(voice);
  const hosts = [...new Set(layers.folders.flatMap((each) => each.layers.map((layer) => hostOf(layer.url))))];
  const radio = (code: string, label: ReactElement) => (
    <label className="tick" key={code}>
      <input type="radio" name={name} checked={chosen === code} onChange={() => onChoose(code)} />
      {label}
    </label>
  );
  return (
    <div className="layer-choice">
      {radio("", <span>{words.off}</span>)}
      {layers.folders.map((folder) => (
        <fieldset key={voice.say(folder.name)}>
          <legend>
            <Say text={folder.name} voice={voice} />
          </legend>
          {folder.layers.map((layer) => radio(layer.code, <Say text={layer.name} voice={voice} />))}
        </fieldset>
      ))}
      <p className="note">{words.outside(hosts.join(", "))}</p>
    </div>
  );
}

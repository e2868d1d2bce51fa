import type { Geocoder } from "@peil/core/api-databank.ts";
import { type FormEvent, type ReactElement, useId, useState } from "react";
import type { Point } from "../../presentations/outline.ts";
import { mapWords } from "../../text/map.ts";
import type { Voice } from "../../text/voice.ts";
import { type FoundPlace, findAreas, geocode } from "./geocode.ts";

type Search = {
  readonly names: ReadonlyMap<string, string>;
  readonly geocoder: Geocoder | undefined;
  readonly voice: Voice;
  readonly onPlace: (codes: readonly string[]) => void;
  readonly onSpot: (degrees: Point) => void;
};

/** Finds an area of the map by name; an address where the site has a service for it, asked only by its own button. */
export function PlaceSearch({ names, geocoder, voice, onPlace, onSpot }: Search): ReactElement {
  const words = mapWords(voice);
  const id = useId();
  const [typed, setTyped] = useState("");
  const [places, setPlaces] = useState<readonly FoundPlace[] | "failed" | undefined>();
  const areas = findAreas(names, typed);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (areas[0]) onPlace([areas[0].code]);
  };
  const ask = (service: Geocoder): void => {
    void geocode(service, typed).then(setPlaces, () => setPlaces("failed"));
  };
  return (
    <form className="place-search" onSubmit={submit}>
      <label htmlFor={id}>{words.findLabel}</label>
      <div className="row">
        <input id={id} type="search" value={typed} autoComplete="off" onChange={(event) => setTyped(event.target.value)} />
        <button type="submit">{words.find}</button>
      </div>
      <ul className="found">
        {areas.map((each) => (
          <li key={each.code}>
            <button type="button" className="plain" onClick={() => onPlace([each.code])}>
              {each.name}
            </button>
          </li>
        ))}
      </ul>
      {typed.trim() !== "" && areas.length === 0 && <p role="status">{words.noneFound}</p>}
      {geocoder && typed.trim() !== "" && (
        <p>
          <button type="button" onClick={() => ask(geocoder)}>
            {words.ask(voice.say(geocoder.name))}
          </button>{" "}
          <small>{words.asks(voice.say(geocoder.name))}</small>
        </p>
      )}
      {places === "failed" && <p role="alert">{words.failed}</p>}
      {Array.isArray(places) && (
        <ul className="found">
          {(places as readonly FoundPlace[]).map((each) => (
            <li key={`${each.label} ${each.at}`}>
              <button type="button" className="plain" onClick={() => onSpot(each.at)}>
                {each.label}
              </button>
            </li>
          ))}
        </ul>
      )}
    </form>
  );
}

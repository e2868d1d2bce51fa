import type { AreaCard, Frame, HomeView } from "@peil/core/api.ts";
import type { ReactElement } from "react";
import { glanceHref, hrefOf } from "../address.ts";
import type { Around, Page } from "../page.ts";
import { bordersOf } from "../presentations/borders.ts";
import { langFor, Say } from "../presentations/parts.tsx";
import type { Voice } from "../text/voice.ts";
import { AreaPicker } from "../widgets/area-picker.tsx";
import { SearchBox } from "../widgets/search-box.tsx";
import { Welcome } from "../widgets/welcome.tsx";
import { bordersFor } from "./borders-for.ts";

type Data = { readonly home: HomeView; readonly borders: string | undefined; readonly frame: Frame; readonly voice: Voice };

function Themes({ home, voice }: Data): ReactElement {
  const { m, language } = voice;
  return (
    <section className="themes" aria-labelledby="themes">
      <h2 id="themes">{m.home.themes}</h2>
      <ul>
        {home.themes.map((theme) => (
          <li key={theme.code}>
            <a href={hrefOf(language, { page: "theme", code: theme.code })} lang={langFor(theme.name, voice)}>
              {voice.say(theme.name)}
            </a>
            <span className="count">{m.home.indicators(voice.number(theme.count), theme.count === 1)}</span>
            {theme.description && (
              <p>
                <Say text={theme.description} voice={voice} />
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function LinkedMap({ home, borders, voice }: Data): ReactElement | null {
  if (!borders) return null;
  const drawn = bordersOf(borders);
  const areas = new Map(home.areas.map((each) => [each.code, each]));
  const { m, language } = voice;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of links drawn as a map has no element of its own.
    <svg
      className="linked"
      viewBox={`0 0 ${drawn.width} ${drawn.height}`}
      role="group"
      aria-label={m.home.mapAlt(voice.say(home.level.plural), voice.number(home.areas.length))}
    >
      {drawn.shapes.map((shape) => {
        const area = areas.get(shape.code);
        if (!area) return <path key={shape.code} d={shape.path} />;
        return (
          <a key={shape.code} href={glanceHref(language, area)} tabIndex={-1} aria-label={voice.say(area.name)}>
            <path d={shape.path} />
          </a>
        );
      })}
    </svg>
  );
}

function letterOf(name: string): string {
  const plain = name
    .replace(/^['’]s[- ]/, "")
    .normalize("NFD")
    .charAt(0)
    .toUpperCase();
  return /[A-Z]/.test(plain) ? plain : "#";
}

function byLetter(areas: readonly AreaCard[], voice: Voice): readonly (readonly [string, readonly AreaCard[]])[] {
  const sorted = areas.toSorted((a, b) => voice.say(a.name).localeCompare(voice.say(b.name), "nl"));
  return [...Map.groupBy(sorted, (each) => letterOf(voice.say(each.name)))];
}

function AllAreas({ home, voice }: Data): ReactElement {
  return (
    <details className="all-areas">
      <summary>{voice.m.home.all(voice.say(home.level.plural), voice.number(home.areas.length))}</summary>
      <dl>
        {byLetter(home.areas, voice).map(([letter, areas]) => (
          <div key={letter}>
            <dt>{letter}</dt>
            <dd>
              {areas.map((area) => (
                <a key={area.code} href={glanceHref(voice.language, area)} lang={langFor(area.name, voice)}>
                  {voice.say(area.name)}
                </a>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

function Places(data: Data): ReactElement {
  const { home, voice } = data;
  return (
    <section className="places" aria-labelledby="places">
      <h2 id="places">{voice.m.home.map(voice.say(home.level.name))}</h2>
      <p className="help map-help">{voice.m.home.mapHelp}</p>
      <LinkedMap {...data} />
      <AreaPicker voice={voice} level={home.level} areas={home.areas} />
    </section>
  );
}

function view(data: Data): ReactElement {
  const { home, frame, voice } = data;
  const { m } = voice;
  const { counts } = home;
  return (
    <>
      <div className="hero">
        <div className="ask">
          <h1>
            <Say text={frame.site.name} voice={voice} />
          </h1>
          <p className="motto">
            <Say text={frame.site.motto} voice={voice} />
          </p>
          <SearchBox voice={voice} big />
          <p className="release">
            {m.home.counts(voice.number(counts.indicators), voice.number(counts.areas), voice.number(counts.figures))}{" "}
            <a href={hrefOf(voice.language, { page: "releases" })}>{m.home.released(voice.day(frame.release.at))}</a>
          </p>
        </div>
        <Places {...data} />
      </div>
      <Welcome voice={voice} />
      <Themes {...data} />
      <AllAreas {...data} />
    </>
  );
}

/** The first page: search, themes, the map of places. */
export async function homePage({ voice, frame, read }: Around): Promise<Page> {
  const home = await read("home", {});
  const borders = await bordersFor(read, home.level.alias);
  return {
    kind: "home",
    title: voice.say(frame.site.name),
    description: voice.say(frame.site.motto),
    body: view({ home, borders, frame, voice }),
  };
}

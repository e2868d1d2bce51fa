import { type RouteName, routes } from "@peil/core/api.ts";
import type { EndpointEntry, FormatEntry, ServiceView, SourceEntry } from "@peil/core/api-catalogue.ts";
import { described, routeGroups } from "@peil/core/api-described.ts";
import type { Parameter } from "@peil/core/api-parameters.ts";
import type { Text } from "@peil/core/model/text.ts";
import type { ReactElement } from "react";
import { hrefOf } from "../address.ts";
import type { Around, Page } from "../page.ts";
import { type ApiWords, apiWords } from "../text/api.ts";
import type { Voice } from "../text/voice.ts";

/** Something that can be asked, from the route table or beside it. */
type Asked = Pick<EndpointEntry, "name" | "group" | "method" | "path" | "parameters" | "example" | "standard"> & { readonly summary: Text };
type Told = { readonly words: ApiWords; readonly voice: Voice };

function allOf(service: ServiceView): readonly Asked[] {
  const known = (Object.keys(described) as RouteName[]).map((name): Asked => {
    const example = service.examples[name];
    return { name, ...routes[name], ...described[name], ...(example === undefined ? {} : { example }) };
  });
  return [...known, ...service.endpoints];
}

/** The groups in their order: those of the route table first, then what others add. */
function groupsOf(all: readonly Asked[]): readonly string[] {
  return [...new Set<string>([...routeGroups, ...all.map((each) => each.group)])];
}

function Kind({ of, words }: { readonly of: Parameter; readonly words: ApiWords }): ReactElement | null {
  const { enum: choices, minimum, maximum, default: usual } = of.schema;
  const range = minimum !== undefined && maximum !== undefined ? `${minimum}–${maximum}` : "";
  const parts = [
    of.in === "path" ? words.inPath : of.required ? words.required : "",
    choices ? `${words.choices} ${choices.join(", ")}` : range,
    usual === undefined ? "" : `${words.usual} ${usual}`,
  ].filter((each) => each !== "");
  return parts.length === 0 ? null : <small>{parts.join("; ")}</small>;
}

function Parameters({ of, words, voice }: Told & { readonly of: readonly Parameter[] }): ReactElement | null {
  if (of.length === 0) return null;
  return (
    <details>
      <summary>{words.parameters(of.length)}</summary>
      <dl className="parameters">
        {of.map((each) => (
          <div key={`${each.in}-${each.name}`}>
            <dt>
              <code>{each.name}</code> <Kind of={each} words={words} />
            </dt>
            <dd>{voice.say(each.meaning)}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

function Route({ of, words, voice }: Told & { readonly of: Asked }): ReactElement {
  return (
    <section className="route">
      <h3 id={`route-${of.name}`}>
        <code>
          {of.method} {of.path}
        </code>
      </h3>
      <p>
        {voice.say(of.summary)}
        {of.standard && (
          <>
            {" "}
            {words.standard}: <a href={of.standard.url}>{of.standard.name}</a>.
          </>
        )}
      </p>
      <Parameters of={of.parameters} words={words} voice={voice} />
      {of.example !== undefined && (
        <p className="example">
          {words.example}: <a href={of.example}>{of.example}</a>
        </p>
      )}
    </section>
  );
}

function Formats({ service, words }: { readonly service: ServiceView; readonly words: ApiWords }): ReactElement {
  const [path, query] = (service.examples["data"] ?? "").split("?");
  const hrefFor = ({ extension }: FormatEntry): string | undefined => (query === undefined ? undefined : `${path}.${extension}?${query}`);
  const lost = ({ loses }: FormatEntry): string => loses.map((each) => words.lost[each] ?? each).join(", ");
  return (
    <section>
      <h2 id="formats">{words.formatsTitle}</h2>
      <p>{words.formats}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
      <section className="scroll" tabIndex={0} aria-label={words.formatsTitle}>
        <table>
          <thead>
            <tr>
              <th scope="col">{words.format}</th>
              <th scope="col">{words.extension}</th>
              <th scope="col">{words.mediaType}</th>
              <th scope="col">{words.loses}</th>
            </tr>
          </thead>
          <tbody>
            {service.formats.map((each) => (
              <tr key={each.name}>
                <th scope="row">{each.name}</th>
                <td>
                  <a href={hrefFor(each)}>.{each.extension}</a>
                </td>
                <td>{each.mediaType.split(";")[0]}</td>
                <td>{lost(each)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}

function Licences({ sources, words }: { readonly sources: readonly SourceEntry[]; readonly words: ApiWords }): ReactElement {
  const groups = [...Map.groupBy(sources, (each) => each.licence ?? "")];
  return (
    <section>
      <h2 id="licences">{words.licencesTitle}</h2>
      <p>
        {words.licences} <a href={routes.sources.path}>{routes.sources.path}</a>
      </p>
      <ul className="plain-list">
        {groups.map(([licence, own]) => {
          const url = own.find((each) => each.licenceUrl)?.licenceUrl;
          const name = licence === "" ? words.noLicence : licence;
          return (
            <li key={licence}>
              {url === undefined ? name : <a href={url}>{name}</a>}: {words.sources(own.length)}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function How({ words, voice }: Told): ReactElement {
  return (
    <section>
      <h2 id="how">{words.howTitle}</h2>
      <dl className="how">
        {words.how.map(([term, said]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{said}</dd>
          </div>
        ))}
      </dl>
      <p>
        <a href="/openapi.json">{words.description}</a>
      </p>
      <p>
        <a href={hrefOf(voice.language, { page: "errors" })}>{words.errors}</a>
      </p>
    </section>
  );
}

function view(around: Around, service: ServiceView, sources: readonly SourceEntry[]): ReactElement {
  const { voice } = around;
  const words = apiWords(voice);
  const all = allOf(service);
  const groups = groupsOf(all);
  const nameOf = (group: string): string => words.groups[group] ?? group;
  const sections = [
    ["how", words.howTitle],
    ["formats", words.formatsTitle],
    ...groups.map((group) => [`group-${group}`, nameOf(group)]),
    ["licences", words.licencesTitle],
  ];
  return (
    <>
      <h1>{words.title}</h1>
      <p className="lead">{words.intro}</p>
      <nav className="contents" aria-label={words.contents}>
        <ul>
          {sections.map(([id, name]) => (
            <li key={id}>
              <a href={`#${id}`}>{name}</a>
            </li>
          ))}
        </ul>
      </nav>
      <How words={words} voice={voice} />
      <Formats service={service} words={words} />
      {groups.map((group) => (
        <section key={group}>
          <h2 id={`group-${group}`}>{nameOf(group)}</h2>
          {all
            .filter((each) => each.group === group)
            .map((each) => (
              <Route key={each.name} of={each} words={words} voice={voice} />
            ))}
        </section>
      ))}
      <Licences sources={sources} words={words} />
    </>
  );
}

/** What programs can ask of the site, with examples that open. */
export async function apiPage(around: Around): Promise<Page> {
  const [service, sources] = await Promise.all([around.read("service", {}), around.read("sources", { limit: "1000", cursor: "" })]);
  const { title, intro } = apiWords(around.voice);
  return { kind: "text api", title, description: intro, body: view(around, service, sources.items) };
}

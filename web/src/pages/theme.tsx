import type { IndicatorCard, ThemeView } from "@peil/core/api.ts";
import type { ReactElement } from "react";
import { hrefOf } from "../address.ts";
import type { Around, Page } from "../page.ts";
import { langFor, Say } from "../presentations/parts.tsx";
import { periodName } from "../text/period.ts";
import { spacedUnit } from "../text/unit.ts";
import type { Voice } from "../text/voice.ts";
import { Trail } from "../widgets/trail.tsx";

type Group = ThemeView["groups"][number];

function Latest({ card, voice }: { readonly card: IndicatorCard; readonly voice: Voice }): ReactElement {
  const { latest } = card;
  return (
    <>
      <td className="n">
        {latest?.value === undefined ? <span className="quiet">{voice.m.theme.none}</span> : voice.number(latest.value, latest.decimals)}
        {latest?.value !== undefined && <small className="unit">{spacedUnit(card.unit, voice)}</small>}
        {latest && <small className="when">{periodName(latest.period, voice)}</small>}
      </td>
      <td className="n period">{latest && periodName(latest.period, voice)}</td>
    </>
  );
}

function Row({ card, voice }: { readonly card: IndicatorCard; readonly voice: Voice }): ReactElement {
  return (
    <tr>
      <th scope="row">
        <a
          href={hrefOf(voice.language, { page: "indicator", code: card.code, selection: "", show: undefined })}
          lang={langFor(card.name, voice)}
        >
          {voice.say(card.name)}
        </a>
        {card.shape === "cube" && <small className="tag">{voice.m.theme.cube}</small>}
      </th>
      <Latest card={card} voice={voice} />
    </tr>
  );
}

function benchmarkOf(view: ThemeView, voice: Voice): string {
  const card = view.groups.flatMap((each) => each.indicators).find((each) => each.latest);
  return card?.latest ? voice.say(card.latest.benchmark) : "";
}

function GroupTable(props: {
  readonly group: Group;
  /** Whether these are the topics of the theme itself, whose name stands above already. */
  readonly own: boolean;
  readonly benchmark: string;
  readonly voice: Voice;
}): ReactElement {
  const { group, voice, own } = props;
  const id = `theme-${group.theme.code}`;
  return (
    <section aria-labelledby={id} className="group">
      <h2 id={id} className={own ? "unseen" : undefined}>
        <Say text={group.theme.name} voice={voice} />
      </h2>
      <table className="cards">
        <thead>
          <tr>
            <th scope="col">{voice.m.theme.name}</th>
            <th scope="col" className="n">
              {voice.m.theme.figure(props.benchmark)}
            </th>
            <th scope="col" className="n period">
              {voice.m.theme.period}
            </th>
          </tr>
        </thead>
        <tbody>
          {group.indicators.map((card) => (
            <Row key={card.code} card={card} voice={voice} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Children({ view, voice }: { readonly view: ThemeView; readonly voice: Voice }): ReactElement | null {
  if (view.children.length === 0) return null;
  return (
    <nav className="subthemes" aria-label={voice.m.theme.sub}>
      <ul>
        {view.children.map((theme) => (
          <li key={theme.code}>
            <a href={hrefOf(voice.language, { page: "theme", code: theme.code })} lang={langFor(theme.name, voice)}>
              {voice.say(theme.name)}
            </a>{" "}
            <span className="count">{voice.m.home.indicators(voice.number(theme.count), theme.count === 1)}</span>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Workbook({ theme, voice }: { readonly theme: ThemeView; readonly voice: Voice }): ReactElement {
  const href = `${hrefOf(voice.language, { page: "theme", code: theme.theme.code })}.xlsx`;
  return (
    <section className="downloads" aria-label={voice.m.indicator.downloads}>
      <ul>
        <li>
          <a href={href} download="">
            {voice.m.theme.workbook}
          </a>
        </li>
      </ul>
      <p className="help">{voice.m.theme.workbookHelp}</p>
    </section>
  );
}

function view(theme: ThemeView, voice: Voice): ReactElement {
  const steps = theme.path
    .filter((each) => each.code !== theme.theme.code)
    .map((each) => ({ name: each.name, href: hrefOf(voice.language, { page: "theme", code: each.code }) }));
  const groups = theme.groups.filter((each) => each.indicators.length > 0);
  return (
    <>
      <Trail voice={voice} steps={[...steps, { name: theme.theme.name }]} />
      <h1>
        <Say text={theme.theme.name} voice={voice} />
      </h1>
      {theme.theme.description && (
        <p className="lead">
          <Say text={theme.theme.description} voice={voice} />
        </p>
      )}
      <Children view={theme} voice={voice} />
      {groups.length === 0 && <p>{voice.m.theme.empty}</p>}
      {groups.map((group) => (
        <GroupTable
          key={group.theme.code}
          group={group}
          own={group.theme.code === theme.theme.code}
          benchmark={benchmarkOf(theme, voice)}
          voice={voice}
        />
      ))}
      {groups.length > 0 && <Workbook theme={theme} voice={voice} />}
    </>
  );
}

/** The page of a theme: its topics by sub-theme, each with its newest figure. */
export async function themePage({ voice, read }: Around, code: string): Promise<Page> {
  const theme = await read("theme", { code });
  const description = theme.theme.description ? { description: voice.say(theme.theme.description) } : {};
  return { kind: "theme", title: voice.say(theme.theme.name), ...description, body: view(theme, voice) };
}

import { type MethodGroup, methodGroups } from "@peil/core/methods.ts";
import type { ReactElement } from "react";
import { hrefOf } from "../address.ts";
import { Markdown } from "../methods/markdown.tsx";
import { linkOf, type MethodPage, methodPage as pageOf, summaryOf, titleOf } from "../methods/method-pages.ts";
import type { Around, Page } from "../page.ts";
import type { Voice } from "../text/voice.ts";
import { Trail } from "../widgets/trail.tsx";
import { missingPage } from "./broken.tsx";

function Text({ found, voice }: { readonly found: MethodPage; readonly voice: Voice }): ReactElement {
  const { methods } = voice.m;
  const title = titleOf(found);
  const isOther = found.language !== voice.language;
  const index = { nl: methods.title, [voice.language]: methods.title };
  return (
    <>
      <Trail
        voice={voice}
        steps={[{ name: index, href: hrefOf(voice.language, { page: "methods" }) }, { name: { nl: title, [found.language]: title } }]}
      />
      {isOther && <p className="other-language">{methods.otherLanguage}</p>}
      <article className="method" lang={isOther ? found.language : undefined}>
        <Markdown text={found.text} resolve={(href) => linkOf(href, voice.language)} label={methods.table(title)} />
      </article>
    </>
  );
}

/** The page of one rule, from `docs/statistics/`. */
export async function methodPage(around: Around, rule: string): Promise<Page> {
  const { voice } = around;
  const found = pageOf(rule, voice.language);
  if (!found) return missingPage(around);
  return { kind: "text", title: titleOf(found), description: summaryOf(found), body: <Text found={found} voice={voice} /> };
}

function Group({ group, voice }: { readonly group: MethodGroup; readonly voice: Voice }): ReactElement | null {
  const rules = methodGroups[group].flatMap((rule) => {
    const found = pageOf(rule, voice.language);
    return found ? [{ rule, found }] : [];
  });
  if (rules.length === 0) return null;
  return (
    <section aria-labelledby={`group-${group}`}>
      <h2 id={`group-${group}`}>{voice.m.methods.groups[group]}</h2>
      <ul className="methods">
        {rules.map(({ rule, found }) => {
          const lang = found.language === voice.language ? undefined : found.language;
          return (
            <li key={rule}>
              <a href={hrefOf(voice.language, { page: "method", rule })} lang={lang}>
                {titleOf(found)}
              </a>
              <p lang={lang}>{summaryOf(found)}</p>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** All rules, by what they are for. */
export async function methodsPage({ voice }: Around): Promise<Page> {
  const { methods } = voice.m;
  const body = (
    <>
      <h1>{methods.title}</h1>
      <p className="lead">{methods.intro}</p>
      {(Object.keys(methodGroups) as readonly MethodGroup[]).map((group) => (
        <Group key={group} group={group} voice={voice} />
      ))}
    </>
  );
  return { kind: "text", title: methods.title, description: methods.intro, body };
}

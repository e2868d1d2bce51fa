import type { ReactElement } from "react";
import type { Around, Page } from "../page.ts";
import { type FormCode, formCodes } from "../presentations/forms.ts";
import { type AccessibilityWords, accessibilityWords } from "../text/accessibility.ts";
import { formName } from "../text/forms.ts";
import type { Voice } from "../text/voice.ts";
import { lastResults, type Results, statusOf } from "./accessibility-results.ts";

/** Where the law and the supervisor can be read. */
const decree = "https://codex.vlaanderen.be/PrintDocument.ashx?id=1030009&geannoteerd=false&print=false";
const directive = "https://eur-lex.europa.eu/eli/dir/2016/2102/oj";
const ombudsman = "https://www.vlaamseombudsdienst.be/";

type Told = { readonly words: AccessibilityWords; readonly voice: Voice; readonly results: Results | undefined };

function Law({ words }: Pick<Told, "words">): ReactElement {
  const [before, first, between, second, after] = words.law;
  return (
    <p>
      {before}
      <a href={decree}>{first}</a>
      {between}
      <a href={directive}>{second}</a>
      {after}
    </p>
  );
}

/** What is broken, in words where they are known, else by the name of the rule. */
function Wrong({ words, results }: Told): ReactElement {
  const broken = results?.violations ?? [];
  return (
    <>
      <h2>{words.wrongTitle}</h2>
      {results && <p>{broken.length === 0 ? words.wrongNone : words.wrongSome}</p>}
      {broken.length > 0 && (
        <ul className="plain-list">
          {broken.map(({ rule, where }) => (
            <li key={rule}>{`${words.wrong[rule] ?? rule} (${where.join(", ")})`}</li>
          ))}
        </ul>
      )}
      <p>{words.outside}</p>
      <ul className="plain-list">
        {words.outsideList.map((each) => (
          <li key={each}>{each}</li>
        ))}
      </ul>
    </>
  );
}

function Prepared({ words, voice, results }: Told): ReactElement | null {
  if (results === undefined) return null;
  const pages = results.pages.flatMap((each) => (each in words.pages ? words.pages[each as keyof AccessibilityWords["pages"]] : []));
  const forms = formCodes.filter((each: FormCode) => results.forms.includes(each)).map((each) => formName(each, voice));
  return (
    <>
      <h2>{words.preparedTitle}</h2>
      <p>{words.prepared(voice.day(results.date))}</p>
      <p>{words.how(results, voice.number)}</p>
      <p>{words.rules(results, voice.number)}</p>
      <p>{words.seen}</p>
      <p>{words.keyboard}</p>
      <p>{words.notByPeople}</p>
      {results.undecided.length > 0 && <p>{words.undecided(results.undecided.join(", "))}</p>}
      <details>
        <summary>{words.tested}</summary>
        <h3>{`${words.pagesTitle} (${pages.length})`}</h3>
        <p>{pages.join(", ")}.</p>
        <h3>{`${words.formsTitle} (${forms.length})`}</h3>
        <p>{forms.join(", ")}.</p>
      </details>
    </>
  );
}

function Feedback({
  words,
  organisation,
  mailbox,
}: {
  readonly words: AccessibilityWords;
  readonly organisation: string;
  readonly mailbox: string | undefined;
}): ReactElement {
  return (
    <>
      <h2>{words.feedbackTitle}</h2>
      <p>{words.feedback(organisation)}</p>
      {mailbox === undefined ? (
        <p>{words.noMailbox}</p>
      ) : (
        <p>
          {words.write} <a href={`mailto:${mailbox}`}>{mailbox}</a>. {words.answer}
        </p>
      )}
      <h2>{words.enforceTitle}</h2>
      <p>
        {words.enforce(organisation)} <a href={ombudsman}>{words.ombudsman}</a>.
      </p>
    </>
  );
}

/** The accessibility statement: what the law asks, filled with what the tests found. */
export async function accessibilityPage(around: Around, results = lastResults()): Promise<Page> {
  const { voice, frame } = around;
  const words = accessibilityWords(voice);
  const { name, mailbox } = frame.site;
  const organisation = voice.say(frame.site.organisation ?? name);
  const told: Told = { words, voice, results };
  const body = (
    <>
      <h1>{words.title}</h1>
      <p className="lead">{words.lead(organisation)}</p>
      <Law words={words} />
      <h2>{words.scopeTitle}</h2>
      <p>{words.scope(voice.say(name))}</p>
      <h2>{words.statusTitle}</h2>
      <p>
        <strong>{words.status[statusOf(results)]}</strong>
      </p>
      <p>{words.norm}</p>
      <Wrong {...told} />
      <Prepared {...told} />
      <Feedback words={words} organisation={organisation} mailbox={mailbox} />
    </>
  );
  return { kind: "text statement", title: words.title, description: words.lead(organisation), body };
}

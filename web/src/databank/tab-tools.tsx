import type { Frame } from "@peil/core/api.ts";
import { type ReactElement, useEffect, useState } from "react";
import { hrefOf } from "../address.ts";
import type { Subject } from "../presentations/presentation.ts";
import { FigureTools } from "../widgets/figure-tools.tsx";
import { IndicatorFacts } from "../widgets/indicator-facts.tsx";
import { figureOfTab } from "./figure-of-tab.ts";
import type { ShownProps } from "./shown.tsx";

/** Indicators of which everything is said here; of more, their pages say it. */
const mostFacts = 6;

/** Everything about the figures of a tab, and every way to take them along: what the page of an indicator offers, for this choice. */
export function TabTools(props: ShownProps & { readonly subjects: readonly Subject[] }): ReactElement | null {
  const { tab, answer, offer, site, onShare } = props;
  const { voice, words, client } = site;
  const [frame, setFrame] = useState<Frame>();
  useEffect(() => {
    let ended = false;
    client.read("frame", {}).then(
      (found) => ended || setFrame({ ...found, site: { ...found.site, origin: found.site.origin ?? location.origin } }),
      () => undefined,
    );
    return () => {
      ended = true;
    };
  }, [client]);
  const said = new Set(answer.cube.notes.map((each) => each.text.nl));
  return (
    <>
      <section className="bank-facts about-figure" aria-label={words.show.facts}>
        {answer.details.slice(0, mostFacts).map((each) => (
          <details key={each.code}>
            <summary>
              {words.show.factsOf} {voice.say(each.name)}
            </summary>
            <IndicatorFacts details={each} voice={voice} said={said} />
            <p>
              <a href={`${hrefOf(voice.language, { page: "indicator", code: each.code, selection: "", show: undefined })}#about-figure`}>
                {words.show.explore}: {voice.say(each.name)}
              </a>
            </p>
          </details>
        ))}
      </section>
      {frame && (
        <FigureTools
          figure={figureOfTab(tab, answer, offer.presentation.code, frame, voice)}
          frame={frame}
          voice={voice}
          ownPictures={offer.presentation.code === "table" ? undefined : <Pictures {...props} frame={frame} />}
          notEmbedded={
            <>
              <p className="help">{words.show.notEmbedded}</p>
              <p>
                <button type="button" className="quiet-button" onClick={onShare}>
                  {words.share.title}
                </button>
              </p>
            </>
          }
        />
      )}
    </>
  );
}

type PicturesProps = ShownProps & { readonly subjects: readonly Subject[]; readonly frame: Frame };

/** Buttons that save what is drawn as a file; what makes it is fetched when it is asked. */
function Pictures({ subjects, offer, answer, frame, site }: PicturesProps): ReactElement {
  const { words, voice } = site;
  const [state, setState] = useState<"busy" | "failed">();
  const make = async (kind: "svg" | "png"): Promise<void> => {
    setState("busy");
    try {
      const { savePicture } = await import("./picture.tsx");
      await savePicture({ kind, subjects, presentation: offer.presentation, cube: answer.cube, frame, voice });
      setState(undefined);
    } catch {
      setState("failed");
    }
  };
  return (
    <>
      <ul>
        {(["svg", "png"] as const).map((kind) => (
          <li key={kind}>
            <button type="button" className="quiet-button" disabled={state === "busy"} onClick={() => void make(kind)}>
              {words.show.picture(kind.toUpperCase())}
            </button>
          </li>
        ))}
      </ul>
      <p role="status">{state === "failed" && words.show.pictureFailed}</p>
    </>
  );
}

import type { ReactElement } from "react";
import type { DatabankWords } from "../text/databank.ts";
import { formName } from "../text/forms.ts";
import type { Voice } from "../text/voice.ts";
import type { Offer } from "./forms.ts";

type Props = {
  readonly offers: readonly Offer[];
  readonly shown: string | undefined;
  readonly voice: Voice;
  readonly words: DatabankWords;
  readonly onShow: (code: string) => void;
};

/** All forms: those that suit as buttons, then those that do not, each with the reason. */
export function Chooser({ offers, shown, voice, words, onShow }: Props): ReactElement {
  const can = offers.filter((each) => each.verdict !== "no");
  const cannot = offers.filter((each) => each.verdict === "no");
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of buttons, not of fields.
    <div className="bank-forms" role="group" aria-label={words.show.forms} data-tour-of="2">
      {can.map(({ presentation: { code }, verdict, cautions }) => (
        <button
          type="button"
          key={code}
          className={`form-button of-${verdict}`}
          data-form={code}
          aria-pressed={code === shown}
          title={cautions[0] && voice.say(cautions[0].text)}
          onClick={() => onShow(code)}
        >
          {formName(code, voice)}
          {verdict === "possible" && (
            <span className="mind">
              <span aria-hidden="true">!</span>
              <span className="unseen">({words.show.caution})</span>
            </span>
          )}
        </button>
      ))}
      {cannot.length > 0 && (
        <details className="unfit">
          <summary>
            {words.show.unfit.replace(/\.$/, "")} ({cannot.length})
          </summary>
          <ul>
            {cannot.map(({ presentation: { code }, reason }) => (
              <li key={code}>
                <button type="button" className="form-button" data-form={code} disabled aria-describedby={`why-${code}`}>
                  {formName(code, voice)}
                </button>
                <span id={`why-${code}`}>{reason === undefined ? words.show.unfit : voice.say(reason)}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

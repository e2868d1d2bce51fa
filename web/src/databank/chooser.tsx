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

/** Reasons for caution that every form has that draws something. */
function commonReasons(offers: readonly Offer[]): ReadonlySet<string> {
  const [first, ...others] = offers.filter((each) => each.cautions.length > 0);
  const has = (offer: Offer, reason: string): boolean => offer.cautions.some((each) => each.reason === reason);
  const shared = first?.cautions.filter((each) => others.every((one) => has(one, each.reason))) ?? [];
  return new Set(others.length + 1 >= offers.length / 2 ? shared.map((each) => each.reason) : []);
}

/** All forms: those that suit as buttons, then those that do not, each with the reason. */
export function Chooser({ offers, shown, voice, words, onShow }: Props): ReactElement {
  const can = offers.filter((each) => each.verdict !== "no");
  // What holds for every form is said under the drawing, and marks none.
  const everywhere = commonReasons(can);
  const cannot = offers.filter((each) => each.verdict === "no");
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of buttons, not of fields.
    <div className="bank-forms" role="group" aria-label={words.show.forms} data-tour-of="2">
      {can.map(({ presentation: { code }, cautions }) => {
        const own = cautions.find((each) => !everywhere.has(each.reason));
        return (
          <button
            type="button"
            key={code}
            className="form-button"
            data-form={code}
            aria-pressed={code === shown}
            title={own && voice.say(own.text)}
            onClick={() => onShow(code)}
          >
            {formName(code, voice)}
            {own && (
              <span className="mind">
                <span aria-hidden="true">!</span>
                <span className="unseen">({words.show.caution})</span>
              </span>
            )}
          </button>
        );
      })}
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

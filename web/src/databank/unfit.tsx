import type { ReactElement } from "react";
import { Say } from "../presentations/parts.tsx";
import { formName } from "../text/forms.ts";
import type { ShownProps } from "./shown.tsx";

/** A chosen form that does not suit these figures: why not, and what does. */
export function Unfit({ offer, offers, site, onShow }: ShownProps): ReactElement {
  const { voice, words } = site;
  const can = offers.filter((each) => each.verdict !== "no").slice(0, 6);
  return (
    <div className="bank-message">
      <h3>{words.show.unfitHere(formName(offer.presentation.code, voice))}</h3>
      {offer.reason && (
        <p>
          <Say text={offer.reason} voice={voice} />
        </p>
      )}
      <p>{words.show.instead}</p>
      <p className="choices-row">
        {can.map(({ presentation: { code } }) => (
          <button type="button" className="form-button" key={code} onClick={() => onShow(code)}>
            {formName(code, voice)}
          </button>
        ))}
      </p>
    </div>
  );
}

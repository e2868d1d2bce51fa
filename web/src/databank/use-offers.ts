import { useEffect, useState } from "react";
import { formCodes } from "../presentations/forms.ts";
import type { Subject } from "../presentations/presentation.ts";
import { type Offer, offersOf, preferred } from "./forms.ts";

/** Cells up to which all forms are judged at once, before anything is drawn. */
const few = 20_000;
/** Milliseconds after which the other forms are judged though the page never came to rest. */
const patience = 4000;

const isFew = (subject: Subject): boolean => subject.cube.values.length <= few;

/**
 * What must be known of the forms before anything is drawn: of many figures only what is thought of the chosen form, or of those that
 * are taken by themselves.
 * @param chosen code of the form that was chosen; empty: none
 */
export function firstOffers(subject: Subject | undefined, bordersKnown: boolean, chosen: string): readonly Offer[] {
  if (subject === undefined) return [];
  return offersOf(subject, bordersKnown, isFew(subject) ? formCodes : chosen === "" ? preferred : [chosen]);
}

/** Waits until the page has nothing else to do; not every browser can tell. */
function rest(): Promise<void> {
  return new Promise((done) => {
    if ("requestIdleCallback" in window) requestIdleCallback(() => done(), { timeout: patience });
    else setTimeout(done, patience / 10);
  });
}

/**
 * What is thought of all forms: at first what was known, the others follow one by one, so that the page keeps answering.
 * @param subject absent: nothing to judge yet
 */
export function useOffers(first: readonly Offer[], subject: Subject | undefined, bordersKnown: boolean): readonly Offer[] {
  const [all, setAll] = useState<{ readonly first: readonly Offer[]; readonly offers: readonly Offer[] }>();
  useEffect(() => {
    if (subject === undefined || isFew(subject)) return undefined;
    let ended = false;
    const judgeAll = async (): Promise<void> => {
      const offers: Offer[] = [];
      for (const code of formCodes) {
        await rest();
        if (ended) return;
        offers.push(...offersOf(subject, bordersKnown, [code]));
      }
      if (!ended) setAll({ first, offers });
    };
    void judgeAll();
    return () => {
      ended = true;
    };
  }, [first, subject, bordersKnown]);
  return all?.first === first ? all.offers : first;
}

import type { MethodName } from "@peil/core/methods.ts";
import type { ReactElement } from "react";
import { hrefOf } from "../address.ts";
import { methodPage, titleOf } from "../methods/method-pages.ts";
import type { Voice } from "../text/voice.ts";

/** Links to the rules that made the figures beside it; nothing where there are none. */
export function MethodLinks({ rules, voice }: { readonly rules: readonly MethodName[]; readonly voice: Voice }): ReactElement | null {
  const pages = rules.flatMap((rule) => {
    const found = methodPage(rule, voice.language);
    return found ? [{ rule, found }] : [];
  });
  if (pages.length === 0) return null;
  return (
    <ul className="method-links">
      {pages.map(({ rule, found }) => (
        <li key={rule}>
          <a href={hrefOf(voice.language, { page: "method", rule })} lang={found.language === voice.language ? undefined : found.language}>
            {titleOf(found)}
          </a>
        </li>
      ))}
    </ul>
  );
}

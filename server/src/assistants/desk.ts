import { fail } from "@peil/core/errors.ts";
import type { Language } from "@peil/core/model/text.ts";
import type { Releases } from "../releases.ts";
import { releaseOf as releaseOfScope, type Scope, type Views } from "../views/scope.ts";

/** What assistants may ask of a site: its views, as its pages do. */
export type AssistantSite = {
  readonly releases: Releases;
  readonly views: Views;
  /** Public address of the site; without it addresses begin with a slash. */
  readonly origin?: string | undefined;
};

/** One call of a tool: the release that answers it, and the language in which. */
export type Desk = {
  readonly scope: Scope;
  readonly views: Views;
  readonly language: Language;
  /** The whole address of a page of the site, in the language of the call. `path` begins with a slash. */
  page(path: string): string;
  /** The whole address of a file or a route. */
  file(path: string): string;
};

/** Opens a call. @throws `no-release` */
export function openDesk({ releases, views, origin = "" }: AssistantSite, language: Language): Desk {
  const prefix = language === "nl" ? "" : `/${language}`;
  return {
    scope: { release: releases.current(), releases },
    views,
    language,
    page: (path) => `${origin}${prefix}${path}`,
    file: (path) => `${origin}${prefix}${path}`,
  };
}

/** A call answered by the release that it names. @throws `release-unknown` */
export async function deskOf(desk: Desk, release: string | undefined): Promise<Desk> {
  const named = await releaseOfScope(desk.scope, release);
  return { ...desk, scope: { ...desk.scope, release: named } };
}

/** The only thing of a list of one. */
export function only<T>(list: readonly T[], what: string): T {
  return list[0] ?? fail("not-found", { what });
}

import type { Frame, Read } from "@peil/core/api.ts";
import { PeilError } from "@peil/core/errors.ts";
import { renderToStaticMarkup } from "react-dom/server";
import { type Place, parseAddress } from "./address.ts";
import { Layout } from "./layout.tsx";
import type { Around, Page } from "./page.ts";
import { aboutPage } from "./pages/about.tsx";
import { accessibilityPage } from "./pages/accessibility.tsx";
import { apiPage } from "./pages/api.tsx";
import { areaPage } from "./pages/area.tsx";
import { articlePage } from "./pages/article.tsx";
import { brokenPage, missingPage } from "./pages/broken.tsx";
import { calendarPage } from "./pages/calendar.tsx";
import { codePage } from "./pages/code.tsx";
import { databankPage } from "./pages/databank.tsx";
import { embedPage } from "./pages/embed.tsx";
import { errorsPage } from "./pages/errors.tsx";
import { explorePage } from "./pages/explore.tsx";
import { glancePage } from "./pages/glance.tsx";
import { glossaryPage } from "./pages/glossary.tsx";
import { homePage } from "./pages/home.tsx";
import { indicatorPage } from "./pages/indicator.tsx";
import { manualPage } from "./pages/manual.tsx";
import { methodPage, methodsPage } from "./pages/method.tsx";
import { newsPage } from "./pages/news.tsx";
import { releasesPage } from "./pages/releases.tsx";
import { searchPage } from "./pages/search.tsx";
import { themePage } from "./pages/theme.tsx";
import { workspacePage } from "./pages/workspace.tsx";
import { staticMarkup } from "./static-markup.ts";
import { voiceOf } from "./text/voice.ts";

export { releasesFeed, sitemap } from "./feeds.ts";
export { picture, printed } from "./print/printed.ts";
export { sentences } from "./sentences-view.ts";

/** An answer to a request for a page. */
export type Rendered = {
  readonly status: number;
  readonly html: string;
  /** Where the reader is sent instead, with a status of the 300s. */
  readonly location?: string;
};

/** Stands in for the frame of a site that cannot tell it, so that even then a page appears. */
const bareFrame: Frame = {
  site: { name: { nl: "Peil" }, motto: { nl: "" }, style: "peil" },
  release: { id: "–", at: "" },
};

async function pageOf(place: Place, around: Around): Promise<Page> {
  switch (place.page) {
    case "home":
      return homePage(around);
    case "theme":
      return themePage(around, place.code);
    case "indicator":
      return indicatorPage(around, place);
    case "area":
      return areaPage(around, place);
    case "search":
      return searchPage(around, place.q);
    case "releases":
      return releasesPage(around);
    case "methods":
      return methodsPage(around);
    case "method":
      return methodPage(around, place.rule);
    case "about":
      return aboutPage(around);
    case "glance":
      return glancePage(around, place);
    case "explore":
      return explorePage(around, place);
    case "databank":
      return databankPage(around, place);
    case "code":
      return codePage(around, place);
    case "workspace":
      return workspacePage(around, place);
    case "embed":
      return embedPage(around, place);
    case "article":
      return articlePage(around, place);
    case "manual":
      return manualPage(around, place);
    case "news":
      return newsPage(around);
    case "calendar":
      return calendarPage(around);
    case "glossary":
      return glossaryPage(around);
    case "accessibility":
      return accessibilityPage(around);
    case "api":
      return apiPage(around);
    case "errors":
      return errorsPage(around);
  }
}

/** Stands in the frame where the body comes. */
const slot = "<s></s>";

/** A page in its frame: the frame, which holds what belongs in a head, by React; the body, which is most of it, in one walk. */
function document(around: Around, page: Page): Rendered {
  const body = staticMarkup(page.body);
  if (page.fragment) return { status: page.status ?? 200, html: body };
  const frame = renderToStaticMarkup(<Layout around={around} page={{ ...page, body: <s /> }} />);
  const at = frame.indexOf(slot);
  const html = `<!doctype html>${frame.slice(0, at)}${body}${frame.slice(at + slot.length)}`;
  return { status: page.status ?? 200, html };
}

async function frameOf(read: Read): Promise<Frame> {
  try {
    return await read("frame", {});
  } catch (error) {
    if (error instanceof PeilError || isPeilError(error)) return bareFrame;
    throw error;
  }
}

/** The server's own copy of the error class is another one than this bundle's: they are told by their shape. */
function isPeilError(error: unknown): error is PeilError {
  return error instanceof Error && error.name === "PeilError" && "code" in error && "details" in error;
}

function asPeilError(error: unknown): PeilError | undefined {
  if (error instanceof PeilError) return error;
  return isPeilError(error) ? new PeilError(error.code, error.details) : undefined;
}

/**
 * Renders the page that lives at an address (path and query, as requested).
 * Errors of the catalogue become designed pages with their status; anything else is thrown on.
 */
export async function render(address: string, read: Read): Promise<Rendered> {
  const parsed = parseAddress(address);
  const voice = voiceOf(parsed.language);
  const frame = await frameOf(read);
  const place: Place = parsed.place ?? { page: "home" };
  const was = /[?&]was=workspace(&|$)/.test(address) ? "workspace" : undefined;
  const around: Around = { voice, frame, place, read, was };
  if (parsed.place === undefined) return document(around, missingPage(around));
  try {
    return document(around, await pageOf(place, around));
  } catch (error) {
    const known = asPeilError(error);
    if (!known) throw error;
    return document(around, brokenPage(around, known, address));
  }
}

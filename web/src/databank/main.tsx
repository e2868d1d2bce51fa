import type { SharedWorkspace } from "@peil/core/api-databank.ts";
import { explainError, PeilError } from "@peil/core/errors.ts";
import { StrictMode } from "react";
import { createRoot, type Root } from "react-dom/client";
import { hrefOf } from "../address.ts";
import "../style/databank.css";
import { databankWords } from "../text/databank.ts";
import { type Voice, voiceOf } from "../text/voice.ts";
import { readable } from "./answer.ts";
import { App } from "./app.tsx";
import { openOwn, openShared } from "./opening.ts";
import { type Client, openClient } from "./read.ts";
import { sourceOf } from "./read-source.ts";
import type { Site } from "./site.ts";
import type { Store } from "./storage.ts";

// The data bank: an application on the same presentations as the reading pages.

/** A new id for a tab, on a page without secure connection too. */
function newId(): string {
  return [...crypto.getRandomValues(new Uint8Array(5))].map((each) => each.toString(36).padStart(2, "0")).join("");
}

/** Where the browser refuses to keep anything, nothing is kept. */
function storeOf(): Store {
  try {
    return localStorage;
  } catch {
    return {
      getItem: () => null,
      setItem: () => {
        throw new Error("no store");
      },
      removeItem: () => undefined,
    };
  }
}

async function siteOf(voice: Voice, client: Client, at: DOMStringMap): Promise<Site> {
  const days = new Map<string, string>();
  const site: Site = {
    voice,
    words: databankWords(voice),
    client,
    source: sourceOf(client),
    release: at["release"] ?? "",
    dayOf: (release) => days.get(release),
  };
  if (at["release"] && at["at"]) days.set(at["release"], at["at"]);
  if (at["hash"]) for (const each of await client.read("releases", {})) days.set(each.id, each.at);
  return site;
}

function broken(root: Root, error: PeilError, voice: Voice): void {
  const { message, mend } = explainError(error, voice.language);
  const words = databankWords(voice);
  root.render(
    <div className="bank-message" role="alert">
      <h1>{message}</h1>
      <p>{mend}</p>
      <p>
        <a href={hrefOf(voice.language, { page: "databank", query: "" })}>{words.title}</a>
      </p>
    </div>,
  );
}

async function start(box: HTMLElement): Promise<void> {
  const voice = voiceOf(document.documentElement.lang === "en" ? "en" : "nl");
  const client = openClient(voice.language);
  const root = createRoot(box);
  const hash = box.dataset["hash"] ?? "";
  try {
    const view: SharedWorkspace | undefined = hash === "" ? undefined : await client.read("workspace", { hash });
    const site = await siteOf(voice, client, box.dataset);
    const store = storeOf();
    const opened = view ? openShared(store, hash, view, site.release) : openOwn(store, location.search.slice(1), newId);
    root.render(
      <StrictMode>
        <App site={site} opened={opened} store={store} shared={view && { hash, view }} newId={newId} />
      </StrictMode>,
    );
    document.documentElement.classList.add("databank-ready");
  } catch (error) {
    if (!(error instanceof PeilError)) throw error;
    broken(root, readable(error), voice);
  }
}

const box = document.getElementById("databank");
if (box) void start(box);

import type { Place } from "../address.ts";
import type { Around, Page } from "../page.ts";
import { databankWords } from "../text/databank.ts";
import { DatabankFrame } from "./databank.tsx";

/** A shared workspace, opened in the data bank. @throws `workspace-unknown` */
export async function workspacePage(around: Around, { hash }: Extract<Place, { page: "workspace" }>): Promise<Page> {
  const words = databankWords(around.voice);
  await around.read("workspace", { hash });
  const body = <DatabankFrame around={around} hash={hash} />;
  return { title: words.shared.title, description: words.description, kind: "databank", app: "databank", body };
}

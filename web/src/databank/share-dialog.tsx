import type { Workspace } from "@peil/core/documents/workspace.ts";
import { formatWorkspace, workspaceLimit } from "@peil/core/documents/workspace.ts";
import { explainError, PeilError } from "@peil/core/errors.ts";
import { type ReactElement, useEffect, useState } from "react";
import { hrefOf } from "../address.ts";
import { readable } from "./answer.ts";
import { writeTab } from "./deep-link.ts";
import { Dialog } from "./dialog.tsx";
import type { Client } from "./read.ts";
import type { Site } from "./site.ts";
import { activeTab } from "./workspace.ts";

type Props = { readonly workspace: Workspace; readonly site: Site; readonly onClose: () => void };

async function shareWorkspace(workspace: Workspace, client: Client): Promise<string> {
  const body = formatWorkspace(workspace);
  if (new TextEncoder().encode(body).length > workspaceLimit) throw new PeilError("workspace-too-large", { limit: workspaceLimit / 1024 });
  const { hash } = (await client.send("/api/v1/workspaces", body)) as { readonly hash: string };
  return hash;
}

/** Makes the short link of a workspace, and gives the address of the tab in front. */
export function ShareDialog({ workspace, site, onClose }: Props): ReactElement {
  const { words, voice, client } = site;
  const [link, setLink] = useState<string>();
  const [error, setError] = useState<PeilError>();
  const [round, setRound] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round asks again.
  useEffect(() => {
    let ended = false;
    setError(undefined);
    shareWorkspace(workspace, client).then(
      (hash) => ended || setLink(new URL(hrefOf(voice.language, { page: "workspace", hash, query: "" }), location.href).href),
      (thrown: unknown) => ended || setError(readable(thrown)),
    );
    return () => {
      ended = true;
    };
  }, [workspace, client, voice, round]);
  const tab = activeTab(workspace);
  const query = tab === undefined ? "" : writeTab(tab);
  const told = error && explainError(error, voice.language);
  return (
    <Dialog title={words.share.title} close={words.share.close} onClose={onClose}>
      <p>{words.share.text}</p>
      {told ? (
        <div role="alert">
          <p>
            {told.message} {told.mend}
          </p>
          <button type="button" onClick={() => setRound(round + 1)}>
            {words.failed.retry}
          </button>
        </div>
      ) : link === undefined ? (
        <p role="status">{words.share.making}</p>
      ) : (
        <>
          <Link label={words.share.link} link={link} site={site} />
          <p className="help">{words.share.lasts}</p>
        </>
      )}
      {query !== "" && (
        <Link label={words.share.one} link={new URL(hrefOf(voice.language, { page: "databank", query }), location.href).href} site={site} />
      )}
    </Dialog>
  );
}

function Link({ label, link, site: { words } }: { readonly label: string; readonly link: string; readonly site: Site }): ReactElement {
  const [copied, setCopied] = useState(false);
  const copy = async (): Promise<void> => {
    const field = document.getElementById(`link-${label}`);
    if (field instanceof HTMLInputElement) field.select();
    // Without a secure connection the clipboard is closed: the selected text can be copied by hand.
    await navigator.clipboard?.writeText(link).then(
      () => setCopied(true),
      () => undefined,
    );
  };
  return (
    <div className="bank-link">
      <label htmlFor={`link-${label}`}>{label}</label>
      <div className="field">
        <input id={`link-${label}`} type="text" readOnly value={link} onFocus={(event) => event.target.select()} />
        <button type="button" onClick={() => void copy()}>
          {words.share.copy}
        </button>
      </div>
      <p role="status">{copied && words.share.copied}</p>
    </div>
  );
}

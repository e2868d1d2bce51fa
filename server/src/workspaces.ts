import { PeilError } from "@peil/core/errors.ts";
import type { Documents, KeptWorkspace } from "./store/documents.ts";

/** Where readers keep what they share. */
export type Workspaces = {
  /** @returns the hash under which it is found. @throws `sharing-off` */
  keep(kept: KeptWorkspace): Promise<string>;
  /** @throws `sharing-off` */
  find(hash: string): Promise<KeptWorkspace | undefined>;
  close(): Promise<void>;
};

/**
 * Keeps workspaces in the documents, which are opened when the first one is asked: a site whose data folder cannot be written
 * serves its figures all the same, and tries again at the next question.
 * @param report receives why the documents could not be opened
 */
export function openWorkspaces(open: () => Promise<Documents>, report: (error: unknown) => void): Workspaces {
  let opened: Promise<Documents> | undefined;
  const documents = async (): Promise<Documents> => {
    opened ??= open();
    try {
      return await opened;
    } catch (error) {
      opened = undefined;
      report(error);
      throw new PeilError("sharing-off");
    }
  };
  return {
    keep: async (kept) => (await documents()).keepWorkspace(kept),
    find: async (hash) => (await documents()).workspace(hash),
    async close() {
      await opened?.then((each) => each.close()).catch(() => undefined);
    },
  };
}

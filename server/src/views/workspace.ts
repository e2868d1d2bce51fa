import { parseWorkspace } from "@peil/core/documents/workspace.ts";
import { fail } from "@peil/core/errors.ts";
import type { View } from "./scope.ts";

/** A workspace behind a short link, in today's shape whatever its age. */
export const workspace: View<"workspace"> = async ({ release, releases, workspaces }, { hash }) => {
  if (workspaces === undefined) return fail("sharing-off");
  const kept = /^[0-9a-f]{16,64}$/.test(hash) ? await workspaces.find(hash) : undefined;
  if (kept === undefined) return fail("workspace-unknown", { hash: hash.slice(0, 64) });
  const isKept = kept.release === release.id || releases.list().some((each) => each.id === kept.release);
  return { workspace: parseWorkspace(kept.body), ...(isKept ? { release: kept.release } : {}) };
};

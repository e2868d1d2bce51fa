import type { View } from "./scope.ts";

/** What a page needs to know of the site and the release around it. */
export const frame: View<"frame"> = async ({ release }) => {
  const { name, motto, mailbox, organisation, style } = release.catalogue.site;
  const known = { ...(mailbox === undefined ? {} : { mailbox }), ...(organisation === undefined ? {} : { organisation }) };
  const site = { name, motto, style, ...known };
  return { site, release: { id: release.id, at: release.at } };
};

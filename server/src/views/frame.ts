import type { View } from "./scope.ts";

/** What a page needs to know of the site and the release around it. */
export const frame: View<"frame"> = async ({ release }) => {
  const { name, motto, mailbox, style } = release.catalogue.site;
  const site = { name, motto, style, ...(mailbox === undefined ? {} : { mailbox }) };
  return { site, release: { id: release.id, at: release.at } };
};

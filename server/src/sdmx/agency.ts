import { unknownAgency } from "@peil/core/formats/sdmx-terms.ts";
import type { Catalogue } from "@peil/core/model/catalogue.ts";
import type { Text } from "@peil/core/model/text.ts";
import type { Release } from "../release.ts";
import type { Releases } from "../releases.ts";

/** The agency that a site is in SDMX: an id made of its name, and the government behind it. */
export function agencyOf({ site }: Pick<Catalogue, "site">): { readonly id: string; readonly name: Text } {
  const plain = site.name.nl.normalize("NFD").replace(/\p{M}/gu, "");
  const id = plain
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, "_")
    .replace(/^[^A-Z]+|_+$/g, "");
  return { id: id === "" ? unknownAgency : id, name: site.organisation ?? site.name };
}

/** Who publishes the figures of a release, and when it was made. */
export async function publisherOf(
  releases: Pick<Releases, "get">,
  current: Release,
  id: string,
): Promise<{ readonly agency: string; readonly at: string }> {
  const { catalogue, at } = id === current.id ? current : await releases.get(id);
  return { agency: agencyOf(catalogue).id, at };
}

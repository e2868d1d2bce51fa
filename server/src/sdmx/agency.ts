import { unknownAgency } from "@peil/core/formats/sdmx-terms.ts";
import type { Catalogue } from "@peil/core/model/catalogue.ts";
import type { Text } from "@peil/core/model/text.ts";

/** The agency that a site is in SDMX: an id made of its name, and the government behind it. */
export function agencyOf({ site }: Pick<Catalogue, "site">): { readonly id: string; readonly name: Text } {
  const plain = site.name.nl.normalize("NFD").replace(/\p{M}/gu, "");
  const id = plain
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, "_")
    .replace(/^[^A-Z]+|_+$/g, "");
  return { id: id === "" ? unknownAgency : id, name: site.organisation ?? site.name };
}

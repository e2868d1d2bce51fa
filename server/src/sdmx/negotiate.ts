import { fail } from "@peil/core/errors.ts";

/** What a client gets: SDMX-JSON, or for data SDMX-CSV, in a variant of its format. */
export type Offer = { readonly kind: "json" | "csv"; readonly type: string; readonly dialect?: string };
/** What is asked: structures or data. */
export type Asked = "structure" | "data";

const json = (asked: Asked): Offer => ({ kind: "json", type: `application/vnd.sdmx.${asked}+json;version=2.0.0` });
const csv = (labels = "id"): Offer => ({
  kind: "csv",
  type: `application/vnd.sdmx.data+csv;version=2.0.0${labels === "id" ? "" : `;labels=${labels}`}`,
  ...(labels === "id" ? {} : { dialect: `labels-${labels}` }),
});
const csv1: Offer = { kind: "csv", type: "application/vnd.sdmx.data+csv;version=1.0.0", dialect: "version-1" };

const formats: Readonly<Record<Asked, Readonly<Record<string, Offer>>>> = {
  structure: { json: json("structure"), "sdmx-json": json("structure"), jsonstructure: json("structure") },
  data: {
    ...{ json: json("data"), "sdmx-json": json("data"), jsondata: json("data") },
    ...{ csv: csv(), "sdmx-csv": csv(), csvfile: csv(), csvfilewithlabels: csv("both") },
  },
};

/**
 * Chooses what a client gets, by `format` in the address or by what it accepts; SDMX-JSON where it does not mind.
 * @throws `sdmx-format` where nothing that it accepts is offered
 */
export function chooseOffer(asked: Asked, accept: string | undefined, format: string | null): Offer {
  const known = formats[asked];
  if (format !== null) return (Object.hasOwn(known, format) ? known[format] : undefined) ?? refuse(asked, format);
  if (accept === undefined || accept.trim() === "") return json(asked);
  for (const range of parseAccept(accept)) {
    const found = offerOf(asked, range);
    if (found !== undefined) return found;
  }
  return refuse(asked, accept.slice(0, 200));
}

function refuse(asked: Asked, what: string): never {
  const all = [
    ...new Set([...Object.values(formats[asked]), ...(asked === "data" ? [csv("both"), csv("name"), csv1] : [])].map((each) => each.type)),
  ];
  return fail("sdmx-format", { asked: what, choices: all.join(", ") });
}

type Range = { readonly name: string; readonly parameters: Readonly<Record<string, string>>; readonly weight: number };

/** What a client accepts, what it likes best first. */
function parseAccept(accept: string): readonly Range[] {
  const ranges = accept
    .toLowerCase()
    .split(",")
    .map((text): Range => {
      const [name = "", ...rest] = text.split(";").map((each) => each.trim());
      const parameters = Object.fromEntries(
        rest.map((each) => each.split("=").map((part) => part.trim().replace(/^"|"$/g, "")) as [string, string]),
      );
      return { name, parameters, weight: Number(parameters["q"] ?? 1) };
    });
  return ranges.filter((each) => each.weight > 0).sort((a, b) => b.weight - a.weight);
}

function offerOf(asked: Asked, { name, parameters }: Range): Offer | undefined {
  const version = parameters["version"] ?? "2.0.0";
  const isSecond = /^2(\+|\.|$)/.test(version);
  if (name === "*/*" || name === "application/*" || name === "application/json" || name === "text/html") return json(asked);
  if (name === `application/vnd.sdmx.${asked}+json`) return isSecond ? json(asked) : undefined;
  if (asked !== "data") return undefined;
  if (name === "text/csv" || name === "text/*" || name === "application/csv") return csv();
  if (name !== "application/vnd.sdmx.data+csv") return undefined;
  const labels = parameters["labels"] ?? "id";
  if (isSecond) return labels === "both" || labels === "name" ? csv(labels) : csv();
  return version.startsWith("1") ? csv1 : undefined;
}

/** What a bibliography says of a figure. */
export type BibtexEntry = {
  readonly key: string;
  readonly name: string;
  /** Empty where it is not known. */
  readonly source: string;
  readonly site: string;
  readonly year: string;
  readonly note: string;
  readonly url: string;
};

const special: Readonly<Record<string, string>> = { "\\": "\\textbackslash{}", "~": "\\textasciitilde{}", "^": "\\textasciicircum{}" };

function escaped(text: string): string {
  return text.replace(/[\\~^&%$#_{}]/g, (sign) => special[sign] ?? `\\${sign}`);
}

/** A figure as an entry of BibTeX. Names stand in double braces: they keep their capitals and are not taken apart. */
export function bibtexOf({ key, name, source, site, year, note, url }: BibtexEntry): string {
  const fields: readonly (readonly [string, string])[] = [
    ["author", `{${escaped(source === "" ? site : source)}}`],
    ["title", `{${escaped(name)}}`],
    ["howpublished", escaped(site)],
    ["year", year],
    ["note", escaped(note)],
    ["url", url.replace(/[{}\\]/g, (sign) => encodeURIComponent(sign))],
  ];
  return `@misc{${key.replace(/[^\w:-]/g, "_")},\n${fields.map(([field, value]) => `  ${field} = {${value}},`).join("\n")}\n}`;
}

/** What a sentence that refers to a figure names; `source` is empty where it is not known, `release` says which figures. */
export type Citation = { readonly source: string; readonly name: string; readonly site: string; readonly release: string };

/** The sentence that refers to a figure, alike in every language; its address comes behind it. */
export function citationOf({ source, name, site, release }: Citation): string {
  return `${source === "" ? "" : `${source}, `}“${name}”, ${site}, ${release}.`;
}

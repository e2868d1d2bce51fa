/** Something with an id and a code. */
export type Coded = { readonly id: number; readonly code: string };

/** What a text in a file was found to mean; `exact` is false where leading zeros had to be put right. */
export type Found = { readonly id: number; readonly code: string; readonly exact: boolean };

/**
 * Finds things by the codes in files: as written whatever the letter case, without the `.0` of a spreadsheet's number, or with
 * the leading zeros that a spreadsheet took away, where only one code then fits.
 * @param known things by code in lower case
 */
export function finderIn(known: ReadonlyMap<string, Coded>): (text: string) => Found | undefined {
  let bare: Map<string, Coded | undefined> | undefined;
  return (text) => {
    const key = text.toLowerCase();
    const exact = known.get(key) ?? known.get(key.replace(/\.0+$/, ""));
    if (exact !== undefined) return { id: exact.id, code: exact.code, exact: true };
    if (!/^\d+(\.0+)?$/.test(text)) return undefined;
    bare ??= withoutZeros(known);
    const near = bare.get(strip(text.replace(/\.0+$/, "")));
    return near === undefined ? undefined : { id: near.id, code: near.code, exact: false };
  };
}

function strip(code: string): string {
  return code.replace(/^0+(?=\d)/, "");
}

function withoutZeros(known: ReadonlyMap<string, Coded>): Map<string, Coded | undefined> {
  const out = new Map<string, Coded | undefined>();
  for (const each of known.values()) out.set(strip(each.code), out.has(strip(each.code)) ? undefined : each);
  return out;
}

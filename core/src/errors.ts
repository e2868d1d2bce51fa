import type { Language, Text } from "./model/text.ts";
import { say } from "./model/text.ts";

/** What a caller can do about an error, as an HTTP status. */
type Entry = { readonly status: number; readonly message: Text; readonly mend: Text };

/**
 * Every error that a user can meet. `{name}` is filled from the details of the error.
 * `message` says what happened and where, `mend` what to do.
 */
export const catalogue = {
  "period-unreadable": {
    status: 400,
    message: { nl: "“{text}” is geen periode.", en: "“{text}” is not a period." },
    mend: {
      nl: "Schrijf een jaar (2024), schooljaar (2024-2025), halfjaar (2024H1), kwartaal (2024Q1) of maand (2024M01).",
      en: "Write a year (2024), school year (2024-2025), half-year (2024H1), quarter (2024Q1) or month (2024M01).",
    },
  },
  "not-found": {
    status: 404,
    message: { nl: "Hier staat niets: {what}.", en: "Nothing stands here: {what}." },
    mend: { nl: "Zoek op een onderwerp of gemeente.", en: "Search for a topic or a municipality." },
  },
  "indicator-unknown": {
    status: 404,
    message: { nl: "Het onderwerp “{code}” bestaat niet.", en: "The indicator “{code}” does not exist." },
    mend: { nl: "Kijk de code na{hint}.", en: "Check the code{hint}." },
  },
  "level-unknown": {
    status: 400,
    message: { nl: "Het gebiedsniveau “{code}” bestaat niet.", en: "The area level “{code}” does not exist." },
    mend: { nl: "Kijk de code na{hint}.", en: "Check the code{hint}." },
  },
  "area-unknown": {
    status: 404,
    message: { nl: "Op het niveau “{level}” bestaat geen gebied “{code}”.", en: "There is no area “{code}” on the level “{level}”." },
    mend: { nl: "Kijk de code na{hint}.", en: "Check the code{hint}." },
  },
  "member-unknown": {
    status: 400,
    message: { nl: "“{level}” heeft geen item “{code}”.", en: "“{level}” has no member “{code}”." },
    mend: { nl: "Kijk de code na{hint}.", en: "Check the code{hint}." },
  },
  "dimension-unknown": {
    status: 400,
    message: {
      nl: "Het dimensieniveau “{code}” hoort niet bij “{indicator}”.",
      en: "The dimension level “{code}” does not belong to “{indicator}”.",
    },
    mend: { nl: "Kies uit: {choices}.", en: "Choose from: {choices}." },
  },
  "selection-too-large": {
    status: 413,
    message: {
      nl: "Deze vraag omvat {cells} cellen; op een pagina passen er {limit}.",
      en: "This question spans {cells} cells; a page holds {limit}.",
    },
    mend: {
      nl: "Kies minder gebieden, periodes of items, of download de cijfers.",
      en: "Choose fewer areas, periods or members, or download the figures.",
    },
  },
  "selection-invalid": {
    status: 400,
    message: { nl: "“{key}={value}” kan niet gelezen worden.", en: "“{key}={value}” cannot be read." },
    mend: { nl: "{expected}", en: "{expected}" },
  },
  "formula-syntax": {
    status: 422,
    message: { nl: "De formule klopt niet op positie {position}: {found}.", en: "The formula is wrong at position {position}: {found}." },
    mend: { nl: "Verwacht: {expected}.", en: "Expected: {expected}." },
  },
  "formula-unknown-code": {
    status: 422,
    message: {
      nl: "De formule verwijst op positie {position} naar “{code}”, dat niet bestaat.",
      en: "At position {position} the formula refers to “{code}”, which does not exist.",
    },
    mend: { nl: "Maak dat onderwerp eerst of verbeter de code{hint}.", en: "Create that indicator first or mend the code{hint}." },
  },
  "formula-cycle": {
    status: 422,
    message: { nl: "De formule bijt in haar eigen staart: {path}.", en: "The formula refers to itself: {path}." },
    mend: { nl: "Haal een van deze verwijzingen weg.", en: "Take one of these references out." },
  },
  "formula-arity": {
    status: 422,
    message: {
      nl: "“{name}” op positie {position} krijgt {given} argumenten en wil er {wanted}.",
      en: "“{name}” at position {position} is given {given} arguments and wants {wanted}.",
    },
    mend: { nl: "Pas het aantal argumenten aan.", en: "Change the number of arguments." },
  },
  "formula-unknown-function": {
    status: 422,
    message: { nl: "“{name}” op positie {position} is geen functie.", en: "“{name}” at position {position} is not a function." },
    mend: {
      nl: "Gebruik sqrt, round, data_from_period, data_from_mrp, cell of threshold.",
      en: "Use sqrt, round, data_from_period, data_from_mrp, cell or threshold.",
    },
  },
  "formula-argument": {
    status: 422,
    message: {
      nl: "“{name}” op positie {position} kan niets met “{argument}”.",
      en: "“{name}” at position {position} cannot use “{argument}”.",
    },
    mend: { nl: "Verwacht: {expected}.", en: "Expected: {expected}." },
  },
  "not-additive": {
    status: 422,
    message: { nl: "“{code}” kan niet opgeteld of gemiddeld worden.", en: "“{code}” cannot be added up or averaged." },
    mend: { nl: "Kies een niveau waarop het cijfer geladen is.", en: "Choose a level on which the figure was loaded." },
  },
  "cells-loaded-only": {
    status: 422,
    message: { nl: "“{code}” heeft geen totalen over “{dimension}”.", en: "“{code}” has no totals over “{dimension}”." },
    mend: { nl: "Kies één item van “{dimension}”.", en: "Choose one member of “{dimension}”." },
  },
  "no-release": {
    status: 503,
    message: { nl: "Deze site heeft nog niets gepubliceerd.", en: "This site has published nothing yet." },
    mend: { nl: "Publiceer met: peil publish.", en: "Publish with: peil publish." },
  },
  "release-unknown": {
    status: 404,
    message: { nl: "De publicatie “{id}” bestaat niet (meer).", en: "The release “{id}” does not exist (any more)." },
    mend: { nl: "Kies uit: {choices}.", en: "Choose from: {choices}." },
  },
  "data-damaged": {
    status: 500,
    message: { nl: "De gegevensmap is beschadigd: {what}.", en: "The data folder is damaged: {what}." },
    mend: { nl: "{mend}", en: "{mend}" },
  },
  "folder-unwritable": {
    status: 500,
    message: { nl: "In de map {folder} kan niet geschreven worden.", en: "The folder {folder} cannot be written to." },
    mend: {
      nl: "Geef schrijfrecht of kies een andere map met PEIL_DATA.",
      en: "Grant write permission or choose another folder with PEIL_DATA.",
    },
  },
  "port-taken": {
    status: 500,
    message: { nl: "Poort {port} is al in gebruik.", en: "Port {port} is in use." },
    mend: {
      nl: "Stop het andere programma of kies een poort met PEIL_PORT.",
      en: "Stop the other program or choose a port with PEIL_PORT.",
    },
  },
  "setting-invalid": {
    status: 500,
    message: { nl: "De instelling {name}={value} klopt niet.", en: "The setting {name}={value} is wrong." },
    mend: { nl: "Verwacht: {expected}.", en: "Expected: {expected}." },
  },
  internal: {
    status: 500,
    message: { nl: "Er ging iets mis aan onze kant.", en: "Something went wrong on our side." },
    mend: { nl: "Probeer het opnieuw; blijft het misgaan, meld dan nummer {id}.", en: "Try again; if it stays, report number {id}." },
  },
} as const satisfies Readonly<Record<string, Entry>>;

/** A code of the catalogue. */
export type ErrorCode = keyof typeof catalogue;

/** What fills the blanks of a message. */
export type ErrorDetails = Readonly<Record<string, string | number>>;

/** An error that a user can understand and mend. Anything else that is thrown is a bug. */
export class PeilError extends Error {
  readonly code: ErrorCode;
  readonly details: ErrorDetails;
  constructor(code: ErrorCode, details: ErrorDetails = {}) {
    super(`${code} ${JSON.stringify(details)}`);
    this.name = "PeilError";
    this.code = code;
    this.details = details;
  }
  /** HTTP status. */
  get status(): number {
    return catalogue[this.code].status;
  }
}

/** Throws an error of the catalogue. */
export function fail(code: ErrorCode, details: ErrorDetails = {}): never {
  throw new PeilError(code, details);
}

function fill(text: string, details: ErrorDetails): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => String(details[name] ?? ""));
}

/** What happened and what to do, in a language. */
export function explainError(error: PeilError, language: Language): { message: string; mend: string } {
  const entry = catalogue[error.code];
  return { message: fill(say(entry.message, language), error.details), mend: fill(say(entry.mend, language), error.details) };
}

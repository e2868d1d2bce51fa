import type { Language, Text } from "./model/text.ts";
import { say } from "./model/text.ts";

/** How heavy: an error or an unanswered question stops the import, a remark does not. */
export type Weight = "error" | "question" | "remark";

type Entry = { readonly weight: Weight; readonly message: Text; readonly mend: Text };

/** Everything that an import can have to say about a file. `{name}` is filled from the details of the problem. */
export const importProblems = {
  "file-unreadable": {
    weight: "error",
    message: { nl: "Het bestand kan niet geopend worden.", en: "The file cannot be opened." },
    mend: { nl: "Kijk na of het bestaat en of u het mag lezen.", en: "Check that it exists and that you may read it." },
  },
  "file-empty": {
    weight: "error",
    message: { nl: "Het bestand is leeg.", en: "The file is empty." },
    mend: { nl: "Kies een bestand met gegevens.", en: "Choose a file with data." },
  },
  "file-kind-unknown": {
    weight: "error",
    message: { nl: "Dit soort bestand kan niet ingelezen worden.", en: "This kind of file cannot be imported." },
    mend: {
      nl: "Geef een werkmap (xlsx, xlsm, xlsb, xls), een tekstbestand (csv, txt) of een zip daarvan.",
      en: "Give a workbook (xlsx, xlsm, xlsb, xls), a text file (csv, txt) or a zip of those.",
    },
  },
  "file-too-large": {
    weight: "error",
    message: { nl: "Uitgepakt is dit bestand {size} MB; dat is meer dan wordt aanvaard.", en: "Unpacked this file is {size} MB, which is more than is accepted." },
    mend: { nl: "Geef het uitgepakt of in delen.", en: "Give it unpacked or in parts." },
  },
  "file-damaged": {
    weight: "error",
    message: { nl: "Het bestand is beschadigd of beveiligd ({what}).", en: "The file is damaged or protected ({what})." },
    mend: {
      nl: "Open het in het rekenblad, bewaar het opnieuw als xlsx zonder wachtwoord en probeer het nog eens.",
      en: "Open it in the spreadsheet, save it again as xlsx without a password and try once more.",
    },
  },
  "nothing-to-import": {
    weight: "error",
    message: { nl: "In deze bestanden staat niets dat ingelezen kan worden.", en: "Nothing in these files can be imported." },
    mend: {
      nl: "Zet boven de gegevens een rij met period, geolevel, geoitem en de onderwerpcodes, of met Onderwerpcode, Itemcode of twee niveaucodes.",
      en: "Put a row above the data with period, geolevel, geoitem and the indicator codes, or with Indicator code, Itemcode or two level codes.",
    },
  },
  "flow-later": {
    weight: "error",
    message: { nl: "Stroomgegevens kunnen nog niet ingelezen worden.", en: "Flow data cannot be imported yet." },
    mend: { nl: "Laat dit blad weg (--leave “{sheet}”); de rest kan wel.", en: "Leave this sheet out (--leave “{sheet}”); the rest can go in." },
  },
  "column-missing": {
    weight: "error",
    message: { nl: "Er is geen kolom “{wanted}”.", en: "There is no column “{wanted}”." },
    mend: { nl: "Voeg de kolom toe; ook “{also}” mag erboven staan.", en: "Add the column; “{also}” may stand above it too." },
  },
  "column-twice": {
    weight: "error",
    message: { nl: "De kolom “{head}” staat er twee keer.", en: "The column “{head}” stands there twice." },
    mend: { nl: "Verwijder of hernoem een van beide.", en: "Remove or rename one of them." },
  },
  "column-left": {
    weight: "remark",
    message: { nl: "Kolom {letters} “{head}” is niet ingelezen: {reason}.", en: "Column {letters} “{head}” was not imported: {reason}." },
    mend: { nl: "", en: "" },
  },
  "column-unknown": {
    weight: "error",
    message: { nl: "“{head}” is geen bestaand onderwerp.", en: "“{head}” is not an existing indicator." },
    mend: {
      nl: "Verbeter de code{hint}, laat de kolom weg (kop “TE VERWIJDEREN”), of maak het onderwerp met --create.",
      en: "Mend the code{hint}, leave the column out (head it “TE VERWIJDEREN”), or create the indicator with --create.",
    },
  },
  "column-empty": {
    weight: "remark",
    message: { nl: "In kolom {letters} “{head}” staat geen enkele waarde.", en: "Column {letters} “{head}” holds no value." },
    mend: { nl: "", en: "" },
  },
  "period-unreadable": {
    weight: "error",
    message: { nl: "“{text}” is geen periode.", en: "“{text}” is not a period." },
    mend: {
      nl: "Schrijf 2024, 2024-2025, 2024H1, 2024Q1 of 2024M01, als tekst of als getal, niet als datum.",
      en: "Write 2024, 2024-2025, 2024H1, 2024Q1 or 2024M01, as text or number, not as a date.",
    },
  },
  "level-unknown": {
    weight: "error",
    message: { nl: "Het gebiedsniveau “{code}” bestaat niet.", en: "The area level “{code}” does not exist." },
    mend: {
      nl: "Verbeter de code{hint}, of zeg wat bedoeld is: --as {code}=…",
      en: "Mend the code{hint}, or say what is meant: --as {code}=…",
    },
  },
  "level-question": {
    weight: "question",
    message: {
      nl: "Welke indeling is hier bedoeld met “{code}”? De huidige geldt sinds {from}, dit blad bevat {periods}. Codes die passen: {fits}.",
      en: "Which division does “{code}” mean here? Today’s holds since {from}, this sheet holds {periods}. Codes that fit: {fits}.",
    },
    mend: { nl: "Antwoord met {answers}.", en: "Answer with {answers}." },
  },
  "area-unknown": {
    weight: "error",
    message: { nl: "Op het niveau “{level}” bestaat geen gebied “{code}”.", en: "There is no area “{code}” on the level “{level}”." },
    mend: {
      nl: "Verbeter de code{hint}, of sla onbekende codes over met --skip-unknown.",
      en: "Mend the code{hint}, or skip unknown codes with --skip-unknown.",
    },
  },
  "area-fits-elsewhere": {
    weight: "question",
    message: {
      nl: "{unknown} van de {total} codes op “{level}” bestaan daar niet, maar op “{better}” passen ze alle {total}.",
      en: "{unknown} of the {total} codes on “{level}” do not exist there, but on “{better}” all {total} fit.",
    },
    mend: {
      nl: "Is “{better}” bedoeld, voeg dan toe: --as {level}={better}. Anders: verbeter de codes.",
      en: "If “{better}” is meant, add: --as {level}={better}. Otherwise mend the codes.",
    },
  },
  "code-zeros": {
    weight: "remark",
    message: { nl: "“{code}” op “{level}” is gelezen als “{known}” (nullen vooraan).", en: "“{code}” on “{level}” was read as “{known}” (leading zeros)." },
    mend: { nl: "", en: "" },
  },
  "indicator-unknown": {
    weight: "error",
    message: { nl: "Het onderwerp “{code}” bestaat niet.", en: "The indicator “{code}” does not exist." },
    mend: {
      nl: "Verbeter de code{hint}, maak het onderwerp met --create, of sla onbekende codes over met --skip-unknown.",
      en: "Mend the code{hint}, create the indicator with --create, or skip unknown codes with --skip-unknown.",
    },
  },
  "member-unknown": {
    weight: "error",
    message: { nl: "“{level}” heeft geen item “{code}”.", en: "“{level}” has no member “{code}”." },
    mend: {
      nl: "Verbeter de code{hint}, lees eerst het blad met de items in, of sla onbekende codes over met --skip-unknown.",
      en: "Mend the code{hint}, import the sheet with the items first, or skip unknown codes with --skip-unknown.",
    },
  },
  "dimension-unknown": {
    weight: "error",
    message: { nl: "De dimensie “{code}” bestaat niet.", en: "The dimension “{code}” does not exist." },
    mend: {
      nl: "Verbeter de code{hint}, of voeg de dimensie toe in een blad met Dimensiecode en Naam.",
      en: "Mend the code{hint}, or add the dimension in a sheet with Dimensiecode and Naam.",
    },
  },
  "dimension-level-unknown": {
    weight: "error",
    message: { nl: "Het dimensieniveau “{code}” bestaat niet.", en: "The dimension level “{code}” does not exist." },
    mend: {
      nl: "Verbeter de code{hint}, of voeg het niveau toe in een blad met Dimensieniveaucode, Naam en Dimensiecode.",
      en: "Mend the code{hint}, or add the level in a sheet with Dimensieniveaucode, Naam and Dimensiecode.",
    },
  },
  "value-text": {
    weight: "error",
    message: { nl: "Bij “{indicator}” staat “{text}”, dat is geen getal.", en: "“{indicator}” holds “{text}”, which is not a number." },
    mend: {
      nl: "Schrijf een getal zonder punten tussen de duizendtallen, laat leeg, of gebruik -99997 (verborgen), -99998 (niet van toepassing), -99999 (onbekend).",
      en: "Write a number without thousands separators, leave empty, or use -99997 (hidden), -99998 (not applicable), -99999 (unknown).",
    },
  },
  "value-error": {
    weight: "error",
    message: { nl: "Bij “{indicator}” staat de rekenbladfout {text}.", en: "“{indicator}” holds the spreadsheet error {text}." },
    mend: { nl: "Herstel de formule of maak de cel leeg.", en: "Mend the formula or empty the cell." },
  },
  "key-missing": {
    weight: "error",
    message: { nl: "Deze rij heeft waarden maar geen {what}.", en: "This row has values but no {what}." },
    mend: { nl: "Vul aan of verwijder de rij.", en: "Complete or remove the row." },
  },
  duplicate: {
    weight: "error",
    message: {
      nl: "{count} records hebben dezelfde sleutel: {key} (rijen {rows}).",
      en: "{count} records have the same key: {key} (rows {rows}).",
    },
    mend: {
      nl: "Verwijder de dubbele, of tel ze op met --add-up.",
      en: "Remove the doubles, or add them up with --add-up.",
    },
  },
  "add-up-impossible": {
    weight: "error",
    message: { nl: "“{indicator}” is geen aantal: gelijke sleutels kunnen niet opgeteld worden.", en: "“{indicator}” is not a count: equal keys cannot be added up." },
    mend: { nl: "Verwijder de dubbele rijen.", en: "Remove the double rows." },
  },
  "formula-holds-data": {
    weight: "error",
    message: { nl: "“{indicator}” is een formule en kan geen ingelezen cijfers hebben.", en: "“{indicator}” is a formula and cannot hold imported figures." },
    mend: { nl: "Laat de kolom weg, of maak de formule leeg.", en: "Leave the column out, or empty the formula." },
  },
  "formula-over-data": {
    weight: "error",
    message: { nl: "“{indicator}” heeft al ingelezen cijfers en kan geen formule krijgen.", en: "“{indicator}” already holds imported figures and cannot be given a formula." },
    mend: { nl: "Geef de formule een eigen code, of maak de import van de cijfers ongedaan.", en: "Give the formula a code of its own, or undo the import of the figures." },
  },
  "formula-wrong": {
    weight: "error",
    message: { nl: "Formule van “{indicator}”: {message}", en: "Formula of “{indicator}”: {message}" },
    mend: { nl: "{mend}", en: "{mend}" },
  },
  "indicator-shape": {
    weight: "error",
    message: { nl: "“{indicator}” is {is} en dit blad bevat {given}.", en: "“{indicator}” is {is} and this sheet holds {given}." },
    mend: { nl: "Kijk de code na, of geef deze cijfers een eigen onderwerp.", en: "Check the code, or give these figures an indicator of their own." },
  },
  "cube-columns": {
    weight: "error",
    message: { nl: "De kubus “{indicator}” is gesplitst naar {wanted}; dit blad naar {given}.", en: "The cube “{indicator}” is split by {wanted}; this sheet by {given}." },
    mend: { nl: "Geef precies dezelfde dimensieniveaus.", en: "Give exactly the same dimension levels." },
  },
  "cube-one-indicator": {
    weight: "error",
    message: { nl: "Een kubus heeft precies één kolom met waarden; hier staan: {columns}.", en: "A cube has exactly one column of values; here stand: {columns}." },
    mend: { nl: "Zet elk onderwerp in een eigen blad.", en: "Put each indicator in a sheet of its own." },
  },
  "code-invalid": {
    weight: "error",
    message: { nl: "“{code}” kan geen code zijn.", en: "“{code}” cannot be a code." },
    mend: { nl: "Gebruik letters, cijfers en _, ten hoogste 50 tekens.", en: "Use letters, digits and _, at most 50 characters." },
  },
  "code-twice": {
    weight: "error",
    message: { nl: "De code “{code}” staat er meer dan eens.", en: "The code “{code}” stands there more than once." },
    mend: { nl: "Houd één rij per code; hoofdletters maken geen verschil.", en: "Keep one row a code; capitals make no difference." },
  },
  "code-missing": {
    weight: "error",
    message: { nl: "Deze rij heeft geen code.", en: "This row has no code." },
    mend: { nl: "Vul de code in of maak de rij leeg.", en: "Fill in the code or empty the row." },
  },
  "row-left": {
    weight: "remark",
    message: { nl: "Rij niet ingelezen: {reason}.", en: "Row not imported: {reason}." },
    mend: { nl: "", en: "" },
  },
  "value-unknown": {
    weight: "error",
    message: { nl: "In kolom “{head}” staat “{text}”, dat hier niet bestaat.", en: "Column “{head}” holds “{text}”, which does not exist here." },
    mend: { nl: "Kies uit: {choices}.", en: "Choose from: {choices}." },
  },
  "reference-unknown": {
    weight: "error",
    message: { nl: "“{indicator}” verwijst in “{head}” naar “{code}”, dat niet bestaat.", en: "“{indicator}” refers in “{head}” to “{code}”, which does not exist." },
    mend: { nl: "Verbeter de code{hint}, of lees dat onderwerp mee in.", en: "Mend the code{hint}, or import that indicator along." },
  },
  "source-created": {
    weight: "remark",
    message: { nl: "De bron “{code}” is nieuw; vul naam en licentie nog aan.", en: "The source “{code}” is new; complete its name and licence." },
    mend: { nl: "", en: "" },
  },
  "level-created": {
    weight: "remark",
    message: { nl: "Het gebiedsniveau “{code}” is nieuw; vul naam, geldigheid en plaats nog aan.", en: "The area level “{code}” is new; complete its name, validity and place." },
    mend: { nl: "", en: "" },
  },
  "weight-unreadable": {
    weight: "error",
    message: { nl: "“{text}” is geen gewicht.", en: "“{text}” is not a weight." },
    mend: { nl: "Schrijf een getal tussen 0 en 1, of laat leeg (niet bruikbaar).", en: "Write a number from 0 to 1, or leave empty (not usable)." },
  },
  "parent-twice": {
    weight: "error",
    message: { nl: "“{code}” staat hier bij twee gebieden of items: {parents}.", en: "“{code}” stands under two areas or members here: {parents}." },
    mend: { nl: "Geef gewichten in een derde kolom, of houd één rij.", en: "Give weights in a third column, or keep one row." },
  },
  "skipped-unknown": {
    weight: "remark",
    message: { nl: "{count} records overgeslagen omdat {what} “{code}” onbekend is.", en: "{count} records skipped because {what} “{code}” is unknown." },
    mend: { nl: "", en: "" },
  },
  "sum-differs": {
    weight: "remark",
    message: {
      nl: "{indicator}, {period}: de som van {child} in {parent} is {sum}, geladen is {loaded}.",
      en: "{indicator}, {period}: the sum of {child} in {parent} is {sum}, loaded is {loaded}.",
    },
    mend: { nl: "", en: "" },
  },
  "answer-unknown": {
    weight: "error",
    message: { nl: "“--as {text}” kan niet: het niveau “{code}” bestaat niet.", en: "“--as {text}” is not possible: the level “{code}” does not exist." },
    mend: { nl: "Schrijf --as gemeente=gemeente2024{hint}.", en: "Write --as gemeente=gemeente2024{hint}." },
  },
} as const satisfies Readonly<Record<string, Entry>>;

/** A code of the catalogue of import problems. */
export type ProblemCode = keyof typeof importProblems;

/** Where in the files a problem stands. */
export type Place = { readonly file: string; readonly sheet?: string; readonly row?: number; readonly column?: string };

/** One thing that an import has to say. Details may be texts in both languages. */
export type Problem = Place & {
  readonly code: ProblemCode;
  readonly details: Readonly<Record<string, string | number | Text>>;
};

/** How heavy a problem is. */
export function weightOf(problem: Problem): Weight {
  return importProblems[problem.code].weight;
}

function fill(text: string, problem: Problem, language: Language): string {
  const all: Record<string, string | number | Text> = { sheet: problem.sheet ?? "", ...problem.details };
  return text.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = all[name] ?? "";
    return typeof value === "object" ? say(value, language) : String(value);
  });
}

/** What is the matter and what to do, in a language. */
export function explainProblem(problem: Problem, language: Language): { message: string; mend: string } {
  const entry = importProblems[problem.code];
  return { message: fill(say(entry.message, language), problem, language), mend: fill(say(entry.mend, language), problem, language) };
}


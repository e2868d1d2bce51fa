import type { ImportProblem } from "./import-problem.ts";

/** What an import can have to say of files, columns, periods and areas. */
export const fileProblems = {
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
    message: {
      nl: "Uitgepakt is dit bestand {size} MB; dat is meer dan wordt aanvaard.",
      en: "Unpacked this file is {size} MB, which is more than is accepted.",
    },
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
  "flow-columns": {
    weight: "error",
    message: {
      nl: "Achter de kolom STROOM staan geen twee gebiedsniveaus.",
      en: "The column STROOM is not followed by two area levels.",
    },
    mend: {
      nl: "Zet boven de tweede kolom het niveau van vertrek en boven de derde het niveau van aankomst, of IDEM.",
      en: "Put the level of departure above the second column and the level of arrival above the third, or IDEM.",
    },
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
    message: {
      nl: "“{code}” op “{level}” is gelezen als “{known}” (nullen vooraan).",
      en: "“{code}” on “{level}” was read as “{known}” (leading zeros).",
    },
    mend: { nl: "", en: "" },
  },
} as const satisfies Readonly<Record<string, ImportProblem>>;

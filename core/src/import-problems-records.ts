import type { ImportProblem } from "./import-problem.ts";

/** What an import can have to say of indicators, values and definitions. */
export const recordProblems = {
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
    message: {
      nl: "“{indicator}” is geen aantal: gelijke sleutels kunnen niet opgeteld worden.",
      en: "“{indicator}” is not a count: equal keys cannot be added up.",
    },
    mend: { nl: "Verwijder de dubbele rijen.", en: "Remove the double rows." },
  },
  "formula-holds-data": {
    weight: "error",
    message: {
      nl: "“{indicator}” is een formule en kan geen ingelezen cijfers hebben.",
      en: "“{indicator}” is a formula and cannot hold imported figures.",
    },
    mend: { nl: "Laat de kolom weg, of maak de formule leeg.", en: "Leave the column out, or empty the formula." },
  },
  "formula-over-data": {
    weight: "error",
    message: {
      nl: "“{indicator}” heeft al ingelezen cijfers en kan geen formule krijgen.",
      en: "“{indicator}” already holds imported figures and cannot be given a formula.",
    },
    mend: {
      nl: "Geef de formule een eigen code, of maak de import van de cijfers ongedaan.",
      en: "Give the formula a code of its own, or undo the import of the figures.",
    },
  },
  "formula-wrong": {
    weight: "error",
    message: { nl: "Formule van “{indicator}”: {message}", en: "Formula of “{indicator}”: {message}" },
    mend: { nl: "{mend}", en: "{mend}" },
  },
  "indicator-shape": {
    weight: "error",
    message: { nl: "“{indicator}” is {is} en dit blad bevat {given}.", en: "“{indicator}” is {is} and this sheet holds {given}." },
    mend: {
      nl: "Kijk de code na, of geef deze cijfers een eigen onderwerp.",
      en: "Check the code, or give these figures an indicator of their own.",
    },
  },
  "shape-fixed": {
    weight: "error",
    message: {
      nl: "“{indicator}” heeft cijfers als {is} en kan geen {given} worden.",
      en: "“{indicator}” has figures as {is} and cannot become {given}.",
    },
    mend: {
      nl: "Laat het geotype zoals het was, of geef de cijfers een nieuw onderwerp.",
      en: "Leave the geo type as it was, or give the figures a new indicator.",
    },
  },
  "flow-contradicts": {
    weight: "error",
    message: {
      nl: "{key}: de twee richtingen spreken elkaar tegen, {value} en {other} (rijen {rows}).",
      en: "{key}: the two directions contradict each other, {value} and {other} (rows {rows}).",
    },
    mend: {
      nl: "Een saldo is heen en terug tegengesteld en binnen een gebied 0; Meervoudig is heen en terug gelijk. Houd één van beide rijen.",
      en: "A balance is opposite there and back and 0 within an area; Meervoudig is equal there and back. Keep one of the two rows.",
    },
  },
  "cube-columns": {
    weight: "error",
    message: {
      nl: "De kubus “{indicator}” is gesplitst naar {wanted}; dit blad naar {given}.",
      en: "The cube “{indicator}” is split by {wanted}; this sheet by {given}.",
    },
    mend: { nl: "Geef precies dezelfde dimensieniveaus.", en: "Give exactly the same dimension levels." },
  },
  "cube-one-indicator": {
    weight: "error",
    message: {
      nl: "Een kubus heeft precies één kolom met waarden; hier staan: {columns}.",
      en: "A cube has exactly one column of values; here stand: {columns}.",
    },
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
    message: {
      nl: "In kolom “{head}” staat “{text}”, dat hier niet bestaat.",
      en: "Column “{head}” holds “{text}”, which does not exist here.",
    },
    mend: { nl: "Kies uit: {choices}.", en: "Choose from: {choices}." },
  },
  "reference-unknown": {
    weight: "error",
    message: {
      nl: "“{indicator}” verwijst in “{head}” naar “{code}”, dat niet bestaat.",
      en: "“{indicator}” refers in “{head}” to “{code}”, which does not exist.",
    },
    mend: { nl: "Verbeter de code{hint}, of lees dat onderwerp mee in.", en: "Mend the code{hint}, or import that indicator along." },
  },
  "source-created": {
    weight: "remark",
    message: {
      nl: "De bron “{code}” is nieuw; vul naam en licentie nog aan.",
      en: "The source “{code}” is new; complete its name and licence.",
    },
    mend: { nl: "", en: "" },
  },
  "level-created": {
    weight: "remark",
    message: {
      nl: "Het gebiedsniveau “{code}” is nieuw; vul naam, geldigheid en plaats nog aan.",
      en: "The area level “{code}” is new; complete its name, validity and place.",
    },
    mend: { nl: "", en: "" },
  },
  "weight-unreadable": {
    weight: "error",
    message: { nl: "“{text}” is geen gewicht.", en: "“{text}” is not a weight." },
    mend: {
      nl: "Schrijf een getal tussen 0 en 1, of laat leeg (niet bruikbaar).",
      en: "Write a number from 0 to 1, or leave empty (not usable).",
    },
  },
  "parent-twice": {
    weight: "error",
    message: {
      nl: "“{code}” staat hier bij twee gebieden of items: {parents}.",
      en: "“{code}” stands under two areas or members here: {parents}.",
    },
    mend: { nl: "Geef gewichten in een derde kolom, of houd één rij.", en: "Give weights in a third column, or keep one row." },
  },
  "skipped-unknown": {
    weight: "remark",
    message: {
      nl: "{count} records overgeslagen omdat {what} “{code}” onbekend is.",
      en: "{count} records skipped because {what} “{code}” is unknown.",
    },
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
    message: {
      nl: "“--as {text}” kan niet: het niveau “{code}” bestaat niet.",
      en: "“--as {text}” is not possible: the level “{code}” does not exist.",
    },
    mend: { nl: "Schrijf --as gemeente=gemeente2024{hint}.", en: "Write --as gemeente=gemeente2024{hint}." },
  },
} as const satisfies Readonly<Record<string, ImportProblem>>;

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
  "format-too-large": {
    status: 413,
    message: {
      nl: "Deze vraag omvat {cells} cellen; in een bestand van de vorm {format} passen er {limit}.",
      en: "This question spans {cells} cells; a file of the format {format} holds {limit}.",
    },
    mend: {
      nl: "Kies minder gebieden, periodes of items, of neem CSV of Parquet, die elke omvang kunnen hebben.",
      en: "Choose fewer areas, periods or members, or take CSV or Parquet, which can be of any size.",
    },
  },
  "computation-too-large": {
    status: 413,
    message: {
      nl: "Deze berekening heeft alle {cells} cellen tegelijk nodig; er passen er {limit}.",
      en: "This computation needs all {cells} cells at once; {limit} fit.",
    },
    mend: {
      nl: "Vraag ze in delen (minder onderwerpen, gebieden, periodes of items), of vraag de cijfers zonder de berekening: die kennen geen grens.",
      en: "Ask for it in parts (fewer indicators, areas, periods or members), or for the figures without the computation: these have no limit.",
    },
  },
  "group-unknown": {
    status: 404,
    message: { nl: "De groep “{code}” bestaat niet.", en: "The group “{code}” does not exist." },
    mend: { nl: "Kijk de code na{hint}.", en: "Check the code{hint}." },
  },
  "group-overlap": {
    status: 422,
    message: {
      nl: "In de groep “{group}” overlappen {one} en {two}: wat ze delen zou dubbel tellen.",
      en: "In the group “{group}” {one} and {two} overlap: what they share would count twice.",
    },
    mend: { nl: "Laat een van beide weg.", en: "Leave one of them out." },
  },
  "group-unrelated": {
    status: 422,
    message: {
      nl: "Of {one} en {two} in de groep “{group}” overlappen, is niet bekend: geen tabel verbindt hun niveaus.",
      en: "Whether {one} and {two} in the group “{group}” overlap is not known: no table links their levels.",
    },
    mend: { nl: "Neem gebieden van één niveau.", en: "Take areas of one level." },
  },
  "no-borders": {
    status: 422,
    message: { nl: "Van het niveau “{level}” zijn geen grenzen bekend.", en: "Of the level “{level}” no borders are known." },
    mend: { nl: "Kies de gebieden zelf, of een ander niveau.", en: "Choose the areas yourself, or another level." },
  },
  "transformation-unfit": {
    status: 422,
    message: { nl: "“{what}” kan hier niet berekend worden.", en: "“{what}” cannot be computed here." },
    mend: { nl: "{mend}", en: "{mend}" },
  },
  "selection-invalid": {
    status: 400,
    message: { nl: "“{key}={value}” kan niet gelezen worden.", en: "“{key}={value}” cannot be read." },
    mend: { nl: "{expected}", en: "{expected}" },
  },
  "cursor-invalid": {
    status: 400,
    message: { nl: "Deze cursor hoort niet bij deze lijst.", en: "This cursor does not belong to this list." },
    mend: {
      nl: "Begin opnieuw zonder cursor, en neem de `next` van elk antwoord ongewijzigd over, met dezelfde filters.",
      en: "Start again without a cursor, and pass on the `next` of each answer unchanged, with the same filters.",
    },
  },
  "not-acceptable": {
    status: 406,
    message: {
      nl: "Dit adres kent geen antwoord van het type dat gevraagd wordt.",
      en: "This address has no answer of the type asked for.",
    },
    mend: { nl: "Kies uit: {choices}.", en: "Choose from: {choices}." },
  },
  "range-unsatisfiable": {
    status: 416,
    message: { nl: "Het gevraagde stuk ligt voorbij het einde.", en: "The part asked for lies beyond the end." },
    mend: { nl: "Het antwoord telt {bytes} bytes.", en: "The answer holds {bytes} bytes." },
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
  "formula-too-large": {
    status: 422,
    message: { nl: "De formule is te lang of te diep genest.", en: "The formula is too long or too deeply nested." },
    mend: { nl: "Splits ze op in formules die elkaar gebruiken.", en: "Split it into formulas that use each other." },
  },
  "formula-flow": {
    status: 422,
    message: {
      nl: "De formule gebruikt op positie {position} de stroomcijfers “{code}”.",
      en: "At position {position} the formula uses the flow figures “{code}”.",
    },
    mend: {
      nl: "Een formule met stroomcijfers is zelf een stroom: geef het onderwerp het geotype Stroom, of gebruik een ander onderwerp.",
      en: "A formula over flows is a flow itself: give the indicator the geo type Stroom, or use another indicator.",
    },
  },
  "formula-flow-mixed": {
    status: 422,
    message: {
      nl: "De formule rekent met stroomcijfers, en “{code}” op positie {position} zijn er geen.",
      en: "The formula computes flows, and “{code}” at position {position} is none.",
    },
    mend: {
      nl: "Gebruik alleen stroomcijfers en getallen, of geef het onderwerp een ander geotype dan Stroom, Saldo of Meervoudig.",
      en: "Use flows and numbers only, or give the indicator another geo type than Stroom, Saldo or Meervoudig.",
    },
  },
  "flow-side": {
    status: 422,
    message: {
      nl: "Van de stroomcijfers “{code}” bestaat “flow={side}” niet.",
      en: "Of the flow figures “{code}” there is no “flow={side}”.",
    },
    mend: { nl: "Vraag {choices}.", en: "Ask for {choices}." },
  },
  "flow-partner-mixed": {
    status: 422,
    message: {
      nl: "“{code}” zijn geen stroomcijfers en hebben geen ander gebied.",
      en: "“{code}” is no flow and has no other area.",
    },
    mend: {
      nl: "Vraag met “partner” alleen stroomcijfers.",
      en: "With “partner”, ask for flows only.",
    },
  },
  "formula-not-cube": {
    status: 422,
    message: {
      nl: "“cell” vraagt op positie {position} een kubus, en “{code}” is er geen.",
      en: "At position {position} “cell” wants a cube, which “{code}” is not.",
    },
    mend: { nl: "Schrijf de code zonder “cell”, of kies een kubus.", en: "Write the code without “cell”, or choose a cube." },
  },
  "formula-cell-unknown": {
    status: 422,
    message: {
      nl: "“{text}” op positie {position} is geen item van de kubus “{cube}”.",
      en: "“{text}” at position {position} is no member of the cube “{cube}”.",
    },
    mend: {
      nl: "Schrijf <dimensieniveau>_<item>, met een niveau uit: {levels}{hint}.",
      en: "Write <dimension level>_<member>, with a level out of: {levels}{hint}.",
    },
  },
  "formula-dimension-twice": {
    status: 422,
    message: {
      nl: "“{text}” op positie {position} kiest een tweede keer uit de dimensie “{dimension}”.",
      en: "“{text}” at position {position} chooses from the dimension “{dimension}” a second time.",
    },
    mend: { nl: "Tel twee cellen op: cell(…) + cell(…).", en: "Add two cells: cell(…) + cell(…)." },
  },
  "file-unreadable": {
    status: 422,
    message: { nl: "Dit is geen leesbaar {format}-bestand: {what}.", en: "This is no readable {format} file: {what}." },
    mend: { nl: "Download het opnieuw.", en: "Download it again." },
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
  "bulk-missing": {
    status: 404,
    message: { nl: "Van de publicatie “{id}” zijn geen bestanden gemaakt.", en: "No files were made of the release “{id}”." },
    mend: {
      nl: "Vraag de cijfers per onderwerp, of maak de bestanden met: peil publish.",
      en: "Ask for the figures per indicator, or make the files with: peil publish.",
    },
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
  "folder-not-empty": {
    status: 409,
    message: { nl: "De map {folder} is niet leeg.", en: "The folder {folder} is not empty." },
    mend: { nl: "Kies een nieuwe map.", en: "Choose a new folder." },
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
  "website-missing": {
    status: 500,
    message: { nl: "In de map {folder} staat geen gebouwde website.", en: "There is no built website in the folder {folder}." },
    mend: { nl: "Bouw ze met: npm run build.", en: "Build it with: npm run build." },
  },
  "command-wrong": {
    status: 400,
    message: { nl: "Het commando “{given}” bestaat niet of klopt niet.", en: "The command “{given}” does not exist or is wrong." },
    mend: { nl: "Gebruik: {usage}", en: "Use: {usage}" },
  },
  "code-taken": {
    status: 409,
    message: { nl: "“{code}” bestaat al ({kind}).", en: "“{code}” exists already ({kind})." },
    mend: {
      nl: "Kies een andere code; hoofdletters en kleine letters tellen als gelijk.",
      en: "Choose another code; capitals and small letters count as equal.",
    },
  },
  "code-fixed": {
    status: 409,
    message: { nl: "De code “{code}” ({kind}) kan niet veranderen.", en: "The code “{code}” ({kind}) cannot change." },
    mend: { nl: "Maak iets nieuws onder de nieuwe code.", en: "Create a new one under the new code." },
  },
  "load-unknown": {
    status: 404,
    message: { nl: "De import “{id}” bestaat niet.", en: "The import “{id}” does not exist." },
    mend: { nl: "peil undo toont de lijst van imports.", en: "peil undo shows the list of imports." },
  },
  "data-newer": {
    status: 500,
    message: {
      nl: "De gegevens zijn geschreven door een nieuwere versie van Peil ({what}).",
      en: "The data were written by a newer version of Peil ({what}).",
    },
    mend: { nl: "Gebruik die nieuwere versie.", en: "Use that newer version." },
  },
  "store-damaged": {
    status: 500,
    message: { nl: "Het bestand {file} is beschadigd.", en: "The file {file} is damaged." },
    mend: { nl: "Zet de laatste reservekopie van de gegevensmap terug.", en: "Put back the latest backup of the data folder." },
  },
  "load-missing": {
    status: 500,
    message: {
      nl: "Van de import {id} ontbreekt het bestand {file}, of het is veranderd.",
      en: "Of the import {id} the file {file} is missing, or it has changed.",
    },
    mend: {
      nl: "Zet het bestand terug uit een reservekopie, of maak die import ongedaan en doe hem opnieuw.",
      en: "Put the file back from a backup, or undo that import and do it again.",
    },
  },
  "disk-full": {
    status: 507,
    message: { nl: "De schijf van {folder} is vol.", en: "The disk of {folder} is full." },
    mend: { nl: "Maak plaats en probeer het opnieuw.", en: "Make room and try again." },
  },
  "database-unreachable": {
    status: 503,
    message: { nl: "De databank {where} antwoordt niet ({why}).", en: "The database {where} does not answer ({why})." },
    mend: {
      nl: "Start ze, of verbeter het adres in PEIL_DATABASE_URL.",
      en: "Start it, or mend the address in PEIL_DATABASE_URL.",
    },
  },
  "print-busy": {
    status: 503,
    message: { nl: "Er wachten al veel documenten op hun beurt.", en: "Many documents are waiting for their turn already." },
    mend: { nl: "Probeer het over een minuut opnieuw.", en: "Try again in a minute." },
  },
  "exchange-file-missing": {
    status: 422,
    message: { nl: "{file} ontbreekt in {folder}.", en: "{file} is missing in {folder}." },
    mend: {
      nl: "Voeg het toe; docs/exchange-format.md beschrijft alle bestanden.",
      en: "Add it; docs/exchange-format.md describes all files.",
    },
  },
  "exchange-version": {
    status: 422,
    message: {
      nl: "{file} is geschreven in “{found}”, dat hier niet gelezen kan worden.",
      en: "{file} is written in “{found}”, which cannot be read here.",
    },
    mend: { nl: "Verwacht: {expected}.", en: "Expected: {expected}." },
  },
  "exchange-invalid": {
    status: 422,
    message: { nl: "{file}, {place}: “{found}” kan hier niet staan.", en: "{file}, {place}: “{found}” cannot stand here." },
    mend: { nl: "Verwacht: {expected}.", en: "Expected: {expected}." },
  },
  "exchange-unknown-code": {
    status: 422,
    message: { nl: "{file}, {place}: “{code}” bestaat niet.", en: "{file}, {place}: “{code}” does not exist." },
    mend: { nl: "Voeg het toe in {where}, of verbeter de code.", en: "Add it in {where}, or mend the code." },
  },
  "exchange-duplicate": {
    status: 422,
    message: { nl: "{file}, {place}: “{code}” staat er twee keer.", en: "{file}, {place}: “{code}” stands there twice." },
    mend: {
      nl: "Laat er één staan; hoofdletters en kleine letters tellen als gelijk.",
      en: "Keep one of them; capitals and small letters count as equal.",
    },
  },
  "exchange-place-outside": {
    status: 422,
    message: {
      nl: "{file}: {count} objecten liggen in geen enkel gebied van “{level}”: {codes}.",
      en: "{file}: {count} objects lie in no area of “{level}”: {codes}.",
    },
    mend: {
      nl: "Verbeter hun coördinaten, geef “{level}” een gebied 99991 voor wat nergens ligt, of zet in aggregation.csv waar ze bij horen.",
      en: "Mend their coordinates, give “{level}” an area 99991 for what lies nowhere, or say in aggregation.csv where they belong.",
    },
  },
  "exchange-path": {
    status: 422,
    message: { nl: "{file} wil buiten zijn map schrijven: {path}.", en: "{file} wants to write outside its folder: {path}." },
    mend: { nl: "Pak het bestand opnieuw in, met gewone namen.", en: "Pack the file again, with ordinary names." },
  },
  "exchange-unreadable": {
    status: 422,
    message: { nl: "{file} kan niet gelezen worden: {why}.", en: "{file} cannot be read: {why}." },
    mend: { nl: "Schrijf het bestand opnieuw.", en: "Write the file again." },
  },
  "figures-unknown-codes": {
    status: 422,
    message: {
      nl: "{file}: {count} codes in de kolom {column} bestaan niet: {codes}.",
      en: "{file}: {count} codes in the column {column} do not exist: {codes}.",
    },
    mend: { nl: "Voeg ze toe of verbeter ze.", en: "Add them or mend them." },
  },
  "figures-duplicate": {
    status: 422,
    message: {
      nl: "{file}: {count} cijfers staan er meer dan eens: {keys}.",
      en: "{file}: {count} figures stand there more than once: {keys}.",
    },
    mend: { nl: "Laat per gebied, periode en item één cijfer staan.", en: "Keep one figure per area, period and member." },
  },
  "figures-invalid": {
    status: 422,
    message: { nl: "{file}: {count} rijen hebben geen geldig cijfer: {keys}.", en: "{file}: {count} rows have no valid figure: {keys}." },
    mend: {
      nl: "Een rij met status 0 heeft een getal of een tekst; andere toestanden zijn 1 (leeg), 2 (verborgen), 3 (niet van toepassing) en 4 (onbekend).",
      en: "A row with status 0 has a number or a text; other states are 1 (empty), 2 (hidden), 3 (not applicable) and 4 (unknown).",
    },
  },
  "workspace-invalid": {
    status: 422,
    message: {
      nl: "Deze werkruimte kan niet gelezen worden. Bij “{place}” staat: {found}.",
      en: "This workspace cannot be read. At “{place}” stands: {found}.",
    },
    mend: { nl: "Verwacht: {expected}.", en: "Expected: {expected}." },
  },
  "workspace-newer": {
    status: 422,
    message: {
      nl: "Deze werkruimte is bewaard door een nieuwere versie van de databank (vorm {version}).",
      en: "This workspace was saved by a newer version of the data bank (shape {version}).",
    },
    mend: {
      nl: "Herlaad de pagina, of open ze op de site waar ze bewaard werd.",
      en: "Reload the page, or open it on the site that saved it.",
    },
  },
  "workspace-too-large": {
    status: 413,
    message: { nl: "Deze werkruimte is groter dan {limit} kB.", en: "This workspace is larger than {limit} kB." },
    mend: { nl: "Sluit enkele tabbladen, of bewaar ze in een bestand.", en: "Close some tabs, or save it to a file." },
  },
  "workspace-unknown": {
    status: 404,
    message: { nl: "Achter deze link staat geen werkruimte: {hash}.", en: "There is no workspace behind this link: {hash}." },
    mend: { nl: "Kijk na of de link volledig is.", en: "Check whether the link is complete." },
  },
  "sharing-off": {
    status: 503,
    message: { nl: "Delen lukt nu niet: de site kan niets bewaren.", en: "Sharing does not work now: the site cannot keep anything." },
    mend: { nl: "Bewaar je werk in een bestand, of probeer het later opnieuw.", en: "Save your work to a file, or try again later." },
  },
  "too-often": {
    status: 429,
    message: { nl: "Je deelde te veel links na elkaar.", en: "You shared too many links in a row." },
    mend: { nl: "Probeer het opnieuw over {minutes} min.", en: "Try again in {minutes} min." },
  },
  "key-taken": {
    status: 409,
    message: { nl: "Er is of was al een sleutel “{name}”.", en: "There is, or was, a key “{name}” already." },
    mend: {
      nl: "Kies een andere naam: de geschiedenis zegt ermee wie wat inlas.",
      en: "Choose another name: the history says with it who imported what.",
    },
  },
  "key-unknown": {
    status: 404,
    message: {
      nl: "Er is geen sleutel “{name}”, of meer dan één begint zo.",
      en: "There is no key “{name}”, or more than one begins like that.",
    },
    mend: { nl: "peil key list toont de sleutels.", en: "peil key list shows the keys." },
  },
  "key-needed": {
    status: 401,
    message: { nl: "Hiervoor is een sleutel nodig.", en: "This needs a key." },
    mend: {
      nl: "Stuur ze als kop apikey of als parameter apikey; de beheerder maakt er een met: peil key add NAAM --upload.",
      en: "Send it as the header apikey or the parameter apikey; the administrator makes one with: peil key add NAME --upload.",
    },
  },
  "key-refused": {
    status: 401,
    message: { nl: "Deze sleutel is onbekend of ingetrokken.", en: "This key is unknown or was revoked." },
    mend: { nl: "Vraag de beheerder een nieuwe.", en: "Ask the administrator for a new one." },
  },
  "key-without-right": {
    status: 403,
    message: { nl: "Met de sleutel “{name}” kan niet ingelezen worden.", en: "The key “{name}” may not upload." },
    mend: {
      nl: "Vraag de beheerder een sleutel met dat recht: peil key add NAAM --upload.",
      en: "Ask the administrator for a key with that right: peil key add NAME --upload.",
    },
  },
  "keys-off": {
    status: 503,
    message: { nl: "Inlezen lukt nu niet: de site kan niets bewaren.", en: "Uploading does not work now: the site cannot keep anything." },
    mend: { nl: "Probeer het later opnieuw.", en: "Try again later." },
  },
  "limit-reached": {
    status: 429,
    message: { nl: "Je stelde meer dan {limit} vragen {window}.", en: "You asked more than {limit} questions {window}." },
    mend: { nl: "Ga verder over {seconds} s.", en: "Go on in {seconds} s." },
  },
  "too-many-at-once": {
    status: 429,
    message: { nl: "Er lopen al {limit} vragen van jou tegelijk.", en: "{limit} questions of yours are being answered already." },
    mend: {
      nl: "Wacht tot er een klaar is, en vraag opnieuw over {seconds} s.",
      en: "Wait until one is done, and ask again in {seconds} s.",
    },
  },
  "upload-too-large": {
    status: 413,
    message: { nl: "Wat je stuurt is groter dan {limit} MB.", en: "What you send is larger than {limit} MB." },
    mend: {
      nl: "Stuur het in delen, als zip, of lees het in met: peil import.",
      en: "Send it in parts, as a zip, or import it with: peil import.",
    },
  },
  "upload-unreadable": {
    status: 400,
    message: { nl: "Hier komt geen leesbaar bestand toe ({why}).", en: "No readable file arrives here ({why})." },
    mend: {
      nl: "Stuur één of meer bestanden als multipart/form-data.",
      en: "Send one or more files as multipart/form-data.",
    },
  },
  "upload-busy": {
    status: 503,
    message: { nl: "Er wachten al {count} bestanden om ingelezen te worden.", en: "{count} files are waiting to be imported already." },
    mend: { nl: "Probeer het over een minuut opnieuw.", en: "Try again in a minute." },
  },
  "no-connection": {
    status: 503,
    message: { nl: "De site antwoordt niet.", en: "The site does not answer." },
    mend: { nl: "Kijk je verbinding na en probeer opnieuw.", en: "Check your connection and try again." },
  },
  "sdmx-no-results": {
    status: 404,
    message: { nl: "SDMX: voor “{what}” is er niets.", en: "SDMX: there is nothing for “{what}”." },
    mend: {
      nl: "Kijk de codes na in de codelijsten: /sdmx/v2/structure/dataflow toont wat er is.",
      en: "Check the codes in the code lists: /sdmx/v2/structure/dataflow shows what there is.",
    },
  },
  "sdmx-query": {
    status: 400,
    message: { nl: "SDMX: “{part}={value}” kan niet gelezen worden.", en: "SDMX: “{part}={value}” cannot be read." },
    mend: { nl: "Verwacht: {expected}.", en: "Expected: {expected}." },
  },
  "sdmx-format": {
    status: 406,
    message: { nl: "SDMX: “{asked}” wordt hier niet aangeboden.", en: "SDMX: “{asked}” is not offered here." },
    mend: { nl: "Vraag een van: {choices}.", en: "Ask for one of: {choices}." },
  },
  "sdmx-not-offered": {
    status: 501,
    message: { nl: "SDMX: “{what}” wordt hier niet aangeboden.", en: "SDMX: “{what}” is not offered here." },
    mend: { nl: "{mend}", en: "{mend}" },
  },
  internal: {
    status: 500,
    message: { nl: "Er ging iets mis aan onze kant.", en: "Something went wrong on our side." },
    mend: { nl: "Probeer het opnieuw; blijft het misgaan, meld dan nummer {id}.", en: "Try again; if it stays, report number {id}." },
  },
} as const satisfies Readonly<Record<string, Entry>>;

/** A code of the catalogue. */
export type ErrorCode = keyof typeof catalogue;

/** What fills the blanks of a message. Words that differ by language stand under `name` in Dutch and under `name:en` in English. */
export type ErrorDetails = Readonly<Record<string, string | number>>;

/** A blank in words of each language. */
export function blank(name: string, text: Text): ErrorDetails {
  return text.en === undefined ? { [name]: text.nl } : { [name]: text.nl, [`${name}:en`]: text.en };
}

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

function fill(text: string, details: ErrorDetails, language: Language): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => String(details[`${name}:${language}`] ?? details[name] ?? ""));
}

/** What happened and what to do, in a language. */
export function explainError(error: PeilError, language: Language): { message: string; mend: string } {
  const entry = catalogue[error.code];
  return {
    message: fill(say(entry.message, language), error.details, language),
    mend: fill(say(entry.mend, language), error.details, language),
  };
}

import { userInfo } from "node:os";
import { parseArgs } from "node:util";
import { explainError, PeilError } from "@peil/core/errors.ts";
import type { Language } from "@peil/core/model/text.ts";
import { importFiles, type Progress, type Target } from "./import.ts";
import { defaultOptions, type ImportOptions } from "./options.ts";
import { printReport } from "./print.ts";

/** What a command needs from whoever runs it. */
export type CommandContext = {
  readonly workingCopy: () => Promise<Target>;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly language: Language;
};

const usage = {
  nl: `Gebruik: peil import BESTAND… [keuzes]

Leest werkmappen (xlsx, xlsm, xlsb, xls), tekstbestanden (csv, txt) of een zip daarvan in. Alles of niets.
Een map of zip in uitwisselformaat (met peil.json) brengt een hele site in; daarbij kunnen alleen --by en --note.

  --dry-run          alleen kijken, niets wijzigen
  --replace          vervang alle cijfers van de onderwerpen in de bestanden
  --keep             vervang ook de combinaties onderwerp × periode × niveau niet; enkel gelijke records
  --fixed-periods    laat eerste en laatste periode van onderwerpen ongemoeid
  --add-up           tel records met gelijke sleutels op
  --drop-empty       laat lege en niet-toepasselijke records weg
  --skip-unknown     sla records met onbekende codes over
  --create           maak onderwerpen (en niveaus van gebiedsdefinities) die nog niet bestaan
  --as VAN=NAAR      wat een niveau in de bestanden betekent: --as gemeente=gemeente2024
  --leave BLAD       lees dit blad niet in
  --by NAAM          wie inleest; --note TEKST een opmerking voor de geschiedenis
`,
  en: `Use: peil import FILE… [choices]

Imports workbooks (xlsx, xlsm, xlsb, xls), text files (csv, txt) or a zip of those. All or nothing.
A folder or zip in exchange format (with peil.json) brings in a whole site; only --by and --note go with it.

  --dry-run          only look, change nothing
  --replace          replace all figures of the indicators in the files
  --keep             do not even replace the combinations indicator × period × level; only equal records
  --fixed-periods    leave first and last period of indicators alone
  --add-up           add up records with equal keys
  --drop-empty       leave out empty and not-applicable records
  --skip-unknown     skip records with unknown codes
  --create           create indicators (and levels of area definitions) that do not exist yet
  --as FROM=TO       what a level in the files means: --as gemeente=gemeente2024
  --leave SHEET      do not read this sheet
  --by NAME          who imports; --note TEXT a remark for the history
`,
} as const;

const flags = {
  "dry-run": { type: "boolean" },
  replace: { type: "boolean" },
  keep: { type: "boolean" },
  "fixed-periods": { type: "boolean" },
  "add-up": { type: "boolean" },
  "drop-empty": { type: "boolean" },
  "skip-unknown": { type: "boolean" },
  create: { type: "boolean" },
  as: { type: "string", multiple: true },
  leave: { type: "string", multiple: true },
  by: { type: "string" },
  note: { type: "string" },
  json: { type: "boolean" },
  help: { type: "boolean", short: "h" },
} as const;

/** What the arguments of `peil import` say, or undefined where they cannot be read. */
export function parseImportArgs(
  args: readonly string[],
): { files: readonly string[]; options: ImportOptions; json: boolean; help: boolean } | undefined {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options: flags, allowPositionals: true });
    const as = (values.as ?? []).map((each) => each.split("="));
    if (as.some((each) => each.length !== 2 || each.includes(""))) return undefined;
    const options: ImportOptions = {
      ...defaultOptions,
      replace: values.replace ?? false,
      replaceCombinations: !(values.keep ?? false),
      adjustPeriods: !(values["fixed-periods"] ?? false),
      addUp: values["add-up"] ?? false,
      dropEmpty: values["drop-empty"] ?? false,
      skipUnknown: values["skip-unknown"] ?? false,
      dryRun: values["dry-run"] ?? false,
      create: values.create ?? false,
      as: Object.fromEntries(as.map(([from, to]) => [from ?? "", to ?? ""])),
      leave: values.leave ?? [],
      by: values.by ?? userInfo().username,
      note: values.note ?? "",
    };
    return { files: positionals, options, json: values.json ?? false, help: values.help ?? false };
  } catch {
    return undefined;
  }
}

/** The argument that cannot be read. */
function wrongIn(args: readonly string[]): string {
  const { tokens } = parseArgs({ args: [...args], options: flags, allowPositionals: true, strict: false, tokens: true });
  const wrong = tokens.find((each) => {
    if (each.kind !== "option") return false;
    const known = Object.entries(flags).find(([name]) => name === each.name)?.[1];
    if (known === undefined || (known.type === "boolean") !== (each.value === undefined)) return true;
    return known.type === "string" && (each.value?.startsWith("-") || (each.name === "as" && !/^[^=]+=[^=]+$/.test(each.value ?? "")));
  });
  if (wrong?.kind !== "option") return args.join(" ");
  return wrong.value === undefined ? wrong.rawName : `${wrong.rawName} ${wrong.value}`;
}

/**
 * `peil import`: reads files into the working copy and prints what it found and did.
 * @returns 0 imported (or would be), 1 refused, 2 arguments that cannot be read
 */
export async function importCommand(args: readonly string[], context: CommandContext): Promise<number> {
  const parsed = parseImportArgs(args);
  if (parsed?.help) {
    context.out(usage[context.language === "nl" ? "nl" : "en"]);
    return 0;
  }
  if (parsed === undefined) {
    const wrong = new PeilError("command-wrong", { given: `import ${wrongIn(args)}`, usage: "peil import --help" });
    const { message, mend } = explainError(wrong, context.language);
    context.err(`${message} ${mend}\n`);
    return 2;
  }
  if (parsed.files.length === 0) {
    context.err(usage[context.language === "nl" ? "nl" : "en"]);
    return 2;
  }
  const report = await importFiles(parsed.files, await context.workingCopy(), parsed.options, teller(context));
  context.out(parsed.json ? `${JSON.stringify(report, undefined, 2)}\n` : printReport(report, context.language));
  return report.outcome === "refused" ? 1 : 0;
}

const steps = {
  open: { nl: "openen", en: "opening" },
  recognise: { nl: "herkennen", en: "recognising" },
  look: { nl: "bekijken", en: "looking" },
  stage: { nl: "lezen", en: "reading" },
  compare: { nl: "vergelijken", en: "comparing" },
  write: { nl: "schrijven", en: "writing" },
} as const;

/** Says what is being done once it takes more than a second, and then every second. */
function teller(context: CommandContext): Progress {
  let last = performance.now();
  return (step, done) => {
    if (performance.now() - last < 1000) return;
    last = performance.now();
    const words = steps[step][context.language === "nl" ? "nl" : "en"];
    const rows = context.language === "nl" ? "rijen" : "rows";
    context.err(done > 0 ? `… ${words}: ${done.toLocaleString(context.language)} ${rows}\n` : `… ${words}\n`);
  };
}

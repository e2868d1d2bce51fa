import type { ImportProblem } from "./import-problem.ts";

/** What an import can have to say of a table of workspaces of a former site. */
export const workspaceProblems = {
  "workspace-guid": {
    weight: "error",
    message: { nl: "“{text}” is geen workspace_guid.", en: "“{text}” is not a workspace_guid." },
    mend: {
      nl: "Schrijf de letters, cijfers en streepjes die in de oude link achter workspace_guid= staan.",
      en: "Write the letters, digits and dashes that stand behind workspace_guid= in the old link.",
    },
  },
  "workspace-target": {
    weight: "error",
    message: { nl: "Waar “{guid}” heen leidt, kan niet gelezen worden: “{text}”.", en: "Where “{guid}” leads cannot be read: “{text}”." },
    mend: {
      nl: "Schrijf een adres van deze site (/indicator/inwoners?level=gemeente, /w/0123456789abcdef) of een selectie (indicator=inwoners&level=gemeente), of vul de kolom var in.",
      en: "Write an address of this site (/indicator/inwoners?level=gemeente, /w/0123456789abcdef) or a selection (indicator=inwoners&level=gemeente), or fill in the column var.",
    },
  },
  "workspace-unknown": {
    weight: "error",
    message: {
      nl: "“{guid}” leidt naar {what} “{code}”, dat niet bestaat.",
      en: "“{guid}” leads to {what} “{code}”, which does not exist.",
    },
    mend: { nl: "Verbeter de code{hint}.", en: "Mend the code{hint}." },
  },
  "workspace-twice": {
    weight: "error",
    message: { nl: "“{guid}” staat er twee keer, met een ander doel.", en: "“{guid}” stands there twice, with another target." },
    mend: { nl: "Houd één rij.", en: "Keep one row." },
  },
} as const satisfies Readonly<Record<string, ImportProblem>>;

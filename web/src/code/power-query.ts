import { oneLine, type Snippet } from "./snippet.ts";

/** A query in M, the language of Power Query: for Excel and Power BI. Codes stay text; figures are numbers in every regional setting. */
export const powerQuery: Snippet = {
  name: "power-query",
  label: "Excel, Power BI (Power Query)",
  write: ({ title, file }) => `// ${oneLine(title)}
let
    Source = Web.Contents("${file("csv")}"),
    Rows = Csv.Document(Source, [Delimiter = ",", Encoding = 65001, QuoteStyle = QuoteStyle.Csv]),
    Figures = Table.PromoteHeaders(Rows, [PromoteAllScalars = true]),
    Empty = Table.ReplaceValue(Figures, "", null, Replacer.ReplaceValue, {"value"}),
    Typed = Table.TransformColumnTypes(Empty, {{"value", type number}}, "en-US")
in
    Typed`,
};

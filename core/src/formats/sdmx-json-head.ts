import { type Language, languages, say, type Text } from "../model/text.ts";
import type { CubeHead } from "./format.ts";
import { momentsOf } from "./sdmx-ids.ts";
import { type Dimension, ofDataset, ofIndicator, type Said } from "./sdmx-layout.ts";
import { attributesIn, isOfObservation, type MessageOptions, referenceOf } from "./sdmx-message.ts";
import { type Attribute, conceptNames, unknownAgency } from "./sdmx-terms.ts";

const schema = "https://raw.githubusercontent.com/sdmx-twg/sdmx-json/master/data-message/tools/schemas/2.0.0/sdmx-json-data-schema.json";

/** A name in the language of the reader, and in all. */
export function named(text: Text, language: Language): { readonly name: string; readonly names: Readonly<Record<string, string>> } {
  const names = Object.fromEntries(languages.flatMap((each) => (text[each] === undefined ? [] : [[each, text[each]]])));
  return { name: say(text, language), names };
}

/** A data message up to its observations: about the message, its structure, and what is said of whole data sets. */
export function describedMessage(head: CubeHead, dimensions: readonly Dimension[], options: MessageOptions): string {
  const { language, publisher } = options;
  const meta = {
    schema,
    id: `${publisher?.agency ?? unknownAgency}-${head.release}`.replace(/[^A-Za-z0-9_@$-]/g, "_"),
    ...(publisher === undefined ? {} : { prepared: publisher.at }),
    test: false,
    contentLanguages: [language, ...languages.filter((each) => each !== language)],
    sender: { id: (publisher?.agency ?? unknownAgency).replace(/[^A-Za-z0-9_@$-]/g, "_") },
  };
  const { type, urn } = referenceOf(head, options);
  const links = [{ rel: type, urn }];
  const grouped = groupedAttributes(head, dimensions, options);
  const notes = head.notes.map(({ kind, text }) => {
    const { name, names } = named(text, language);
    return { type: kind, text: name, texts: names };
  });
  const structure = {
    dataSets: [0],
    links,
    ...titleOf(head, language),
    dimensions: levels(dimensions, options),
    measures: {
      observation:
        options.measures === false ? [] : [{ id: "OBS_VALUE", ...named(conceptNames.OBS_VALUE, language), format: { dataType: "Double" } }],
    },
    attributes: {
      dataSet: grouped.dataSet.map((each) => attributeJson(each, options, grouped.values(each))),
      dimensionGroup: grouped.group.map((each) => attributeJson(each, options, grouped.values(each))),
      series: [],
      observation: attributesIn(head, options)
        .filter(isOfObservation)
        .map((each) => attributeJson(each, options)),
    },
    annotations: notes,
  };
  const set = {
    structure: 0,
    action: "Information",
    links,
    annotations: notes.map((_, at) => at),
    attributes: grouped.dataSet.map(() => 0),
    dimensionGroupAttributes: grouped.places,
  };
  return `{"meta":${JSON.stringify(meta)},"data":{"structures":[${JSON.stringify(structure)}],"dataSets":[${JSON.stringify(set).slice(0, -1)}`;
}

function titleOf(head: CubeHead, language: Language): object {
  const [first] = head.axes.find((axis) => axis.role === "indicator")?.members ?? [];
  return first === undefined ? {} : named(first.label, language);
}

function levels(dimensions: readonly Dimension[], options: MessageOptions): object {
  const all = dimensions.map((each, keyPosition) => ({ each, json: dimensionJson(each, keyPosition, options.language) }));
  if (options.observation === undefined) return { dataSet: [], series: [], observation: all.map(({ json }) => json) };
  const inner = ({ each }: { each: Dimension }): boolean => each.id === options.observation;
  return {
    dataSet: [],
    series: all.filter((each) => !inner(each)).map(({ json }) => json),
    observation: all.filter(inner).map(({ json }) => json),
  };
}

function dimensionJson({ id, name, role, values }: Dimension, keyPosition: number, language: Language): object {
  const roles = role === "member" ? {} : { roles: [id] };
  return {
    ...{ id, ...named(name, language), keyPosition },
    ...roles,
    values: values.map((value, at) => ({
      id: value.id,
      ...named(value.name, language),
      ...(role === "period" ? momentsOf(value.member?.code ?? "") : { order: at }),
    })),
  };
}

const relations: Readonly<Record<Attribute["of"], object>> = {
  observation: { observation: {} },
  time: { dimensions: ["TIME_PERIOD"] },
  indicator: { dimensions: ["INDICATOR"] },
  dataset: { dataflow: {} },
};

function attributeJson({ id, name, of, codes, type }: Attribute, { language }: MessageOptions, values?: readonly Said[]): object {
  const own = codes?.map((code) => ({ id: code.id, ...named(code.name, language) })) ?? values?.map((value) => ({ value }));
  return {
    ...{ id, ...named(name, language), isMandatory: id === "OBS_STATUS", relationship: relations[of] },
    ...(codes === undefined ? { format: { dataType: type } } : {}),
    ...(own === undefined ? {} : { values: own }),
  };
}

type Grouped = {
  readonly dataSet: readonly Attribute[];
  readonly group: readonly Attribute[];
  readonly places: Readonly<Record<string, readonly (number | null)[]>>;
  readonly values: (attribute: Attribute) => readonly Said[];
};

/** What is said of the data set, and of each indicator; where there is one indicator that too is said of the data set. */
function groupedAttributes(head: CubeHead, dimensions: readonly Dimension[], options: MessageOptions): Grouped {
  const all = attributesIn(head, options).filter((each) => !isOfObservation(each));
  const place = dimensions.findIndex((each) => each.role === "indicator");
  const indicators = dimensions[place]?.values ?? [];
  const many = indicators.length > 1;
  const said = (many ? indicators : indicators.slice(0, 1)).map(({ member }) => ofIndicator(head, member, options.language));
  const whole: Readonly<Record<string, Said>> = {
    ...(many ? {} : (said[0] ?? ofIndicator(head, undefined, options.language))),
    ...ofDataset(head),
  };
  const values = (attribute: Attribute): readonly Said[] => {
    const own = many && attribute.of === "indicator" ? said.map((each) => each[attribute.id]) : [whole[attribute.id]];
    return [...new Set(own)].filter((each) => each !== undefined);
  };
  const filled = all.filter((each) => values(each).length > 0);
  const group = filled.filter((each) => many && each.of === "indicator");
  const key = (at: number): string => dimensions.map((_, each) => (each === place ? String(at) : "")).join(":");
  const at = (attribute: Attribute, value: Said): number | null => (value === undefined ? null : values(attribute).indexOf(value));
  const places = many ? Object.fromEntries(said.map((each, nth) => [key(nth), group.map((one) => at(one, each[one.id]))])) : {};
  return { dataSet: filled.filter((each) => !group.includes(each)), group, places, values };
}

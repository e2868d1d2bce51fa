import type { CubeHead, FormatOptions, Slab } from "./format.ts";
import { attributesOf, structureOf } from "./sdmx-layout.ts";
import { type Attribute, structureVersion, unknownAgency } from "./sdmx-terms.ts";

/** How figures are wanted as a data message of SDMX. What is absent is as in a file: all of it, flat, under its data structure. */
export type MessageOptions = FormatOptions & {
  /** The dataflow by which they were asked. */
  readonly dataflow?: string;
  /** The dimension of observations within a series; absent: all dimensions. */
  readonly observation?: string;
  /** Which attributes. */
  readonly attributes?: (attribute: Attribute) => boolean;
  /** Whether the values stand in it. */
  readonly measures?: boolean;
  /** Which cells are observations. */
  readonly keep?: (slab: Slab, row: number) => boolean;
};

/** What figures are structured by: a dataflow, or where there is none the data structure of their axes. */
export type Reference = { readonly type: "dataflow" | "datastructure"; readonly agency: string; readonly id: string; readonly urn: string };

/** The reference of a message. */
export function referenceOf(head: CubeHead, options: MessageOptions): Reference {
  const agency = options.publisher?.agency ?? unknownAgency;
  const type = options.dataflow === undefined ? "datastructure" : "dataflow";
  const id = options.dataflow ?? structureOf(head);
  const kind = type === "dataflow" ? "Dataflow" : "DataStructure";
  return { type, agency, id, urn: `urn:sdmx:org.sdmx.infomodel.datastructure.${kind}=${agency}:${id}(${structureVersion})` };
}

/** The attributes that a message holds. */
export function attributesIn(head: CubeHead, options: MessageOptions): readonly Attribute[] {
  return attributesOf(head).filter((each) => options.attributes?.(each) ?? true);
}

/** Whether an attribute stands with the observations of a message. */
export function isOfObservation({ of }: Attribute): boolean {
  return of === "observation" || of === "time";
}

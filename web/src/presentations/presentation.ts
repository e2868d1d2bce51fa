import type { Around, Measure } from "@peil/core/guards/facts.ts";
import type { Cube, CubeMember } from "@peil/core/model/cube.ts";
import type { DataType, Kind, Rating } from "@peil/core/model/indicator.ts";
import type { Text } from "@peil/core/model/text.ts";
import type { AreaRef, Selection } from "@peil/core/query/selection.ts";
import type { ReactElement } from "react";
import type { Voice } from "../text/voice.ts";
import type { FormCode } from "./forms.ts";
import type { Ranked } from "./reading.ts";

/** What a presentation must know of the indicator that it draws. */
export type Measured = {
  readonly code: string;
  readonly name: Text;
  readonly unit: Text;
  readonly decimals: number;
  readonly dataType: DataType;
  readonly rating: Rating;
  /** What the guard-rails must know of it. */
  readonly measure: Measure;
  /** Default: register. Of survey figures no difference is said that no test found. */
  readonly kind?: Kind | undefined;
  readonly estimated?: boolean | undefined;
  readonly forecastFrom?: string | undefined;
  readonly provisional: readonly string[];
  readonly breaks: readonly { readonly period: string; readonly text: Text }[];
};

/** What is drawn, and for whom. Everything a presentation needs comes in here: presentations never fetch. */
export type Subject = {
  readonly cube: Cube;
  readonly measured: Measured;
  readonly voice: Voice;
  /** The reader's own areas, in the order chosen; absent or empty where none is. */
  readonly mine?: readonly AreaRef[] | undefined;
  /** Plural of the areas, for sentences: *gemeenten*. */
  readonly plural: Text;
  /** Areas that stand beside those of the cube, with their figure in its last period. */
  readonly beside?: readonly Ranked[] | undefined;
  /** What was asked, and what the cube does not tell of itself: for the guard-rails. */
  readonly selection?: Selection | undefined;
  readonly around?: Around | undefined;
  /** TopoJSON of the level, for the map. */
  readonly borders?: string | undefined;
  /** TopoJSON of the areas on which objects (points, lines) are drawn. */
  readonly under?: string | undefined;
  /** Where an area leads to. */
  readonly link?: ((area: CubeMember) => string) | undefined;
  /**
   * Where one answer holds several indicators: what must be known of each, in the order of the cube's axis of indicators;
   * `measured` is the first of them. `subjectsOf` takes such a subject apart.
   */
  readonly indicators?: readonly Measured[] | undefined;
  /** What the reader set of the drawing, by the codes of `Presentation.settings`; what is unknown or impossible is as if it were not there. */
  readonly settings?: Settings | undefined;
  /** Distinguishes the element ids of two drawings on one page. */
  readonly id: string;
};

/** What a drawing says in words: the finding, what is measured, and a description for who cannot see it. */
export type Telling = { readonly title: string; readonly subtitle: string; readonly alt: string };

/** What a reader set of a drawing, as it stands in a workspace. */
export type Settings = Readonly<Record<string, string>>;

/** Something that can be set of a drawing, in the words of the page. */
export type Setting = {
  readonly code: string;
  readonly label: string;
  /** As it stands now. */
  readonly value: string;
} & (
  | { readonly kind: "choice"; readonly options: readonly { readonly value: string; readonly label: string }[] }
  /** `1` or empty. */
  | { readonly kind: "flag" }
  | { readonly kind: "number"; readonly min: number; readonly max: number }
  /** Numbers separated by semicolons, with a decimal point. */
  | { readonly kind: "numbers" }
  /** Codes of axes from the options, separated by semicolons, in their order. */
  | { readonly kind: "axes"; readonly options: readonly { readonly value: string; readonly label: string }[] }
  /** A position on the period axis, which can be played: a slider. Its value is the code of a period. */
  | { readonly kind: "moment"; readonly options: readonly { readonly value: string; readonly label: string }[] }
);

/** A way to show a cube. `suits` guards against pictures that make no sense of the figures. */
export type Presentation<C extends FormCode = FormCode> = {
  readonly code: C;
  suits(subject: Subject): boolean;
  /** Of a form on a map: whether it may suit once the borders are there; absent: what the guard-rails say of it. */
  maySuit?(subject: Subject): boolean;
  tell(subject: Subject): Telling;
  draw(subject: Subject): ReactElement;
  /** What a reader can set of it; absent: nothing. */
  settings?(subject: Subject): readonly Setting[];
};

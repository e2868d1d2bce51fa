import { asHeading, inOneText, type SentenceKind, sentencesOf } from "../text/sentences.ts";
import type { Subject } from "./presentation.ts";
import { axisOf, isMine } from "./reading.ts";

/** The reader's own areas of a picture of all areas in words: their figures and their places. Empty where none is chosen. */
export function ownWords(subject: Subject, period: number, say: readonly SentenceKind[]): string {
  return inOneText(sentencesOfOwn(subject, period, say));
}

/** The places of the reader's own areas as a heading; undefined where they have none. */
export function ownPlaces(subject: Subject, period: number, most: number): string | undefined {
  const [rank] = sentencesOfOwn(subject, period, ["rank"], most);
  return rank && asHeading(rank);
}

function sentencesOfOwn(subject: Subject, period: number, say: readonly SentenceKind[], most?: number): ReturnType<typeof sentencesOf> {
  const { cube, measured, voice, plural, mine } = subject;
  const members = axisOf(cube, "area").members;
  const areas = (mine ?? []).map((ref) => members.findIndex((each) => isMine(each, [ref]))).filter((at) => at >= 0);
  if (areas.length === 0) return [];
  return sentencesOf(cube, { facts: measured, voice, areas: areas.slice(0, most), period, all: cube, plural, benchmark: "none", say });
}

import { figureText } from "../statistics/round.ts";

/** Characters gathered before they leave as one chunk. */
const chunkSize = 64 * 1024;

/** Gathers texts and figures as UTF-8. */
export type ByteWriter = {
  text(text: string): void;
  /** One byte: a sign of ASCII. */
  byte(code: number): void;
  /** A figure as `figureText` writes it; it is finite. */
  figure(value: number): void;
  /** What was gathered, where that is a chunk of a useful size; undefined where it is less. */
  chunk(): Uint8Array | undefined;
  /** All that was gathered, and nothing is left. */
  rest(): Uint8Array;
};

/** The most bytes that a figure takes. */
const figureSize = 32;
/** The digits of 000, 001 … 999. */
const triples = Uint8Array.from({ length: 3000 }, (_, at) =>
  String(Math.floor(at / 3))
    .padStart(3, "0")
    .charCodeAt(at % 3),
);
/** Up to so many signs of ASCII are written without the encoder, which takes longer to begin. */
const shortText = 24;

function isPlain(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 0x7f) return false;
  return true;
}

/** A writer straight into bytes: texts of millions of figures are never made. */
export function openByteWriter(): ByteWriter {
  const encoder = new TextEncoder();
  let buffer = new Uint8Array(chunkSize + 4096);
  let length = 0;

  function room(size: number): void {
    if (length + size <= buffer.length) return;
    const grown = new Uint8Array(Math.max(2 * buffer.length, length + size));
    grown.set(buffer.subarray(0, length));
    buffer = grown;
  }

  function rest(): Uint8Array {
    const out = buffer.subarray(0, length);
    buffer = new Uint8Array(chunkSize + 4096);
    length = 0;
    return out;
  }

  /** The first digits of three. */
  function triple(number: number, count: number): void {
    for (let at = 0; at < count; at++) buffer[length++] = triples[3 * number + at] as number;
  }

  /** A number below 1000 without zeros before it. */
  function head(number: number): void {
    for (let at = number < 10 ? 2 : number < 100 ? 1 : 0; at < 3; at++) buffer[length++] = triples[3 * number + at] as number;
  }

  const writer: ByteWriter = {
    text(text) {
      room(3 * text.length);
      if (text.length <= shortText && isPlain(text)) {
        for (let at = 0; at < text.length; at++) buffer[length++] = text.charCodeAt(at);
      } else length += encoder.encodeInto(text, buffer.subarray(length)).written;
    },
    byte(code) {
      room(1);
      buffer[length++] = code;
    },
    figure(value) {
      const size = Math.abs(value);
      const thousandths = Math.round(size * 1000);
      if (size >= 1e6 || thousandths / 1000 !== size) return writer.text(figureText(value));
      room(figureSize);
      if (value < 0) buffer[length++] = 45;
      const whole = (thousandths / 1000) | 0;
      const high = (whole / 1000) | 0;
      if (high > 0) {
        head(high);
        triple(whole - high * 1000, 3);
      } else head(whole);
      const fraction = thousandths - whole * 1000;
      if (fraction === 0) return;
      buffer[length++] = 46;
      triple(fraction, fraction % 100 === 0 ? 1 : fraction % 10 === 0 ? 2 : 3);
    },
    chunk: () => (length < chunkSize ? undefined : rest()),
    rest,
  };
  return writer;
}

/** Texts as UTF-8, in chunks of a useful size. */
export async function* encodeTexts(texts: AsyncIterable<string>): AsyncGenerator<Uint8Array, void, undefined> {
  const encoder = new TextEncoder();
  let waiting: string[] = [];
  let length = 0;
  for await (const text of texts) {
    waiting.push(text);
    length += text.length;
    if (length < chunkSize) continue;
    yield encoder.encode(waiting.join(""));
    waiting = [];
    length = 0;
  }
  if (length > 0) yield encoder.encode(waiting.join(""));
}

/** All bytes as one text, without a byte order mark. */
export async function decodeBytes(chunks: AsyncIterable<Uint8Array>): Promise<string> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    parts.push(chunk);
    size += chunk.length;
  }
  const all = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return new TextDecoder("utf-8").decode(all);
}

/** Characters gathered before they leave as one chunk. */
const chunkSize = 64 * 1024;

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

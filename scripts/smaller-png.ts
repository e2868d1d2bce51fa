import { crc32, deflateSync, inflateSync } from "node:zlib";

type Image = { readonly width: number; readonly height: number; readonly pixels: Uint8Array };

function chunksOf(png: Buffer): readonly (readonly [type: string, data: Buffer])[] {
  const chunks: [string, Buffer][] = [];
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at);
    chunks.push([png.toString("latin1", at + 4, at + 8), png.subarray(at + 8, at + 8 + length)]);
    at += length + 12;
  }
  return chunks;
}

function paeth(a: number, b: number, c: number): number {
  const [pa, pb, pc] = [Math.abs(b - c), Math.abs(a - c), Math.abs(a + b - 2 * c)];
  return pa <= pb && pa <= pc ? a : pb <= pc ? b : c;
}

/** What a filter of PNG took off a byte, given those to the left, above, and above to the left. */
function takenOff(filter: number, left: number, up: number, corner: number): number {
  if (filter === 1) return left;
  if (filter === 2) return up;
  if (filter === 3) return (left + up) >> 1;
  return filter === 4 ? paeth(left, up, corner) : 0;
}

/** Reads a PNG of eight bits a channel, with or without transparency, as a browser makes it: three bytes a pixel. */
function read(png: Buffer): Image {
  const chunks = chunksOf(png);
  const head = chunks.find(([type]) => type === "IHDR")?.[1];
  if (head?.[8] !== 8 || (head[9] !== 2 && head[9] !== 6)) throw new Error("not a picture as a browser makes it");
  const [width, height, channels] = [head.readUInt32BE(0), head.readUInt32BE(4), head[9] === 6 ? 4 : 3];
  const raw = inflateSync(Buffer.concat(chunks.filter(([type]) => type === "IDAT").map(([, data]) => data)));
  const row = width * channels;
  const plain = new Uint8Array(row * height);
  for (let y = 0; y < height; y += 1) {
    const filter = raw[y * (row + 1)] ?? 0;
    for (let x = 0; x < row; x += 1) {
      const at = y * row + x;
      const left = x < channels ? 0 : (plain[at - channels] ?? 0);
      const up = y === 0 ? 0 : (plain[at - row] ?? 0);
      const corner = x < channels || y === 0 ? 0 : (plain[at - row - channels] ?? 0);
      plain[at] = (raw[y * (row + 1) + 1 + x] ?? 0) + takenOff(filter, left, up, corner);
    }
  }
  const pixels = new Uint8Array(width * height * 3);
  for (let at = 0; at < width * height; at += 1) pixels.set(plain.subarray(at * channels, at * channels + 3), at * 3);
  return { width, height, pixels };
}

/** Below this squared distance two colours look the same. */
const alike = 200;

/** The colours that occur most, and for every colour the nearest of them. */
function paletteOf(
  { pixels }: Image,
  most: number,
): { readonly colours: readonly number[]; readonly nearest: ReadonlyMap<number, number> } {
  const counts = new Map<number, number>();
  for (let at = 0; at < pixels.length; at += 3) {
    const colour = ((pixels[at] ?? 0) << 16) | ((pixels[at + 1] ?? 0) << 8) | (pixels[at + 2] ?? 0);
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  const distance = (a: number, b: number): number =>
    ((a >> 16) - (b >> 16)) ** 2 + (((a >> 8) & 255) - ((b >> 8) & 255)) ** 2 + ((a & 255) - (b & 255)) ** 2;
  const colours: number[] = [];
  // Shades at the edges of letters are many and alike: they would leave no room for a colour that is rare.
  for (const [colour] of [...counts].toSorted((a, b) => b[1] - a[1])) {
    if (colours.length < most && colours.every((each) => distance(each, colour) > alike)) colours.push(colour);
  }
  const nearest = new Map<number, number>();
  for (const colour of counts.keys()) {
    let best = 0;
    for (let at = 1; at < colours.length; at += 1) if (distance(colours[at] ?? 0, colour) < distance(colours[best] ?? 0, colour)) best = at;
    nearest.set(colour, best);
  }
  return { colours, nearest };
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const around = Buffer.alloc(8);
  around.writeUInt32BE(data.length, 0);
  around.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([around.subarray(0, 4), body, around.subarray(4)]);
}

/** The same picture in few colours: screens are mostly flat, so this saves more than half. */
export function smaller(png: Buffer, most = 128): Buffer {
  const image = read(png);
  const { width, height, pixels } = image;
  const { colours, nearest } = paletteOf(image, most);
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = (y * width + x) * 3;
      const colour = ((pixels[at] ?? 0) << 16) | ((pixels[at + 1] ?? 0) << 8) | (pixels[at + 2] ?? 0);
      rows[y * (width + 1) + 1 + x] = nearest.get(colour) ?? 0;
    }
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 3, 0, 0, 0], 8);
  const palette = Buffer.from(colours.flatMap((each) => [each >> 16, (each >> 8) & 255, each & 255]));
  const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);
  return Buffer.concat([
    signature,
    chunk("IHDR", head),
    chunk("PLTE", palette),
    chunk("IDAT", deflateSync(rows, { level: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

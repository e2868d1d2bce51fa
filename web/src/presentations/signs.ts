/** Half the width of a sign. */
const r = 5;

const square = (x: number, y: number): string => `M${x - r + 1} ${y - r + 1}h${2 * r - 2}v${2 * r - 2}h${2 - 2 * r}Z`;
const diamond = (x: number, y: number): string => `M${x} ${y - r - 1}l${r + 1} ${r + 1}l${-r - 1} ${r + 1}l${-r - 1} ${-r - 1}Z`;
const triangle = (x: number, y: number): string => `M${x} ${y - r - 1}l${r + 1} ${2 * r}h${-2 * r - 2}Z`;
const round = (x: number, y: number): string => `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0Z`;
const upended = (x: number, y: number): string => `M${x} ${y + r + 1}l${r + 1} ${-2 * r}h${-2 * r - 2}Z`;

/** The shapes of the second of the reader's own lines and on; the first is the bold one without signs. */
const shapes = [round, square, diamond, triangle, upended];

/** The sign of one of the reader's own lines (from 1) at a point, as a path. */
export function signAt(own: number, x: number, y: number): string {
  return (shapes[(own - 1) % shapes.length] ?? round)(Math.round(x * 10) / 10, Math.round(y * 10) / 10);
}

import type { Palette } from "./raster.ts";

/** Reads colours as the house style has them where an element stands: any notation, as a pixel holds it. */
export function readPalette(element: HTMLElement, alpha: number): Palette {
  const canvas = document.createElement("canvas");
  canvas.width = 1;
  canvas.height = 1;
  const context = canvas.getContext("2d", { willReadFrequently: true });
  const probe = document.createElement("span");
  element.append(probe);
  const pixel = (token: string, opacity: number): number => {
    probe.style.color = `var(${token})`;
    if (!context) return 0;
    context.clearRect(0, 0, 1, 1);
    context.fillStyle = getComputedStyle(probe).color;
    context.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data;
    return ((Math.round(opacity * 255) << 24) | (blue << 16) | (green << 8) | red) >>> 0;
  };
  const palette = {
    steps: Uint32Array.from({ length: 9 }, (_, step) => pixel(`--s${step}`, alpha)),
    ground: pixel("--paper", alpha),
    ink: pixel("--rule-strong", Math.max(alpha, 0.9)),
    none: pixel("--wash", alpha),
  };
  probe.remove();
  return palette;
}

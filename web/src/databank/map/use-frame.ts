import { type RefObject, useLayoutEffect, useState } from "react";
import type { Frame } from "./view.ts";

/** The size of an element, followed. */
export function useFrame(element: RefObject<HTMLElement | null>): Frame {
  const [frame, setFrame] = useState<Frame>({ width: 0, height: 0 });
  useLayoutEffect(() => {
    const watched = element.current;
    if (!watched) return;
    const measure = (): void => {
      const { clientWidth: width, clientHeight: height } = watched;
      setFrame((old) => (old.width === width && old.height === height ? old : { width, height }));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(watched);
    return () => observer.disconnect();
  }, [element]);
  return frame;
}

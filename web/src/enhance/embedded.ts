/** In a page of another site: tells that page how high the drawing is, whenever that changes. It says nothing else. */
export function embedded(): void {
  const main = document.querySelector("main.embed");
  if (window.parent === window || !main) return;
  const tell = (): void => {
    const height = Math.ceil(main.getBoundingClientRect().height);
    window.parent.postMessage({ peil: "height", height }, "*");
  };
  new ResizeObserver(tell).observe(main);
}

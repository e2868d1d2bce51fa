// <peil-figure src="https://…/embed/…" title="…"></peil-figure>: a drawing in a page of another site, as high as it needs to be.
// Served at /embed/peil.js as one plain script without imports, for pages that know nothing of how this site is built.

(() => {
  const name = "peil-figure";
  /** Before the drawing has told how high it is. */
  const firstHeight = 480;
  const highest = 10_000;

  function addressOf(src: string | null): URL | undefined {
    try {
      const address = new URL(src ?? "", document.baseURI);
      return /^https?:$/.test(address.protocol) && src !== null && src !== "" ? address : undefined;
    } catch {
      return undefined;
    }
  }

  class PeilFigure extends HTMLElement {
    static readonly observedAttributes = ["src", "title"];
    readonly #frame = document.createElement("iframe");
    #origin = "";

    connectedCallback(): void {
      this.style.display = "block";
      this.#frame.loading = "lazy";
      this.#frame.width = "100%";
      this.#frame.style.border = "0";
      this.#frame.style.display = "block";
      this.#frame.height = String(firstHeight);
      this.#show();
      if (!this.contains(this.#frame)) this.append(this.#frame);
      addEventListener("message", this.#follow);
    }

    disconnectedCallback(): void {
      removeEventListener("message", this.#follow);
    }

    attributeChangedCallback(): void {
      if (this.isConnected) this.#show();
    }

    #show(): void {
      const address = addressOf(this.getAttribute("src"));
      this.#origin = address?.origin ?? "";
      this.#frame.title = this.title;
      if (address && this.#frame.src !== address.href) this.#frame.src = address.href;
    }

    /** Only the drawing itself, from where it was asked, says how high it is. */
    readonly #follow = ({ source, origin, data }: MessageEvent<unknown>): void => {
      if (source !== this.#frame.contentWindow || origin !== this.#origin) return;
      if (typeof data !== "object" || data === null || !("peil" in data) || data.peil !== "height" || !("height" in data)) return;
      const { height } = data;
      if (typeof height === "number" && height > 0 && height < highest) this.#frame.height = String(Math.ceil(height));
    };
  }

  if (customElements.get(name) === undefined) customElements.define(name, PeilFigure);
})();

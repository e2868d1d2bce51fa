import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PeilError } from "@peil/core/errors.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { layersFile, originsOf, readLayers } from "../src/layers-file.ts";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "peil-layers-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const tiles = { code: "kaart", name: { nl: "Kaart" }, kind: "xyz", url: "https://tegels.example/{z}/{x}/{y}.png" };

function read(content: unknown) {
  writeFileSync(join(folder, layersFile), typeof content === "string" ? content : JSON.stringify(content));
  return readLayers(folder);
}

function refusal(content: unknown): string {
  try {
    read(content);
    return "";
  } catch (error) {
    return error instanceof PeilError ? `${error.code} ${error.details.place ?? ""}` : String(error);
  }
}

const inFolder = (...layers: unknown[]) => ({ folders: [{ name: { nl: "Achtergrond" }, layers }] });

describe("layers of the map", () => {
  it("are none where no file stands", () => {
    expect(readLayers(join(folder, "nowhere"))).toEqual({ folders: [] });
  });

  it("open the door to exactly their origins", () => {
    const wms = { ...tiles, code: "wms", kind: "wms", url: "https://wms.example:8443/ows?x=1", layer: "a" };
    const geocoder = { name: { nl: "g" }, url: "http://adres.example/v4?q={q}", results: "", label: "l", lon: "x", lat: "y" };
    const layers = read({ ...inFolder(tiles, { ...tiles, code: "ook" }, wms), geocoder });
    expect(originsOf(layers)).toEqual({
      images: ["https://tegels.example", "https://wms.example:8443"],
      answers: ["http://adres.example"],
    });
  });

  it("are refused with the place of what is wrong", () => {
    expect(refusal("{")).toBe("exchange-unreadable ");
    expect(refusal(inFolder({ ...tiles, url: "https://tegels.example/{z}/{x}.png" }))).toBe("exchange-invalid folders[0].layers[0].url");
    expect(refusal(inFolder({ ...tiles, url: "https://{s}.tegels.example/{z}/{x}/{y}.png" }))).toBe(
      "exchange-invalid folders[0].layers[0].url",
    );
    expect(refusal(inFolder({ ...tiles, url: "javascript:{z}{x}{y}" }))).toBe("exchange-invalid folders[0].layers[0].url");
    expect(refusal(inFolder({ ...tiles, kind: "wms", url: "https://wms.example" }))).toBe("exchange-invalid folders[0].layers[0].layer");
    expect(refusal(inFolder(tiles, tiles))).toBe("exchange-invalid folders[0].layers[1].code");
    expect(
      refusal({ folders: [], geocoder: { name: { nl: "g" }, url: "https://g.example", results: "", label: "", lon: "", lat: "" } }),
    ).toBe("exchange-invalid geocoder.url");
  });
});

import { PeilError } from "@peil/core/errors.ts";
import { describe, expect, it } from "vitest";
import { readConfig, readLanguage } from "../src/config.ts";

function codeOf(environment: Record<string, string>): string {
  try {
    readConfig(environment, "/home/user");
    return "";
  } catch (error) {
    return error instanceof PeilError ? `${error.code} ${error.details.name} ${error.details.value}` : "bug";
  }
}

describe("configuration", () => {
  it("has a default for every setting", () => {
    const config = readConfig({}, "/home/user");
    expect(config).toMatchObject({
      data: "/home/user/data",
      port: 8080,
      host: "0.0.0.0",
      memory: "256MB",
      threads: 2,
      log: "warn",
      language: "nl",
    });
    expect(config.web.endsWith("web/dist")).toBe(true);
    expect(config.origin).toBeUndefined();
    expect(config.databaseUrl).toBeUndefined();
  });

  it("takes folders from where the user stands", () => {
    expect(readConfig({ PEIL_DATA: "figures", PEIL_WEB: "/srv/web" }, "/home/user")).toMatchObject({
      data: "/home/user/figures",
      web: "/srv/web",
    });
  });

  it("counts an empty setting as absent", () => {
    expect(readConfig({ PEIL_PORT: "", PEIL_ORIGIN: " " }, "/")).toMatchObject({ port: 8080 });
  });

  it.each([
    [{ PEIL_PORT: "80a" }, "setting-invalid PEIL_PORT 80a"],
    [{ PEIL_PORT: "65536" }, "setting-invalid PEIL_PORT 65536"],
    [{ PEIL_THREADS: "0" }, "setting-invalid PEIL_THREADS 0"],
    [{ PEIL_MEMORY: "256" }, "setting-invalid PEIL_MEMORY 256"],
    [{ PEIL_LOG: "loud" }, "setting-invalid PEIL_LOG loud"],
    [{ PEIL_ORIGIN: "cijfers.example.be" }, "setting-invalid PEIL_ORIGIN cijfers.example.be"],
    [{ PEIL_ORIGIN: "https://example.be/cijfers" }, "setting-invalid PEIL_ORIGIN https://example.be/cijfers"],
  ])("refuses %o", (environment, expected) => {
    expect(codeOf(environment)).toBe(expected);
  });

  it("never repeats the password of a database in an error", () => {
    expect(codeOf({ PEIL_DATABASE_URL: "mysql://me:secret@host" })).toBe("setting-invalid PEIL_DATABASE_URL …");
  });

  it("takes the origin without its slash", () => {
    expect(readConfig({ PEIL_ORIGIN: "https://cijfers.example.be/" }, "/").origin).toBe("https://cijfers.example.be");
  });

  it("speaks Dutch unless the terminal is English", () => {
    expect(
      [{}, { LANG: "C.UTF-8" }, { LANG: "nl_BE.UTF-8" }, { LANG: "en_GB.UTF-8" }, { LANG: "nl_BE", LC_ALL: "en_US" }].map((each) =>
        readLanguage(each),
      ),
    ).toEqual(["nl", "nl", "nl", "en", "en"]);
  });
});

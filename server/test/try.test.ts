import { it } from "vitest";
import { openTestSite } from "./site.ts";
it("tries", async () => {
  const site = await openTestSite();
  for (const url of ["/api/v1/themes/bevolking","/api/v1/areas/gemeente/02001","/api/v1/areas/gemeente/02002","/api/v1/indicators/inwoners?area=02001", "/en/area/gemeente/02001.csv", "/theme/bevolking.json"]) {
    const r = await site.app.inject({ url, headers: {accept: "text/html"} });
    process.stderr.write(`\n${url} ${r.statusCode} ${JSON.stringify(r.headers).slice(0,0)}\n${r.body.slice(0, 9000)}\n`);
  }
  process.stderr.write(site.log.join(""));
  await site.close();
});

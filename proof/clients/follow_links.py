"""Reads a databank through its open-data service and follows the links to the next page."""
import json
import sys
from urllib.request import Request, urlopen

base = sys.argv[1] + "/jiveservices/odata"
headers = {"apikey": "0000-demo-0000"}


def read(path):
    rows, url = [], base + path
    while url:
        page = json.load(urlopen(Request(url, headers=headers)))
        for row in page["value"]:
            del row["@odata.type"], row["@odata.id"]
            rows.append(row)
        url = page.get("@odata.nextLink")
    return rows


print("variables", len(read("/Variables")))
for source in read("/DataSources"):
    print("source", source["ExternalCode"], source["Name"], sep="|")
areas = {(row["GeoLevel"], row["ExternalCode"]): row for row in read("/GeoLevels('gemeente')/GeoItems")}
print("areas", len(areas))
for (level, code), area in areas.items():
    if area["PointX"] is not None and not (20000 < area["PointX"] < 300000 and 140000 < area["PointY"] < 260000):
        sys.exit("%s %s lies outside Flanders" % (level, code))
for variable, period in (("inwoners_alle", "mrp"), ("inwoners_alle", "2016"), ("bevolkingsdichtheid", "all")):
    path = "/Variables('%s')/GeoLevels('gemeente')/PeriodLevels('YEAR')/Periods('%s')/Values" % (variable, period)
    for row in read(path):
        name = areas[row["GeoLevel"], row["ExternalCode"]]["Name"]
        print("value", variable, row["ExternalCode"], row["Period"], row["ValueString"], name, sep="|")

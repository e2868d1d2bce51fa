"""Lists what a databank offers, ten rows further each time until nothing comes, and takes its selection tables."""
import json
import ssl
import sys
from urllib.parse import urlencode
from urllib.request import Request, urlopen


class Databank:
    context = ssl._create_unverified_context()

    def __init__(self, url):
        self.url = url if url.endswith("/") else url + "/"

    def json(self, path):
        request = Request(self.url + path)
        return json.load(urlopen(request, context=self.context if self.url.startswith("https") else None))

    def names(self, path):
        return {row["ExternalCode"]: row["Name"] for row in self.json("jiveservices/odata/" + path)["value"]}

    def variables(self):
        rows, count = [], 0
        while True:
            page = self.json("jiveservices/odata/Variables?$skip={}".format(count))
            if len(page["value"]) == 0:
                return {row["ExternalCode"]: row["Name"] for row in rows}
            rows += page["value"]
            count += 10

    def all_values(self, path):
        rows = []
        while True:
            page = self.json("JiveServices//OData/" + path + "?$skip=%d&$top=100&cacheBuster=1" % len(rows))["value"]
            if not page:
                return rows
            rows += page

    def table(self, var, geolevel, **more):
        levels = self.names("Variables('%s')/GeoLevels" % var)
        if geolevel not in levels:
            sys.exit("geolevel must be in " + ", ".join(levels))
        periods = self.names("Variables('%s')/GeoLevels('%s')/PeriodLevels" % (var, geolevel))
        params = {"var": var, "geolevel": geolevel, "Periodlevel": next(iter(periods)), **more}
        return self.json("jive/selectiontableasjson.ashx?" + urlencode(params))


databank = Databank(sys.argv[1])
for code, name in databank.variables().items():
    print("variable", code, name, sep="|")
print("levels", ",".join(databank.names("GeoLevels")), sep="|")
path = "variables('inwoners_alle')/geolevels('gemeente')/periodlevels('year')/periods('all')/values"
for row in databank.all_values(path):
    print("value", "inwoners_alle", row["ExternalCode"], row["Period"], row["ValueString"], sep="|")

table = databank.table("inwoners_alle", "provincie", period="2015,2016")
header = [column["name"] for column in table["headers"]]
if table["headers"][2]["type"] != "Numeric":
    sys.exit("no numbers in " + header[2])
for row in table["rows"]:
    if len(row) != len(header):
        sys.exit("a row has another length than the header")
    print("table", "inwoners_alle", *row, sep="|")

dimensions = databank.names("CubeVariables('bevolking')/Dimensions")
levels = {level for code in dimensions for level in databank.names("Dimensions('%s')/DimLevels" % code)}
if "geslacht" not in levels:
    sys.exit("dimlevel must be in " + ", ".join(sorted(levels)))
cells = databank.table("bevolking", "provincie2024", period="mrp", dimlevel="geslacht")
for row in cells["rows"]:
    print("cells", "bevolking", row[0], row[1], ",".join(row[2:]), sep="|")

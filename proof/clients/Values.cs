// Reads names and newest figures of municipalities, and joins them by code.
using System;
using System.Collections.Generic;
using System.Net.Http;
using System.Web.Script.Serialization;

public class Values
{
    static readonly HttpClient Client = new HttpClient();
    static readonly JavaScriptSerializer Json = new JavaScriptSerializer { MaxJsonLength = int.MaxValue };

    static Dictionary<string, string> Pairs(string url, string key, string value)
    {
        var response = Client.GetAsync(url).Result;
        response.EnsureSuccessStatusCode();
        var root = Json.Deserialize<Dictionary<string, object>>(response.Content.ReadAsStringAsync().Result);
        var found = new Dictionary<string, string>();
        foreach (Dictionary<string, object> row in (System.Collections.ArrayList)root["value"])
        {
            found.Add((string)row[key], (string)row[value]);
        }
        return found;
    }

    public static void Main(string[] args)
    {
        var baseUrl = args[0] + "/jiveservices/odata/";
        Client.DefaultRequestHeaders.Add("apikey", "not-needed");
        Client.DefaultRequestHeaders.Add("Accept", "application/json");
        var names = Pairs(baseUrl + "GeoLevels('gemeente')/GeoItems", "ExternalCode", "Name");
        foreach (var variable in new[] { "inwoners_alle", "bevolkingsdichtheid" })
        {
            var url = baseUrl + "Variables('" + variable + "')/GeoLevels('gemeente')/PeriodLevels('year')/Periods('mrp')/Values";
            foreach (var pair in Pairs(url, "ExternalCode", "ValueString"))
            {
                Console.WriteLine("newest|" + variable + "|" + pair.Key + "|" + pair.Value + "|" + names[pair.Key]);
            }
        }
    }
}

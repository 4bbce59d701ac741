using System.Globalization;
using System.Text.Json;
using Confluence.Sandbox.Json;
using Confluence.Sandbox.State;
using Microsoft.AspNetCore.Http;

namespace Confluence.Sandbox.Http;

/// <summary>One request and its answer, as a route handler sees them.</summary>
internal sealed class Exchange(HttpContext http, Site site, string siteAddress, Uri? mediaAddress, IReadOnlyList<string> values)
{
    public Site Site { get; } = site;

    public HttpRequest Request => http.Request;

    public HttpResponse Response => http.Response;

    public CancellationToken Aborted => http.RequestAborted;

    /// <summary>Gets the address of the site without a slash at its end, as <c>http://127.0.0.1:1234</c>.</summary>
    public string SiteAddress { get; } = siteAddress;

    /// <summary>Gets the address of the media host.</summary>
    public Uri MediaAddress { get; } = mediaAddress ?? throw new InvalidOperationException("The sandbox answers before it has started.");

    /// <summary>Gets what <c>_links.base</c> holds: the address of the site with <c>/wiki</c>.</summary>
    public string Base { get; } = siteAddress + "/wiki";

    /// <summary>Gets the text that stands in the place of the n-th placeholder of the route.</summary>
    public string Value(int index) => values[index];

    /// <summary>Answers with a JSON object.</summary>
    public void WriteObject(Action<Utf8JsonWriter> members, int status = StatusCodes.Status200OK)
    {
        Response.StatusCode = status;
        Response.ContentType = "application/json";
        using Utf8JsonWriter writer = new(Response.BodyWriter, JsonOutput.Options);
        writer.WriteStartObject();
        members(writer);
        writer.WriteEndObject();
    }

    /// <summary>Answers with a JSON array.</summary>
    public void WriteArray(Action<Utf8JsonWriter> items)
    {
        Response.StatusCode = StatusCodes.Status200OK;
        Response.ContentType = "application/json";
        using Utf8JsonWriter writer = new(Response.BodyWriter, JsonOutput.Options);
        writer.WriteStartArray();
        items(writer);
        writer.WriteEndArray();
    }

    /// <summary>Gives the query without one parameter, the rest as it was sent: <c>a=1&amp;b=2</c>, or nothing.</summary>
    public string QueryWithout(params ReadOnlySpan<string> names)
    {
        string query = Request.QueryString.Value ?? "";
        List<string> kept = [];
        foreach (string pair in query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            string name = Uri.UnescapeDataString(pair.Split('=', 2)[0]);
            if (!names.Contains(name))
            {
                kept.Add(pair);
            }
        }

        return string.Join('&', kept);
    }

    public static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}

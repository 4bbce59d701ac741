using System.Globalization;
using System.Text.Json.Nodes;
using Confluence.Contract.Tests.Calls;
using Confluence.Contract.Tests.Documents;
using Confluence.Contract.Tests.Samples;

namespace Confluence.Contract.Tests.Runs;

/// <summary>Two pages of a list as Confluence sends them, and the query that must ask for the second one.</summary>
internal sealed class PageAnswers
{
    private const string NextCursor = "eyJpZCI6IjIifQ==/+&ü";

    private PageAnswers(JsonObject first, JsonObject second, IReadOnlyList<string> secondQuery)
    {
        First = first;
        Second = second;
        SecondQuery = secondQuery;
    }

    public JsonObject First { get; }

    public JsonObject Second { get; }

    /// <summary>The query of the request for the second page, decoded and sorted.</summary>
    public IReadOnlyList<string> SecondQuery { get; }

    public static PageAnswers Make(CallPlan plan, PagingForm form, SampleStyle style)
    {
        ContractOperation operation = plan.Operation;
        SampleMaker samples = new(style, isAnswer: true);
        JsonObject first = MakePage(operation, samples);
        JsonObject second = MakePage(operation, samples);
        int count = first["results"]?.AsArray().Count ?? 0;
        int? asked = form == PagingForm.Offset ? 0 : null;
        int start = asked ?? 0;
        SetNumbers(first, asked);
        SetNumbers(second, asked + count);

        // v2 links hold the whole path. Those of v1 begin behind /wiki and leave out what the caller knows; the search adds a cursor.
        Dictionary<string, string> changes = form == PagingForm.Offset
            ? new() { ["start"] = (start + count).ToString(CultureInfo.InvariantCulture) }
            : new() { ["cursor"] = NextCursor };
        Dictionary<string, string> link = form switch
        {
            PagingForm.Cursor => new(changes) { ["limit"] = "2" },
            PagingForm.Offset => new(changes) { ["next"] = "true", ["limit"] = "2" },
            _ => new(changes) { ["next"] = "true", ["limit"] = "25", ["start"] = "25" },
        };
        string path = form == PagingForm.Cursor ? operation.Path : operation.Path["/wiki".Length..];
        Link(first)["next"] = $"{path}?{string.Join('&', link.Select(static pair => $"{pair.Key}={Uri.EscapeDataString(pair.Value)}"))}";
        (second["_links"] as JsonObject)?.Remove("next");

        Dictionary<string, string> replaced = form == PagingForm.Search ? link : changes;
        string[] query =
        [
            .. plan.Query.Where(parameter => !replaced.ContainsKey(parameter.Name)).SelectMany(static parameter => parameter.Texts.Select(text => $"{parameter.Name}={text}")),
            .. replaced.Select(static pair => $"{pair.Key}={pair.Value}"),
        ];
        return new PageAnswers(first, second, [.. query.Order(StringComparer.Ordinal)]);
    }

    /// <summary>A page always has its results, whatever else is left out: without them it would pass for an empty one.</summary>
    private static JsonObject MakePage(ContractOperation operation, SampleMaker samples)
    {
        var schema = operation.Answer.Schema ?? throw new InvalidOperationException($"{operation} answers no JSON.");
        JsonObject page = samples.Make(schema, "answer")?.AsObject() ?? throw new InvalidOperationException($"{operation} answers no object.");
        page["results"] ??= samples.Make(Schemas.Members(schema).First(static member => member.Name == "results").Schema, "results");
        return page;
    }

    private static void SetNumbers(JsonObject page, int? start)
    {
        if (start is { } first)
        {
            Set("start", first);
        }
        else
        {
            page.Remove("start");
        }

        Set("limit", 25);
        Set("size", page["results"]?.AsArray().Count ?? 0);

        void Set(string name, int value)
        {
            if (page[name] is not null)
            {
                page[name] = value;
            }
        }
    }

    private static JsonObject Link(JsonObject page)
    {
        if (page["_links"] is not JsonObject links)
        {
            page["_links"] = links = [];
        }

        return links;
    }
}

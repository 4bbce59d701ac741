using System.Globalization;
using Confluence.Generator.Model;
using Confluence.Generator.Spec.Json;
using Confluence.Generator.Spec.OpenApi;

namespace Confluence.Generator.Build;

/// <summary>Decides whether an operation gives a sequence of items page by page, and how the next page is asked for.</summary>
internal static class Paging
{
    /// <summary>The items of the envelope that the operation answers with; null when it is not paged.</summary>
    public static SpecSchema? FindItems(SpecOperation operation, SpecSchema answer, SchemaIndex schemas)
    {
        if (operation.Method != "GET" || FindStyle(operation) is null)
        {
            return null;
        }

        foreach (SpecProperty property in schemas.Find(answer).Properties)
        {
            if (property.Name == "results" && schemas.Find(property.Schema) is { Type: "array", Items: { } items })
            {
                return items;
            }
        }

        return null;
    }

    /// <summary>The way to the next page, as the parameters tell it.</summary>
    public static PagingStyle? FindStyle(SpecOperation operation)
    {
        bool cursor = HasQuery(operation, "cursor");
        bool offset = HasQuery(operation, "start") && HasQuery(operation, "limit");

        // An operation with both pretends to take offsets: only the links that it sends lead on.
        return (cursor, offset) switch
        {
            (true, true) => PagingStyle.Search,
            (true, false) => PagingStyle.Cursor,
            (false, true) => PagingStyle.Offset,
            _ => null,
        };
    }

    /// <summary>Whether a parameter says which page comes and how large it is: the pager sends it, so that a walk is one thing and its pages another.</summary>
    public static bool IsPagers(SpecParameter parameter) =>
        parameter is { Place: SpecParameterPlace.Query, Name: "limit" or "cursor" or "start" or "next" or "prev" };

    /// <summary>How large pages may be, and how large they are when nobody says anything; nothing of both when the operation gives no list.</summary>
    public static (int? Largest, int? Usual) FindSizes(SpecOperation operation, bool isList, BuildDiagnostics diagnostics)
    {
        SpecParameter? limit = isList ? operation.Parameters.FirstOrDefault(parameter => IsPagers(parameter) && parameter.Name == "limit") : null;
        foreach (SpecParameter parameter in operation.Parameters)
        {
            if (FactOf(parameter) is { } fact && parameter != limit)
            {
                diagnostics.WrongFact(fact, $"'x-cs-page-size' stands at the parameter '{parameter.Name}' of '{operation.Id}', where it does nothing: it is for the query parameter 'limit' of a list.");
            }
        }

        if (limit is null)
        {
            return default;
        }

        int? largest = Size(limit.Schema.Maximum);
        if (limit.CsPageSize > largest && FactOf(limit) is { } tooLarge)
        {
            diagnostics.WrongFact(tooLarge, $"'x-cs-page-size' is {limit.CsPageSize}, and pages of '{operation.Id}' have at most {largest} results.");
        }

        // Where the document names no largest page, its default is the largest that it speaks of.
        return (largest, limit.CsPageSize ?? (largest is null ? Size(limit.Schema.Default) : null));
    }

    private static JsonNode? FactOf(SpecParameter parameter) => parameter.CsPageSize is null ? null : parameter.Node["x-cs-page-size"];

    private static int? Size(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int size) && size > 0 ? size : null;

    private static bool HasQuery(SpecOperation operation, string name) =>
        operation.Parameters.Any(parameter => parameter.Place == SpecParameterPlace.Query && parameter.Name == name);
}

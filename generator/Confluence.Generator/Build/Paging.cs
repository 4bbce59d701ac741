using Confluence.Generator.Model;
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

    private static bool HasQuery(SpecOperation operation, string name) =>
        operation.Parameters.Any(parameter => parameter.Place == SpecParameterPlace.Query && parameter.Name == name);
}

using Confluence.Generator.Model;
using Confluence.Generator.Spec.NameMaps;
using Confluence.Generator.Spec.OpenApi;

namespace Confluence.Generator.Build;

/// <summary>Decides what an operation gives to its caller.</summary>
internal sealed class ResultBuilder(SchemaIndex schemas, TypeBuilder types, BuildDiagnostics diagnostics)
{
    public static bool IsJson(string media) =>
        media == "*/*" || media.Split(';')[0].Trim().Equals("application/json", StringComparison.OrdinalIgnoreCase);

    /// <summary>Of several media types for one thing, JSON is what is asked for and sent; without it, all of them.</summary>
    public static IReadOnlyList<SpecMediaType> Preferred(IReadOnlyList<SpecMediaType> content) =>
        content.FirstOrDefault(media => media.Name != "*/*" && IsJson(media.Name)) is { } json ? [json] : content;

    /// <summary>The result; null when the answers are not supported, which has then been reported.</summary>
    public ResultModel? Build(SpecOperation operation, string name)
    {
        SpecResponse[] successes = [.. operation.Responses.Where(response => response.Status.StartsWith("2", StringComparison.Ordinal))];
        SpecMediaType[] contents = [.. successes.SelectMany(response => Preferred(response.Content))];
        if (operation.CsQuestion)
        {
            return BuildQuestion(operation, isSilent: successes.Length > 0 && contents.Length == 0);
        }

        if (successes.Length == 0)
        {
            if (operation.Responses.Any(response => response.Status == "302"))
            {
                return new ResultModel(ResultKind.Download);
            }

            diagnostics.Unsupported(operation.Node, $"The operation '{operation.Id}' declares no successful answer.");
            return null;
        }

        if (contents.Length == 0)
        {
            return new ResultModel(ResultKind.None);
        }

        if (contents.All(content => !IsJson(content.Name)))
        {
            return new ResultModel(ResultKind.Download);
        }

        if (contents.Length != 1 || contents[0].Schema is not { } schema)
        {
            diagnostics.Unsupported(operation.Node, $"The successful answers of '{operation.Id}' differ, or lack a schema.");
            return null;
        }

        if (Paging.FindItems(operation, schema, schemas) is { } items
            && types.Resolve(items, name + "Item", Place.OfItem(operation)) is var item && item.IsFor(TypeUses.PageItem))
        {
            return new ResultModel(ResultKind.Paged, item, Paging.FindStyle(operation));
        }

        return new ResultModel(ResultKind.Value, types.Resolve(schema, name + "Response", Place.OfAnswer(operation)));
    }

    private ResultModel? BuildQuestion(SpecOperation operation, bool isSilent)
    {
        if (operation.Method == "GET" && isSilent && operation.Responses.Any(response => response.Status == "404"))
        {
            return new ResultModel(ResultKind.Question);
        }

        diagnostics.Unsupported(
            operation.Node,
            $"'x-cs-question' stands at '{operation.Id}', which is no question: it must be a GET whose successful answers have no content, and that may answer 404.");
        return null;
    }
}

using Microsoft.OpenApi;

namespace Confluence.Contract.Tests.Documents;

/// <summary>One operation, as the document describes it.</summary>
internal sealed class ContractOperation
{
    private const string Json = "application/json";

    private readonly IReadOnlyList<IOpenApiParameter> _all;

    public ContractOperation(string api, string path, string method, string csName, IOpenApiPathItem item, OpenApiOperation operation)
    {
        Api = api;
        Path = path;
        Method = method;
        CsName = csName;
        Id = operation.OperationId ?? throw new InvalidOperationException($"{method} {path} has no operationId.");
        _all = [.. item.Parameters ?? [], .. operation.Parameters ?? []];
        (BodyType, BodySchema) = operation.RequestBody?.Content is { } content ? FirstOf(content) : (null, null);
        Answer = AnswerOf(operation);
        Parameters = Paging is null ? _all : [.. _all.Where(static parameter => parameter is not { In: ParameterLocation.Query, Name: "cursor" or "start" or "next" or "prev" })];
    }

    /// <summary><c>v2</c> or <c>v1</c>.</summary>
    public string Api { get; }

    /// <summary>The path from the root, with parameters in braces.</summary>
    public string Path { get; }

    public string Method { get; }

    /// <summary>The operationId.</summary>
    public string Id { get; }

    /// <summary>The name that the operation has in C#, without <c>Async</c>.</summary>
    public string CsName { get; }

    /// <summary>What callers can give. Which page comes is the pager's to say; the calls that go on from a token show that it does.</summary>
    public IReadOnlyList<IOpenApiParameter> Parameters { get; }

    /// <summary>Whether a parameter is in every call: what the document requires, and the size of pages, which the library always sends.</summary>
    public bool IsAlwaysSent(IOpenApiParameter parameter) => parameter.Required || (Paging is not null && parameter is { In: ParameterLocation.Query, Name: "limit" });

    /// <summary>The media type of the body; null when there is none.</summary>
    public string? BodyType { get; }

    public IOpenApiSchema? BodySchema { get; }

    public bool HasFormBody => BodyType == "multipart/form-data";

    /// <summary>What the operation answers when it succeeds.</summary>
    public ContractAnswer Answer { get; }

    public bool IsWrite => Method != "GET";

    /// <summary>How the next page is asked for; null when the answer does not come in pages.</summary>
    public PagingForm? Paging
    {
        get
        {
            if (Method != "GET" || Answer.Schema is not { } schema
                || Schemas.Members(schema).All(static member => member.Name != "results" || !Schemas.IsListOfObjects(member.Schema)))
            {
                return null;
            }

            bool hasCursor = HasQuery("cursor");
            bool hasOffset = HasQuery("start") && HasQuery("limit");
            return hasCursor ? (hasOffset ? PagingForm.Search : PagingForm.Cursor) : hasOffset ? PagingForm.Offset : null;
        }
    }

    public override string ToString() => $"{Api} {Id}";

    private static ContractAnswer AnswerOf(OpenApiOperation operation)
    {
        // A redirect leads to the bytes, whatever else the document says of them.
        var answers = (operation.Responses ?? [])
            .Where(static pair => pair.Key is "302" || pair.Key.StartsWith('2'))
            .OrderBy(static pair => pair.Key is "302" ? string.Empty : pair.Key, StringComparer.Ordinal)
            .ToList();
        (string status, IOpenApiResponse response) = answers.Count > 0 ? answers[0] : throw new InvalidOperationException($"{operation.OperationId} describes no success.");

        (string? type, IOpenApiSchema? schema) = status != "302" && response.Content is { } content ? FirstOf(content) : (null, null);
        return new ContractAnswer(int.Parse(status, System.Globalization.CultureInfo.InvariantCulture), type, type == Json ? schema : null);
    }

    private static (string? Type, IOpenApiSchema? Schema) FirstOf(IDictionary<string, IOpenApiMediaType> content)
    {
        (string? type, IOpenApiMediaType? media) = content.FirstOrDefault();
        return (type, media?.Schema);
    }

    private bool HasQuery(string name) => _all.Any(parameter => parameter.In == ParameterLocation.Query && parameter.Name == name);
}

/// <summary>The answer of success.</summary>
/// <param name="Status">The status, 302 for a redirect to bytes.</param>
/// <param name="MediaType">What it carries; null for nothing.</param>
/// <param name="Schema">The schema of JSON; null for nothing and for bytes.</param>
internal sealed record ContractAnswer(int Status, string? MediaType, IOpenApiSchema? Schema)
{
    public bool IsRedirect => Status == 302;

    public bool IsBytes => IsRedirect || (MediaType is not null && Schema is null);
}

/// <summary>The ways to a next page.</summary>
internal enum PagingForm
{
    /// <summary>v2: <c>cursor</c>, from a link that holds the whole path.</summary>
    Cursor,

    /// <summary>Lists of v1: <c>start</c> and <c>limit</c>.</summary>
    Offset,

    /// <summary>CQL search of v1: takes offsets and goes by the cursor of its links.</summary>
    Search,
}

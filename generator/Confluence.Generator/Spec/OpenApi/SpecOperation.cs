using Confluence.Generator.Spec.Json;

namespace Confluence.Generator.Spec.OpenApi;

internal sealed class SpecOperation(JsonObject node, string id, string method, string path)
{
    public JsonObject Node { get; } = node;

    public string Id { get; } = id;

    /// <summary>The HTTP method in capitals.</summary>
    public string Method { get; } = method;

    /// <summary>The path as the document has it, with its <c>{parameters}</c>.</summary>
    public string Path { get; } = path;

    /// <summary>Method and path: what an operation is known by, since its id may change.</summary>
    public string Key => Method + " " + Path;

    /// <summary>The first tag; the empty string when there is none.</summary>
    public string Tag { get; init; } = "";

    /// <summary>Parameters of the operation and its path item, references resolved, in document order.</summary>
    public IReadOnlyList<SpecParameter> Parameters { get; init; } = [];

    public SpecBody? Body { get; init; }

    public IReadOnlyList<SpecResponse> Responses { get; init; } = [];

    /// <summary>OAuth 2.0 scopes of <c>x-atlassian-oauth2-scopes</c> with state Current, without repeats, in document order.</summary>
    public IReadOnlyList<string> Scopes { get; init; } = [];

    public bool Deprecated { get; init; }

    /// <summary><c>x-experimental</c>.</summary>
    public bool Experimental { get; init; }

    /// <summary><c>x-cs-name</c>: the C# name (without Async) that an overlay gives.</summary>
    public string? CsName { get; init; }

    /// <summary><c>x-cs-group</c>: the client group that an overlay puts the operation into.</summary>
    public string? CsGroup { get; init; }

    /// <summary>What <c>x-cs-groups</c> says of its tag.</summary>
    public string? CsTagGroup { get; init; }

    /// <summary><c>x-cs-idempotent</c>; null when the HTTP method decides.</summary>
    public bool? CsIdempotent { get; init; }

    /// <summary><c>x-cs-question</c>: the operation asks whether something is so, and 404 is the other answer.</summary>
    public bool CsQuestion { get; init; }

    /// <summary><c>x-cs-permission</c>: the permission that a caller needs, in this project's words.</summary>
    public string? CsPermission { get; init; }

    /// <summary><c>x-cs-obsolete</c>: what to use instead of a deprecated operation, in this project's words.</summary>
    public string? CsObsolete { get; init; }
}

internal enum SpecParameterPlace
{
    Path,
    Query,
    Header,
}

internal sealed class SpecParameter(JsonObject node, string name, SpecParameterPlace place, SpecSchema schema)
{
    public JsonObject Node { get; } = node;

    public string Name { get; } = name;

    public SpecParameterPlace Place { get; } = place;

    public SpecSchema Schema { get; } = schema;

    public bool Required { get; init; }

    public bool Deprecated { get; init; }

    /// <summary>Of an array in the query: true repeats the name for each value (OpenAPI's default), false joins the values with commas.</summary>
    public bool Explode { get; init; } = true;

    public string? CsName { get; init; }

    /// <summary><c>x-cs-page-size</c>, of the parameter <c>limit</c>: the size of pages to ask for where the document names no largest one, or a smaller one serves better.</summary>
    public int? CsPageSize { get; init; }
}

internal sealed class SpecBody(JsonObject node, IReadOnlyList<SpecMediaType> content)
{
    public JsonObject Node { get; } = node;

    public IReadOnlyList<SpecMediaType> Content { get; } = content;

    public bool Required { get; init; }

    /// <summary>The name in <c>#/components/requestBodies</c> when the operation refers to one.</summary>
    public string? ComponentName { get; init; }
}

internal sealed class SpecMediaType(string name, SpecSchema? schema)
{
    public string Name { get; } = name;

    public SpecSchema? Schema { get; } = schema;
}

internal sealed class SpecResponse(JsonObject node, string status, IReadOnlyList<SpecMediaType> content)
{
    public JsonObject Node { get; } = node;

    /// <summary>The key in <c>responses</c>, such as <c>200</c>.</summary>
    public string Status { get; } = status;

    public IReadOnlyList<SpecMediaType> Content { get; } = content;
}

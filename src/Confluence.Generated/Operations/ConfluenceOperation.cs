using System.Diagnostics;

namespace Confluence.Generated;

/// <summary>
/// Describes one operation of the REST API: what it is called, where it lies and what it asks of the caller.
/// Exceptions carry it, so that a failure names the operation, its scopes and its permission.
/// </summary>
/// <param name="id">The operation's name in Atlassian's reference, such as <c>getPageById</c>.</param>
/// <param name="api">The API that the operation belongs to: <c>v2</c> or <c>v1</c>.</param>
/// <param name="method">The HTTP method in capitals.</param>
/// <param name="pathTemplate">The path from the root, with its parameters in braces.</param>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class ConfluenceOperation(string id, string api, string method, string pathTemplate)
{
    /// <summary>The operation's name in Atlassian's reference, such as <c>getPageById</c>.</summary>
    public string Id { get; } = id;

    /// <summary>The name in this library, with the group in front: <c>Pages.GetPageById</c>. Traces and metrics call it so. Without one, the <see cref="Id"/>.</summary>
    public string Name { get; init; } = id;

    /// <summary>The API that the operation belongs to: <c>v2</c> or <c>v1</c>.</summary>
    public string Api { get; } = api;

    /// <summary>The HTTP method in capitals, such as <c>GET</c>.</summary>
    public string Method { get; } = method;

    /// <summary>The path from the root, with its parameters in braces, such as <c>/wiki/api/v2/pages/{id}</c>.</summary>
    public string PathTemplate { get; } = pathTemplate;

    /// <summary>The OAuth scopes that a token needs for the operation; empty when the reference names none.</summary>
    public IReadOnlyList<string> Scopes { get; init; } = [];

    /// <summary>The Confluence permission that the caller needs, in words; null when the reference names none.</summary>
    public string? Permission { get; init; }

    /// <summary>
    /// Whether carrying the operation out twice has the same effect as once, so that it may be repeated after a lost answer.
    /// True for GET, HEAD, PUT and DELETE unless said otherwise.
    /// </summary>
    public bool IsIdempotent { get; init; } = method is "GET" or "HEAD" or "PUT" or "DELETE";

    /// <summary>
    /// The most results that a page of the list may be asked for. Null when the reference does not say, so that any size may be asked for and the server decides how many it gives; or when
    /// the operation gives no list.
    /// </summary>
    public int? MaxPageSize { get; init; }

    /// <summary>
    /// How many results a page of the list is asked for when neither <see cref="ConfluenceListOptions.PageSize"/> nor <see cref="ConfluenceClientOptions.PageSize"/> says: mostly
    /// <see cref="MaxPageSize"/>, or what the reference calls the default. Null when that is left to the server, or the operation gives no list.
    /// </summary>
    public int? DefaultPageSize
    {
        get => field ?? MaxPageSize;
        init;
    }

    /// <summary>Whether Atlassian calls the operation experimental: it may change or vanish without notice.</summary>
    public bool IsExperimental { get; init; }

    /// <summary>The address of the operation's page in Atlassian's reference; null when there is none.</summary>
    public string? ReferenceUrl { get; init; }

    /// <summary>Whether the operation may change something on the server.</summary>
    internal bool IsWrite => Method is not ("GET" or "HEAD");

    /// <summary>The operation's name, method and path.</summary>
    /// <returns>For example <c>getPageById (GET /wiki/api/v2/pages/{id})</c>.</returns>
    public override string ToString() => $"{Id} ({Method} {PathTemplate})";
}

using System.Diagnostics;

namespace Confluence.Generated;

/// <summary>
/// Describes one operation of the REST API: its name, its path and its requirements.
/// Exceptions include it, so that a failure names the operation, its scopes and its permission.
/// </summary>
/// <param name="id">The operation's name in Atlassian's reference, such as <c>getPageById</c>.</param>
/// <param name="api">The API that the operation belongs to: <c>v2</c> or <c>v1</c>.</param>
/// <param name="method">The HTTP method in upper case.</param>
/// <param name="pathTemplate">The path from the root, with its parameters in braces.</param>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class ConfluenceOperation(string id, string api, string method, string pathTemplate)
{
    /// <summary>The operation's name in Atlassian's reference, such as <c>getPageById</c>.</summary>
    public string Id { get; } = id;

    /// <summary>The name in this library, prefixed with the group: <c>Pages.GetPageById</c>. Used in traces and metrics. Defaults to the <see cref="Id"/>.</summary>
    public string Name { get; init; } = id;

    /// <summary>The API that the operation belongs to: <c>v2</c> or <c>v1</c>.</summary>
    public string Api { get; } = api;

    /// <summary>The HTTP method in upper case, such as <c>GET</c>.</summary>
    public string Method { get; } = method;

    /// <summary>The path from the root, with its parameters in braces, such as <c>/wiki/api/v2/pages/{id}</c>.</summary>
    public string PathTemplate { get; } = pathTemplate;

    /// <summary>The OAuth scopes that a token needs for the operation; empty if the reference names none.</summary>
    public IReadOnlyList<string> Scopes { get; init; } = [];

    /// <summary>The Confluence permission that the caller needs, in words; null if the reference names none.</summary>
    public string? Permission { get; init; }

    /// <summary>
    /// Whether carrying out the operation twice has the same effect as once, so that it may be repeated after a lost answer.
    /// True for GET, HEAD, PUT and DELETE by default.
    /// </summary>
    public bool IsIdempotent { get; init; } = method is "GET" or "HEAD" or "PUT" or "DELETE";

    /// <summary>
    /// The most results that a page of the list may be asked for. Null if the reference does not say, so that any size is allowed and the server decides how many it returns; or if
    /// the operation does not return a list.
    /// </summary>
    public int? MaxPageSize { get; init; }

    /// <summary>
    /// The number of results that a page of the list is asked for if neither <see cref="ConfluenceListOptions.PageSize"/> nor <see cref="ConfluenceClientOptions.PageSize"/> is set: usually
    /// <see cref="MaxPageSize"/>, or the default in the reference. Null if it is left to the server, or the operation does not return a list.
    /// </summary>
    public int? DefaultPageSize
    {
        get => field ?? MaxPageSize;
        init;
    }

    /// <summary>Whether Atlassian calls the operation experimental: it may change or be removed without notice.</summary>
    public bool IsExperimental { get; init; }

    /// <summary>The address of the operation's page in Atlassian's reference; null if there is none.</summary>
    public string? ReferenceUrl { get; init; }

    /// <summary>Whether the operation may change something on the server.</summary>
    internal bool IsWrite => Method is not ("GET" or "HEAD");

    /// <summary>Returns the operation's name, method and path.</summary>
    /// <returns>For example <c>getPageById (GET /wiki/api/v2/pages/{id})</c>.</returns>
    public override string ToString() => $"{Id} ({Method} {PathTemplate})";
}

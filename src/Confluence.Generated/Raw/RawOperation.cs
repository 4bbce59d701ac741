using System.Collections.Concurrent;

namespace Confluence.Generated.Raw;

/// <summary>
/// The operation of a raw request in errors, logs and telemetry. There are few names and templates, whatever the paths are: neither contains an id.
/// Requests of the same kind share an operation, because failed lists are counted by operation.
/// </summary>
internal readonly record struct RawOperation
{
    private const string Id = "rawRequest";
    private const string V2 = "/wiki/api/";
    private const string V1 = "/wiki/rest/api/";

    /// <summary>Callers use few names too, unless they put ids into them against the documentation. Further operations are then not kept.</summary>
    private const int MostKept = 1000;

    private static readonly ConcurrentDictionary<RawOperation, ConfluenceOperation> s_known = new();

    private string Method { get; init; }

    private string? Name { get; init; }

    private string Api { get; init; }

    private string Template { get; init; }

    private bool IsIdempotent { get; init; }

    /// <summary>Gets the operation for a request.</summary>
    /// <param name="method">The method.</param>
    /// <param name="path">The path, checked.</param>
    /// <param name="name">The caller's name for the operation; null for none.</param>
    /// <param name="template">The caller's template; null for none.</param>
    /// <param name="isIdempotent">Whether the caller allows repetitions; null for the default of the method.</param>
    /// <exception cref="ArgumentException">The API does not have the method.</exception>
    public static ConfluenceOperation Of(HttpMethod method, string path, string? name, string? template, bool? isIdempotent)
    {
        ArgumentNullException.ThrowIfNull(method);
        (string api, string root) = ApiOf(path);
        string known = KnownMethod(method);
        RawOperation key = new()
        {
            Method = known,
            Name = name,
            Api = api,
            Template = template ?? root + "{path}",
            IsIdempotent = isIdempotent ?? known is "GET" or "HEAD" or "PUT" or "DELETE",
        };
        return s_known.TryGetValue(key, out ConfluenceOperation? operation) ? operation
            : s_known.Count < MostKept ? s_known.GetOrAdd(key, static key => key.Make())
            : key.Make();
    }

    private ConfluenceOperation Make() => new(Name ?? Id, Api, Method, Template)
    {
        Name = Name ?? $"Raw.{Method[..1]}{Method[1..].ToLowerInvariant()}",
        IsIdempotent = IsIdempotent,
    };

    /// <summary>Gets the API of a path, and where it begins. A path that does not name a newer API belongs to the web application, as v1 does.</summary>
    private static (string Api, string Root) ApiOf(string path)
    {
        if (path.StartsWith(V2, StringComparison.Ordinal))
        {
            string version = path[V2.Length..].Split('/')[0];
            if (version is ['v', >= '0' and <= '9'] or ['v', >= '0' and <= '9', >= '0' and <= '9'])
            {
                return (version, $"{V2}{version}/");
            }
        }

        return ("v1", path.StartsWith(V1, StringComparison.Ordinal) ? V1 : "/wiki/");
    }

    private static string KnownMethod(HttpMethod method) => method.Method.ToUpperInvariant() switch
    {
        "GET" or "HEAD" or "POST" or "PUT" or "PATCH" or "DELETE" => method.Method.ToUpperInvariant(),
        string other => throw new ArgumentException($"'{other}' is not a method of Confluence's API. Use {nameof(HttpMethod)}.Get, Head, Post, Put, Patch or Delete.", nameof(method)),
    };
}

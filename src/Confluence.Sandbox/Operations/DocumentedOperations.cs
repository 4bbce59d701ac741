using System.Text.Json;

namespace Confluence.Sandbox.Operations;

/// <summary>One operation of Atlassian's two documents.</summary>
/// <param name="Id">Its operationId.</param>
/// <param name="Method">The method in capitals.</param>
/// <param name="Path">The path from the root of the site, with its placeholders in braces.</param>
/// <param name="Scopes">The scopes that it asks for: those in use (state Current), or, where there are none, those announced.</param>
internal sealed record DocumentedOperation(string Id, string Method, string Path, IReadOnlyList<string> Scopes)
{
    public string[] Template { get; } = Path.Split('/', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Gets how many segments of the path are words of their own.</summary>
    public int Words => Template.Count(static segment => !IsPlaceholder(segment));

    public bool Fits(string[] segments)
    {
        for (int index = 0; index < Template.Length; index++)
        {
            if (!IsPlaceholder(Template[index]) && Template[index] != segments[index])
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsPlaceholder(string segment) => segment.StartsWith('{');
}

/// <summary>All operations of Atlassian's two documents. Read once, when the first request needs them.</summary>
internal static class DocumentedOperations
{
    private static readonly Lazy<IReadOnlyList<DocumentedOperation>> s_all = new(static () =>
        [.. ReadDocument("confluence-v1.json", ""), .. ReadDocument("confluence-v2.json", "/wiki/api/v2")]);

    private static readonly Lazy<ILookup<(string Method, int Length), DocumentedOperation>> s_byLength = new(static () =>
        All.ToLookup(static operation => (operation.Method, operation.Template.Length)));

    public static IReadOnlyList<DocumentedOperation> All => s_all.Value;

    /// <summary>Gives the operation that a request is for; null when no document knows it.</summary>
    /// <param name="method">The method in capitals.</param>
    /// <param name="path">The path from the root of the site, still percent-encoded.</param>
    public static DocumentedOperation? Find(string method, string path)
    {
        string[] segments = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        DocumentedOperation? best = null;
        foreach (DocumentedOperation operation in s_byLength.Value[(method, segments.Length)])
        {
            // /user/current fits /user/{id} too: the template with more words of its own is meant.
            if (operation.Fits(segments) && (best is null || operation.Words > best.Words))
            {
                best = operation;
            }
        }

        return best;
    }

    private static List<DocumentedOperation> ReadDocument(string name, string prefix)
    {
        using Stream stream = typeof(DocumentedOperations).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The document {name} is missing from the assembly.");
        using JsonDocument document = JsonDocument.Parse(stream);
        List<DocumentedOperation> operations = [];
        foreach (JsonProperty path in document.RootElement.GetProperty("paths").EnumerateObject())
        {
            foreach (JsonProperty method in path.Value.EnumerateObject())
            {
                if (method.Value.ValueKind == JsonValueKind.Object && method.Value.TryGetProperty("operationId"u8, out JsonElement id))
                {
                    operations.Add(new DocumentedOperation(id.GetString() ?? "", method.Name.ToUpperInvariant(), prefix + path.Name, Scopes(method.Value)));
                }
            }
        }

        return operations;
    }

    private static IReadOnlyList<string> Scopes(JsonElement operation)
    {
        if (!operation.TryGetProperty("x-atlassian-oauth2-scopes"u8, out JsonElement sets))
        {
            return [];
        }

        IReadOnlyList<string> current = Scopes(sets, currentOnly: true);
        return current.Count > 0 ? current : Scopes(sets, currentOnly: false);
    }

    private static IReadOnlyList<string> Scopes(JsonElement sets, bool currentOnly) =>
        [.. sets.EnumerateArray()
            .Where(set => !currentOnly || set.GetProperty("state"u8).ValueEquals("Current"u8))
            .SelectMany(static set => set.GetProperty("scopes"u8).EnumerateArray())
            .Select(static scope => scope.GetString() ?? "")
            .Distinct()];
}

using System.Text.Json;

namespace Confluence.Sandbox.Access;

/// <summary>
/// The scopes that each operation asks for, out of Atlassian's two documents: those in use (state Current), or, where there are none,
/// those announced. Read once, when a token with scopes or the log of requests first needs them.
/// </summary>
internal static class OperationScopes
{
    private static readonly Lazy<ILookup<(string Method, int Length), Operation>> s_operations = new(Read);

    /// <summary>Gives the scopes of the operation that a path belongs to; none for a path that no document knows.</summary>
    /// <param name="method">The method in capitals.</param>
    /// <param name="path">The path from the root of the site, still percent-encoded.</param>
    public static IReadOnlyList<string> Of(string method, string path)
    {
        string[] segments = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        Operation? best = null;
        foreach (Operation operation in s_operations.Value[(method, segments.Length)])
        {
            // /user/current fits /user/{id} too: the template with more words of its own is meant.
            if (operation.Fits(segments) && (best is null || operation.Words > best.Words))
            {
                best = operation;
            }
        }

        return best?.Scopes ?? [];
    }

    private static ILookup<(string Method, int Length), Operation> Read() =>
        ReadDocument("confluence-v1.json", "").Concat(ReadDocument("confluence-v2.json", "/wiki/api/v2"))
            .ToLookup(static operation => (operation.Method, operation.Template.Length));

    private static List<Operation> ReadDocument(string name, string prefix)
    {
        using Stream stream = typeof(OperationScopes).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The document {name} is missing from the assembly.");
        using JsonDocument document = JsonDocument.Parse(stream);
        List<Operation> operations = [];
        foreach (JsonProperty path in document.RootElement.GetProperty("paths").EnumerateObject())
        {
            foreach (JsonProperty method in path.Value.EnumerateObject())
            {
                if (method.Value.ValueKind == JsonValueKind.Object && method.Value.TryGetProperty("x-atlassian-oauth2-scopes"u8, out JsonElement sets))
                {
                    IReadOnlyList<string> current = Scopes(sets, currentOnly: true);
                    operations.Add(new Operation(
                        method.Name.ToUpperInvariant(),
                        (prefix + path.Name).Split('/', StringSplitOptions.RemoveEmptyEntries),
                        current.Count > 0 ? current : Scopes(sets, currentOnly: false)));
                }
            }
        }

        return operations;
    }

    private static IReadOnlyList<string> Scopes(JsonElement sets, bool currentOnly) =>
        [.. sets.EnumerateArray()
            .Where(set => !currentOnly || set.GetProperty("state"u8).ValueEquals("Current"u8))
            .SelectMany(static set => set.GetProperty("scopes"u8).EnumerateArray())
            .Select(static scope => scope.GetString() ?? "")
            .Distinct()];

    private sealed record Operation(string Method, string[] Template, IReadOnlyList<string> Scopes)
    {
        public int Words { get; } = Template.Count(static segment => !IsPlaceholder(segment));

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
}

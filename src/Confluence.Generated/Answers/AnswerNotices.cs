namespace Confluence.Generated.Answers;

/// <summary>Finds notices about the future of an operation in its answer (RFC 9745, RFC 8594; Warning 299 of older servers).</summary>
internal static class AnswerNotices
{
    private const int MaxLength = 400;

    private static readonly string[] s_headers = ["Deprecation", "Sunset", "Warning"];

    public static IEnumerable<(string Header, string Text)> Of(HttpAnswer answer)
    {
        foreach (string header in s_headers)
        {
            // A stale cache is not a notice: only warnings about the operation count.
            if (answer.Clean(answer.Headers(header), MaxLength) is { } text && (header != "Warning" || text.StartsWith("299", StringComparison.Ordinal)))
            {
                yield return (header, text);
            }
        }
    }

    public static bool Any(HttpAnswer answer) => Array.Exists(s_headers, name => answer.Response.Headers.NonValidated.Contains(name));
}

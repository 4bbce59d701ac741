namespace Confluence.Generated.Answers;

/// <summary>Recognizes an answer that is a web page: from a proxy, or a login page instead of Confluence.</summary>
internal static class WebPage
{
    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>Whether the answer is a web page. An empty answer is not, whatever its media type: many writes have one.</summary>
    public static bool Is(HttpAnswer answer)
    {
        ReadOnlySpan<byte> body = answer.Body;
        body = (body.StartsWith(ByteOrderMark) ? body[ByteOrderMark.Length..] : body).TrimStart(" \t\r\n"u8);
        return !body.IsEmpty && (body[0] == (byte)'<' || IsHtml(answer.ContentType));
    }

    private static bool IsHtml(string? mediaType) =>
        string.Equals(mediaType, "text/html", StringComparison.OrdinalIgnoreCase) || string.Equals(mediaType, "application/xhtml+xml", StringComparison.OrdinalIgnoreCase);
}

namespace Confluence.Generated.Answers;

/// <summary>Recognises an answer that is a page for people: of a proxy, or of a login in Confluence's place.</summary>
internal static class WebPage
{
    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>Whether the answer is such a page. An empty one is none, whatever it calls itself: many writes are answered so.</summary>
    public static bool Is(HttpAnswer answer)
    {
        ReadOnlySpan<byte> body = answer.Body;
        body = (body.StartsWith(ByteOrderMark) ? body[ByteOrderMark.Length..] : body).TrimStart(" \t\r\n"u8);
        return !body.IsEmpty && (body[0] == (byte)'<' || IsHtml(answer.ContentType));
    }

    private static bool IsHtml(string? mediaType) =>
        string.Equals(mediaType, "text/html", StringComparison.OrdinalIgnoreCase) || string.Equals(mediaType, "application/xhtml+xml", StringComparison.OrdinalIgnoreCase);
}

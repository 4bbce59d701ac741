using System.Text.Json;
using Confluence.Generated.Errors.Text;

namespace Confluence.Generated.Errors;

/// <summary>The shape of an error body.</summary>
internal enum ErrorShape
{
    Empty,
    V2,
    V1,
    GatewayCode,
    GatewayTimestamp,
    OtherJson,
    Html,
    Text,
}

/// <summary>The body of a refusal, in any shape. Reading it never fails, whatever a server sends.</summary>
/// <param name="Shape">The shape.</param>
/// <param name="Errors">The errors in it.</param>
/// <param name="Excerpt">Its beginning; null if it is empty.</param>
internal sealed record ErrorBody(ErrorShape Shape, IReadOnlyList<ConfluenceError> Errors, string? Excerpt)
{
    /// <summary>A server may report many errors; nobody reads more than this.</summary>
    private const int MaxErrors = 50;

    /// <summary>How much of a body is used for its excerpt.</summary>
    private const int MaxExcerpted = 16 * 1024;

    /// <summary>Whether any error contains the words, ignoring case.</summary>
    public bool Says(string words) => Errors.Any(error =>
        Holds(error.Title, words) || Holds(error.Detail, words) || Holds(error.Code, words));

    public static ErrorBody Read(ReadOnlySpan<byte> body, string? contentType, SecretValues? secrets = null, string? charset = null)
    {
        // From here on it is text without the credential and without anything that reading could fail on.
        string text = (secrets ?? SecretValues.None).Scrub(ForeignText.Decode(body, charset));
        string? excerpt = SafeText.Clean(text.Length > MaxExcerpted ? text[..MaxExcerpted] : text, SafeText.ExcerptLength);
        if (excerpt is null)
        {
            return new ErrorBody(ErrorShape.Empty, [], null);
        }

        // The content type is not reliable: plain text arrives as JSON, and pages as anything.
        if (SafeText.IsHtml(body, contentType))
        {
            string? title = SafeText.HtmlTitle(text);
            return new ErrorBody(ErrorShape.Html, title is null ? [] : [new ConfluenceError { Title = title }], excerpt);
        }

        return ReadJson(text, excerpt)
            ?? new ErrorBody(ErrorShape.Text, [new ConfluenceError { Title = SafeText.Clean(excerpt, SafeText.PhraseLength) }], excerpt);
    }

    private static ErrorBody? ReadJson(string text, string excerpt)
    {
        JsonElement root;
        try
        {
            root = JsonElement.Parse(ForeignText.WithWholeEscapes(text));
        }
        catch (JsonException)
        {
            return null; // Not JSON, whatever the content type says: shown as text.
        }

        List<ConfluenceError> errors = [];
        ErrorShape shape = root.ValueKind == JsonValueKind.Object ? ErrorMembers.Read(root, errors) : ErrorShape.OtherJson;
        if (root.ValueKind == JsonValueKind.String)
        {
            errors.Add(new ConfluenceError { Title = ErrorMembers.Phrase(root) });
        }
        else if (root.ValueKind == JsonValueKind.Array)
        {
            ErrorMembers.ReadList(root, errors);
        }

        return new ErrorBody(shape, errors.Count > MaxErrors ? errors[..MaxErrors] : errors, excerpt);
    }

    private static bool Holds(string? text, string words) => text is not null && text.Contains(words, StringComparison.OrdinalIgnoreCase);
}

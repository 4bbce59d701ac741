using System.Text.Json;
using Confluence.Generated.Answers;

namespace Confluence.Generated.OAuth;

/// <summary>The JSON of the authorization server.</summary>
internal static class TokenJson
{
    /// <summary>How long an access token lasts where the server does not say.</summary>
    private const double UsualSeconds = 3600;

    public static byte[] Write((string Name, string Value)[] values)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter writer = new(stream))
        {
            writer.WriteStartObject();
            foreach ((string name, string value) in values)
            {
                writer.WriteString(name, value);
            }

            writer.WriteEndObject();
        }

        return stream.ToArray();
    }

    /// <summary>The tokens of an answer; null when there are none in it.</summary>
    public static OAuthTokens? Read(HttpAnswer answer, DateTimeOffset now) => Parse(answer, root =>
    {
        string? access = Text(root, "access_token"u8);
        double seconds = root.TryGetProperty("expires_in"u8, out JsonElement lasts) && lasts.ValueKind == JsonValueKind.Number ? lasts.GetDouble() : UsualSeconds;
        string[] scopes = Text(root, "scope"u8)?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [];
        return access is null || seconds is not (> 0 and < 1e9) ? null : new OAuthTokens(access, Text(root, "refresh_token"u8), now.AddSeconds(seconds), scopes);
    });

    /// <summary>The error code and what the server says of it; null where it says nothing.</summary>
    public static (string? Code, string? Description) ReadError(HttpAnswer answer) =>
        (Parse(answer, static root => Text(root, "error"u8)), Parse(answer, static root => Text(root, "error_description"u8)));

    /// <summary>The sites, each once: the server lists one for each product on it. Null when the answer is something else.</summary>
    public static IReadOnlyList<OAuthResource>? ReadResources(HttpAnswer answer, Uri? gateway) => Parse(answer, root =>
        root.EnumerateArray()
            .Select(entry => (Id: Text(entry, "id"u8), Name: Text(entry, "name"u8), Url: Text(entry, "url"u8), Scopes: ScopesOf(entry)))
            .Where(static entry => entry.Id is not null && ConfluenceSite.IsCloudId(entry.Id) && Uri.TryCreate(entry.Url, UriKind.Absolute, out _))
            .GroupBy(static entry => entry.Id, StringComparer.Ordinal)
            .Select(group => new OAuthResource(group.Key!, group.First().Name ?? group.Key!, new Uri(group.First().Url!, UriKind.Absolute), [.. group.SelectMany(static entry => entry.Scopes).Distinct(StringComparer.Ordinal)]) { Gateway = gateway }) // What is null was left out above.
            .ToArray());

    private static string[] ScopesOf(JsonElement entry) => entry.TryGetProperty("scopes"u8, out JsonElement scopes) && scopes.ValueKind == JsonValueKind.Array
        ? [.. scopes.EnumerateArray().Where(static scope => scope.ValueKind == JsonValueKind.String).Select(static scope => scope.GetString()!)] // A string is not null.
        : [];

    private static string? Text(JsonElement root, ReadOnlySpan<byte> name) =>
        root.ValueKind == JsonValueKind.Object && root.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static T? Parse<T>(HttpAnswer answer, Func<JsonElement, T?> read)
        where T : class
    {
        try
        {
            Utf8JsonReader reader = new(JsonAnswer.Text(answer));
            using JsonDocument document = JsonDocument.ParseValue(ref reader);
            return read(document.RootElement);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or ArgumentException or FormatException)
        {
            return null; // The caller says that the answer is none, with its status.
        }
    }
}

using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text.Json;

namespace Confluence.Generated;

/// <summary>
/// What the authorization server issued: an access token, which lasts an hour, and the refresh token that gets the next one. Each refresh token works once.
/// Anyone who has them can act as the account that consented, so keep them like a password. <see cref="ToString"/> shows neither.
/// </summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class OAuthTokens
{
    /// <summary>Makes the tokens, as a store reads them.</summary>
    /// <param name="accessToken">The access token.</param>
    /// <param name="refreshToken">The refresh token; null when none was issued, because <c>offline_access</c> was not asked for or the app acts for itself.</param>
    /// <param name="expiresAt">When the access token ends.</param>
    /// <param name="scopes">What the access token may be used for.</param>
    /// <exception cref="ArgumentNullException"><paramref name="accessToken"/> or <paramref name="scopes"/> is null.</exception>
    /// <exception cref="ArgumentException">A token cannot be right. The message says why and does not show it.</exception>
    public OAuthTokens(string accessToken, string? refreshToken, DateTimeOffset expiresAt, IEnumerable<string> scopes)
    {
        ArgumentNullException.ThrowIfNull(scopes);
        AccessToken = Authentication.Secret.Check(accessToken, nameof(accessToken), "access token");
        RefreshToken = refreshToken is null ? null : Authentication.Secret.Check(refreshToken, nameof(refreshToken), "refresh token");
        ExpiresAt = expiresAt;
        Scopes = [.. scopes];
        Authorization = new AuthenticationHeaderValue("Bearer", AccessToken);
    }

    /// <summary>The access token.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string AccessToken { get; }

    /// <summary>The refresh token; null when none was issued.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string? RefreshToken { get; }

    /// <summary>When the access token ends.</summary>
    public DateTimeOffset ExpiresAt { get; }

    /// <summary>What the access token may be used for.</summary>
    public IReadOnlyList<string> Scopes { get; }

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    internal AuthenticationHeaderValue Authorization { get; }

    /// <summary>Writes the tokens as JSON, secrets included, for a store of your own. Encrypt it, or put it where only the application can read it.</summary>
    /// <returns>The JSON, in UTF-8.</returns>
    public byte[] ToJson()
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter writer = new(stream))
        {
            WriteTo(writer);
        }

        return stream.ToArray();
    }

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    /// <param name="json">The JSON, in UTF-8.</param>
    /// <returns>The tokens.</returns>
    /// <exception cref="FormatException">It is not what <see cref="ToJson"/> writes. The message shows nothing of it.</exception>
    public static OAuthTokens FromJson(ReadOnlySpan<byte> json)
    {
        try
        {
            Utf8JsonReader reader = new(json);
            using JsonDocument document = JsonDocument.ParseValue(ref reader);
            return Read(document.RootElement);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or KeyNotFoundException or FormatException or ArgumentException)
        {
            throw new FormatException($"These are no tokens as {nameof(OAuthTokens)}.{nameof(ToJson)} writes them ({exception.GetType().Name}).");
        }
    }

    /// <summary>Names what is there and when it ends, without the tokens.</summary>
    /// <returns>For example <c>access token until 2026-11-02T11:00:00Z for 3 scopes, with a refresh token</c>.</returns>
    public override string ToString() =>
        $"access token until {ExpiresAt.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'} for {Scopes.Count} scopes, with{(RefreshToken is null ? "out" : string.Empty)} a refresh token";

    internal void WriteTo(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("accessToken"u8, AccessToken);
        writer.WriteString("refreshToken"u8, RefreshToken);
        writer.WriteString("expiresAt"u8, ExpiresAt);
        writer.WriteStartArray("scopes"u8);
        foreach (string scope in Scopes)
        {
            writer.WriteStringValue(scope);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    internal static OAuthTokens Read(JsonElement element) => new(
        element.GetProperty("accessToken"u8).GetString()!, // The constructor refuses null.
        element.GetProperty("refreshToken"u8).GetString(),
        element.GetProperty("expiresAt"u8).GetDateTimeOffset(),
        element.GetProperty("scopes"u8).EnumerateArray().Select(static scope => scope.GetString() ?? throw new FormatException()));
}

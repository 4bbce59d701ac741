namespace Confluence.Sandbox;

/// <summary>What e-mail addresses and tokens may look like, so that Basic authentication can carry them.</summary>
internal static class CredentialText
{
    public static bool IsEmail(string? text) =>
        !string.IsNullOrWhiteSpace(text) && text.Contains('@', StringComparison.Ordinal) && !text.Contains(':', StringComparison.Ordinal);

    public static bool IsToken(string? text) => text is { Length: > 0 } && !text.AsSpan().ContainsAnyExceptInRange('!', '~');
}

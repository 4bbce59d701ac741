namespace Confluence.Generated.Authentication;

/// <summary>Checks a secret for the mistakes of copying and pasting, without ever showing it.</summary>
internal static class Secret
{
    public static string Check(string? secret, string parameter, string kind)
    {
        ArgumentNullException.ThrowIfNull(secret, parameter);
        if (string.IsNullOrWhiteSpace(secret))
        {
            throw new ArgumentException($"The {kind} is empty. A variable or setting that should hold it may be missing.", parameter);
        }

        for (int i = 0; i < secret.Length; i++)
        {
            if (char.IsWhiteSpace(secret[i]))
            {
                string where = i == 0 ? "begins with" : i >= secret.TrimEnd().Length ? "ends with" : "holds";
                throw new ArgumentException($"The {kind} {where} white space or a line break, which is no part of a token. Remove it.", parameter);
            }

            if (char.IsControl(secret[i]) || secret[i] > '~')
            {
                throw new ArgumentException($"The {kind} holds a character at position {i} that no token holds. Copy it again.", parameter);
            }
        }

        return secret;
    }
}

using System.Globalization;

namespace Confluence.Generated.Errors;

/// <summary>A refused call, with what the advice about it needs.</summary>
/// <param name="Kind">What is probably wrong.</param>
/// <param name="Site">Where the call went.</param>
/// <param name="Operation">The operation that was called.</param>
/// <param name="Answer">The answer.</param>
internal sealed record Refused(ConfluenceErrorKind Kind, ConfluenceSite Site, ConfluenceOperation Operation, IFailedAnswer Answer)
{
    /// <summary>Whether a bearer token was sent. Only checks the scheme of the header.</summary>
    public bool IsBearer { get; } =
        string.Equals(Answer.CredentialScheme, "Bearer", StringComparison.OrdinalIgnoreCase);

    /// <summary>The permission that the account needs, without a full stop; null if the reference names none in particular.</summary>
    public string? Permission { get; } =
        Operation.Permission is { } permission && !permission.StartsWith("No particular", StringComparison.Ordinal) ? permission.TrimEnd('.') : null;

    /// <summary>A sentence about what the account needs, after a space; empty if there is nothing.</summary>
    public string AccountNeeds => Permission is null ? string.Empty : $" The account needs: {Permission}.";

    /// <summary>A sentence with the address of the operation's reference, after a space; empty if there is none.</summary>
    public string See => Operation.ReferenceUrl is { } url ? $" See {url}." : string.Empty;

    /// <summary>The wait that the server asks for, in words; null if it asks for none.</summary>
    public string? Wait => Answer.RetryAfter is { } wait
        ? string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(wait.TotalSeconds):0} s{(wait.TotalMinutes >= 2 ? $" (about {Math.Round(wait.TotalMinutes):0} minutes)" : string.Empty)}")
        : null;
}

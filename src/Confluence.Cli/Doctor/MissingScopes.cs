using Confluence.Generated;

namespace Confluence.Cli.Doctor;

/// <summary>The scopes that a token turned out to lack. One new token mends all of it, so they are put together.</summary>
internal sealed class MissingScopes
{
    private readonly List<string> _scopes = [];

    /// <summary>Remembers what a refusal says about scopes, if it does.</summary>
    public void Note(ConfluenceException error)
    {
        if (error is ConfluenceApiException { Kind: var kind, Scopes: var scopes } && kind == ConfluenceErrorKind.ScopeMissing)
        {
            _scopes.AddRange(scopes.Where(scope => !_scopes.Contains(scope)));
        }
    }

    /// <summary>Sums up.</summary>
    /// <param name="isApp">Whether the token is one of an OAuth app.</param>
    /// <returns>What to do; null when nothing is missing.</returns>
    public Finding? Finding(bool isApp) => _scopes.Count == 0 ? null : Doctor.Finding.Note(
        "Scopes",
        FormattableString.Invariant($"of those above, the token lacks {_scopes.Count}"),
        isApp ? $"Add these scopes to the app in the developer console, and sign in again (confluence auth login --oauth): {string.Join(", ", _scopes)}. Leave out what only warnings name, if you do not need what it is for."
        : "The scopes of a token cannot be changed: make a new one (Create API token with scopes) at https://id.atlassian.com/manage-profile/security/api-tokens that has, "
        + $"beside its present ones, {string.Join(", ", _scopes)}. Leave out what only warnings name, if you do not need what it is for.");
}

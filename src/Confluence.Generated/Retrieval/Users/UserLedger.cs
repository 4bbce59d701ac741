using Confluence.Generated.Retrieval.Failures;
using Confluence.Generated.Retrieval.Site;
using Confluence.Generated.V1.Models;

namespace Confluence.Generated.Retrieval.Users;

/// <summary>The users that one walk has given, so that each is given once.</summary>
internal sealed class UserLedger(string what, ISiteClient client, UserRetrievalOptions options)
{
    // The lists page by position: somebody who joins or leaves meanwhile can move another one onto two pages.
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    public RetrievalGaps Gaps { get; } = new(what, options, client.Transport.Logger);

    /// <summary>The user to give; null when this one was given before or is not wanted.</summary>
    public RetrievedUser? Take(UserAccount account, string? groupName)
    {
        if (account.AccountId is not { Length: > 0 } id)
        {
            Gaps.Report(new RetrievalGap("A user without an account id", "the site listed an account that it does not identify, so it cannot be told apart from others."));
            return null;
        }

        if (!_seen.Add(id))
        {
            return null;
        }

        RetrievedUser user = RetrievedUser.Of(account, id, groupName);
        return options.Wants(user) ? user : null;
    }
}

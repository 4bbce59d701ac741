using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;

namespace Confluence.Generated.Retrieval;

/// <summary>What became of one account id that was looked up.</summary>
[DebuggerDisplay("UserLookup {AccountId} found: {IsFound}")]
public sealed class UserLookup
{
    /// <summary>Makes the result; retrievals do, and so may tests of calling code.</summary>
    /// <param name="accountId">The account id that was asked for.</param>
    /// <param name="user">The user; null when the site gave none.</param>
    public UserLookup(string accountId, RetrievedUser? user)
    {
        ArgumentException.ThrowIfNullOrEmpty(accountId);
        AccountId = accountId;
        User = user;
    }

    /// <summary>The account id that was asked for.</summary>
    public string AccountId { get; }

    /// <summary>
    /// The user. Null when there is no user with this id, the caller may not see the user (the site does not tell these two apart), or the lookup failed; in the
    /// last case <see cref="Gap"/> is set.
    /// </summary>
    public RetrievedUser? User { get; }

    /// <summary>Why the lookup failed, so that there may be such a user; null when it did not fail.</summary>
    public RetrievalGap? Gap { get; init; }

    /// <summary>Whether the site gave a user. False does not mean that there is no such user: check <see cref="Gap"/>.</summary>
    [MemberNotNullWhen(true, nameof(User))]
    public bool IsFound => User is not null;
}

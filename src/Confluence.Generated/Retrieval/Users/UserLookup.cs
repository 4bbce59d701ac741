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

    /// <summary>The user; null when there is none with this id, or the caller may not see the user. The site does not tell these two apart.</summary>
    public RetrievedUser? User { get; }

    /// <summary>Why the site could not be asked for the user, so that there may be one; null when it was asked.</summary>
    public RetrievalGap? Gap { get; init; }

    /// <summary>Whether the site gave a user.</summary>
    [MemberNotNullWhen(true, nameof(User))]
    public bool IsFound => User is not null;
}

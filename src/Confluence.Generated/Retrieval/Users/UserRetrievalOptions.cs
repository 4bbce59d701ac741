namespace Confluence.Generated.Retrieval;

/// <summary>Which users to retrieve.</summary>
public sealed record UserRetrievalOptions : RetrievalOptions
{
    /// <summary>The kinds of users to give; null or empty, the default, gives all.</summary>
    public IReadOnlyList<UserKind>? Kinds { get; init; }

    /// <summary>
    /// Whether to look into all groups too, after the user search. Null, the default: only when the search has come to its end at 10,000 users, is refused or fails.
    /// True: always, which also finds accounts that the search leaves out. False: never.
    /// </summary>
    public bool? ThroughGroups { get; init; }

    internal bool Wants(RetrievedUser user) => Kinds is not { Count: > 0 } kinds || kinds.Contains(user.Kind);
}

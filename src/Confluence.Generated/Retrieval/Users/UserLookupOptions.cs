namespace Confluence.Generated.Retrieval;

/// <summary>How to look users up by their account ids.</summary>
public sealed record UserLookupOptions : RetrievalOptions
{
    /// <summary>The operation to ask; <see cref="UserLookupApi.V2"/> by default.</summary>
    public UserLookupApi Api { get; init; }
}

/// <summary>The operations that look users up by account id.</summary>
public enum UserLookupApi
{
    /// <summary>
    /// <c>POST /users-bulk</c> of v2: up to 250 ids a request, tells active from deactivated accounts. Scope <c>read:user:confluence</c>.
    /// </summary>
    V2,

    /// <summary><c>GET /user/bulk</c> of v1: up to 100 ids a request, tells guests. Scope <c>read:confluence-user</c>.</summary>
    V1,
}

namespace Confluence.Generated.Paging;

/// <summary>Describes the page after a page: the token that leads there, that there is none, or that there is one but nothing leads there.</summary>
/// <param name="Token">The token of the next page; null if nothing leads there.</param>
/// <param name="Contradiction">Why the list cannot end here although nothing leads on, as part of a sentence; null if there is no contradiction.</param>
internal readonly record struct NextPage(string? Token, string? Contradiction = null)
{
    /// <summary>
    /// The token of a page whose list neither ends nor continues. It only leads to the error, so that callers who read page by page also get it.
    /// No server sends such a cursor: cursors are base64, and this is not.
    /// </summary>
    public const string NoWayOn = "!no-way-on";

    /// <summary>The list ends with this page.</summary>
    public static NextPage End => default;

    public static NextPage At(string token) => new(token);

    public static NextPage Lost(string contradiction) => new(null, contradiction);

    /// <summary>The token that callers get.</summary>
    public string? PublicToken => Contradiction is null ? Token : NoWayOn;
}

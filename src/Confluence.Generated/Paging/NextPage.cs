namespace Confluence.Generated.Paging;

/// <summary>What a page says of the page after it: the token that leads there, that there is none, or that there is one and nothing leads there.</summary>
/// <param name="Token">The token of the next page; null when nothing leads on.</param>
/// <param name="Contradiction">Why the list cannot end here although nothing leads on, as the part of a sentence; null when all is well.</param>
internal readonly record struct NextPage(string? Token, string? Contradiction = null)
{
    /// <summary>
    /// The token of a page whose list has no end and no way on. It leads to the error alone, so that callers who go page by page get it too.
    /// No server sends such a cursor: they are base64, and this is not.
    /// </summary>
    public const string NoWayOn = "!no-way-on";

    /// <summary>The list ends with this page.</summary>
    public static NextPage End => default;

    public static NextPage At(string token) => new(token);

    public static NextPage Lost(string contradiction) => new(null, contradiction);

    /// <summary>What callers get as the token of the page.</summary>
    public string? PublicToken => Contradiction is null ? Token : NoWayOn;
}

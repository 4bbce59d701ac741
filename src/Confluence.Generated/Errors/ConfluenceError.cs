namespace Confluence.Generated;

/// <summary>One error that the server reported. Each part is null if the answer did not have it.</summary>
public sealed class ConfluenceError
{
    /// <summary>The status of the error as text: it arrives as a number or as a string.</summary>
    public string? Status { get; init; }

    /// <summary>The machine-readable code, such as <c>NOT_FOUND</c>.</summary>
    public string? Code { get; init; }

    /// <summary>What is wrong.</summary>
    public string? Title { get; init; }

    /// <summary>The details.</summary>
    public string? Detail { get; init; }

    /// <summary>Returns the parts that the error has.</summary>
    /// <returns>The title, the detail and the code.</returns>
    public override string ToString()
    {
        string text = string.IsNullOrEmpty(Title) ? Detail ?? "" : string.IsNullOrEmpty(Detail) ? Title : $"{Title}{(Title.EndsWith('.') ? "" : ":")} {Detail}";
        return Code is null ? text : text.Length == 0 ? Code : $"{text} ({Code})";
    }
}

namespace Confluence.Generated;

/// <summary>One complaint of the server. Each part is null when the answer did not have it.</summary>
public sealed class ConfluenceError
{
    /// <summary>The status that the complaint names, as text: it arrives as a number or as a string.</summary>
    public string? Status { get; init; }

    /// <summary>The machine-readable code, such as <c>NOT_FOUND</c>.</summary>
    public string? Code { get; init; }

    /// <summary>What is wrong.</summary>
    public string? Title { get; init; }

    /// <summary>More about it.</summary>
    public string? Detail { get; init; }

    /// <summary>The parts that the complaint has.</summary>
    /// <returns>The title, the detail and the code.</returns>
    public override string ToString()
    {
        string text = string.IsNullOrEmpty(Title) ? Detail ?? "" : string.IsNullOrEmpty(Detail) ? Title : $"{Title}{(Title.EndsWith('.') ? "" : ":")} {Detail}";
        return Code is null ? text : text.Length == 0 ? Code : $"{text} ({Code})";
    }
}

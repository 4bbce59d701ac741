using Confluence.Generated;

namespace Confluence.Cli.Rendering;

/// <summary>One thing that rows tell of a result.</summary>
/// <typeparam name="T">What one result is.</typeparam>
/// <param name="Title">What stands above it in a table; null keeps it out of tables.</param>
/// <param name="Name">Its name in CSV.</param>
/// <param name="Text">Its text; null for an empty cell.</param>
internal sealed record Field<T>(string? Title, string Name, Func<T, string?> Text)
{
    /// <summary>Gets its width on a terminal; null for a share of what the others leave.</summary>
    public int? Width { get; init; }

    /// <summary>Gets whether other columns give way first on a narrow terminal.</summary>
    public bool IsKept { get; init; }

    /// <summary>Gets its text in a table, where it differs from that in CSV.</summary>
    public Func<T, string?>? TableText { get; init; }

    /// <summary>Gives its text for a result.</summary>
    public string? Of(T result) => Read(Text, result);

    /// <summary>Gives its text for a result in a table.</summary>
    public string? InTable(T result) => Read(TableText ?? Text, result);

    /// <summary>What the site did not send is an empty cell: it costs neither the row nor the list.</summary>
    private static string? Read(Func<T, string?> text, T result)
    {
        try
        {
            return text(result);
        }
        catch (ConfluenceResponseException missing) when (missing.Member is not null)
        {
            return null;
        }
    }
}

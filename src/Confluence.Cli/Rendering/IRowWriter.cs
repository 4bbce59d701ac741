namespace Confluence.Cli.Rendering;

/// <summary>Writes the rows of one table as they come.</summary>
internal interface IRowWriter
{
    /// <summary>Writes a row, at once or with the next few.</summary>
    /// <param name="cells">One text a column; null for an empty one.</param>
    void Write(IReadOnlyList<string?> cells);

    /// <summary>Writes what was held back. To be called once, after the last row.</summary>
    void Complete();
}

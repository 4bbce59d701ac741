namespace Confluence.Cli.Rendering;

/// <summary>The forms in which results are written.</summary>
internal enum OutputFormat
{
    /// <summary>A table on a terminal, fields separated by tabs elsewhere.</summary>
    Table,

    /// <summary>One JSON object a line.</summary>
    Json,

    /// <summary>Comma-separated values for people, who open them in a spreadsheet: no cell is taken for a formula.</summary>
    Csv,

    /// <summary>Comma-separated values for programs: each text as it is.</summary>
    RawCsv,
}

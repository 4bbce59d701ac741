namespace Confluence.Cli.Rendering;

/// <summary>A column of a table.</summary>
/// <param name="Title">What stands above it.</param>
/// <param name="Width">Its width on a terminal; null for a share of what the others leave.</param>
/// <param name="IsKept">Whether other columns give way first on a narrow terminal.</param>
internal sealed record Column(string Title, int? Width = null, bool IsKept = false);

namespace Confluence.SpecTool.Diff.Touch;

/// <summary>An overlay action that stands where something changed.</summary>
/// <param name="File">The file name of the overlay.</param>
/// <param name="Line">The line, counted from 1.</param>
/// <param name="Target">Its target.</param>
/// <param name="Description">Why it is there.</param>
internal sealed record TouchedAction(string File, int Line, string Target, string Description);

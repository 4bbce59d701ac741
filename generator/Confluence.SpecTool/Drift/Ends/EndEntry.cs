namespace Confluence.SpecTool.Drift.Ends;

/// <summary>An announced end of an operation.</summary>
/// <param name="Date">The day from which on it is to be left, or ends; null where nobody says.</param>
/// <param name="Operation">The operation, by method and path.</param>
/// <param name="Name">Its name in C#; null where none is emitted.</param>
/// <param name="Source">What announces it: the document, or a header.</param>
/// <param name="Note">What else is said.</param>
internal sealed record EndEntry(DateOnly? Date, string Operation, string? Name, string Source, string? Note);

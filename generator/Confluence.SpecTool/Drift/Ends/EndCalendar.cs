using Confluence.Generator.Spec.OpenApi;
using Confluence.SpecTool.Diff.Wire;
using Confluence.SpecTool.Drift.Words;

namespace Confluence.SpecTool.Drift.Ends;

/// <summary>Collects the announced ends of operations: those that the document deprecates, and those that headers of answers tell.</summary>
internal sealed class EndCalendar
{
    private const string FromDocument = "document";

    private readonly WireDocument _wire;
    private readonly HashSet<EndEntry> _entries = [];

    public EndCalendar(SpecDocument document, WireDocument wire)
    {
        _wire = wire;
        foreach (SpecOperation operation in document.Operations.Where(operation => operation.Deprecated))
        {
            DateOnly? date = operation.CsObsolete is { } text ? AnnouncedEnd.DateOf(text) : null;
            _entries.Add(new EndEntry(date, operation.Key, wire.Surface.NameOf(operation.Key), FromDocument, operation.CsObsolete));
        }
    }

    /// <summary>Gets the entries, the first date first; those without a date stand at the end.</summary>
    public IReadOnlyList<EndEntry> Entries =>
    [
        .. _entries.OrderBy(entry => entry.Date ?? DateOnly.MaxValue).ThenBy(entry => entry.Operation, StringComparer.Ordinal).ThenBy(entry => entry.Source, StringComparer.Ordinal).ThenBy(entry => entry.Note, StringComparer.Ordinal),
    ];

    /// <summary>Adds what a header of an answer announced.</summary>
    public void Add(WireOperation operation, AnnouncedEnd end) =>
        _entries.Add(new EndEntry(end.Date, operation.Key, _wire.Surface.NameOf(operation.Key), end.Header, end.Note));
}

namespace Confluence.Cli.Audit;

/// <summary>Counts what was seen, and makes one finding of each thing.</summary>
internal sealed class AuditTally
{
    private const int MostShapes = 5;

    private readonly Dictionary<(string Api, string Type), int> _met = [];
    private readonly Dictionary<AuditFinding, Sight> _seen = [];

    public void Met(string api, string type) => _met[(api, type)] = _met.GetValueOrDefault((api, type)) + 1;

    /// <param name="finding">What was seen, without counts.</param>
    /// <param name="operation">The operation whose answer showed it.</param>
    /// <param name="kind">The kind of the value; null where nothing came.</param>
    /// <param name="shape">What the value looked like; null where that is not told.</param>
    public void Add(AuditFinding finding, string operation, string? kind, string? shape)
    {
        if (!_seen.TryGetValue(finding, out Sight? sight))
        {
            _seen.Add(finding, sight = new Sight());
        }

        sight.Count++;
        sight.Operations.Add(operation);
        if (kind is not null)
        {
            sight.Kinds.Add(kind);
        }

        if (shape is not null && sight.Shapes.Count < MostShapes)
        {
            sight.Shapes.Add(shape);
        }
    }

    /// <summary>The findings, the heaviest kinds first.</summary>
    public IReadOnlyList<AuditFinding> Findings() =>
    [
        .. _seen.Select(entry => entry.Key with
        {
            Seen = entry.Value.Count,
            Of = _met.GetValueOrDefault((entry.Key.Api, entry.Key.Type)),
            Kinds = [.. entry.Value.Kinds],
            Shapes = [.. entry.Value.Shapes],
            Operations = [.. entry.Value.Operations],
        })
        .OrderBy(static finding => finding.Kind).ThenByDescending(static finding => finding.Api, StringComparer.Ordinal)
        .ThenBy(static finding => finding.Type, StringComparer.Ordinal).ThenBy(static finding => finding.Member ?? finding.Value, StringComparer.Ordinal),
    ];

    private sealed class Sight
    {
        public int Count { get; set; }

        public SortedSet<string> Operations { get; } = new(StringComparer.Ordinal);

        public SortedSet<string> Kinds { get; } = new(StringComparer.Ordinal);

        public SortedSet<string> Shapes { get; } = new(StringComparer.Ordinal);
    }
}

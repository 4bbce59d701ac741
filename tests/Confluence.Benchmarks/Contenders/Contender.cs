using Confluence.Benchmarks.Documents;

namespace Confluence.Benchmarks.Contenders;

/// <summary>What one contender does for one document.</summary>
/// <param name="Name">The row's name.</param>
/// <param name="Run">Does the work once. The result is something that depends on all of it, so that nothing can be optimised away.</param>
/// <param name="Witness">Does the work once and gives what it read or wrote as facts; null where the contender keeps nothing (a scan).</param>
internal sealed record Contender(string Name, Func<int> Run, Func<IReadOnlyList<PageFacts>>? Witness)
{
    /// <summary>The one that times and allocations are divided by in the first ratio: the scan of the document.</summary>
    public bool IsScan { get; init; }

    /// <summary>The one of the second ratio: System.Text.Json as one would use it.</summary>
    public bool IsReference { get; init; }

    public override string ToString() => Name;
}

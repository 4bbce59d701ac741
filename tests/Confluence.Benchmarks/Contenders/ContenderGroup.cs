using Confluence.Benchmarks.Documents;

namespace Confluence.Benchmarks.Contenders;

/// <summary>Contenders that do the same work on the same document.</summary>
/// <param name="Name">What they do.</param>
/// <param name="Document">What they do it with.</param>
/// <param name="Expected">The facts that each of them must have read or written.</param>
/// <param name="Contenders">The contenders; one is the scan, one the reference.</param>
internal sealed record ContenderGroup(string Name, PageListDocument Document, IReadOnlyList<PageFacts> Expected, IReadOnlyList<Contender> Contenders)
{
    /// <summary>Everything that is measured.</summary>
    public static IReadOnlyList<ContenderGroup> CreateAll() =>
    [
        .. PageListDocument.All.Select(Reading.Create),
        .. PageListDocument.All.Select(Writing.CreateList),
        .. PageListDocument.All.Select(Writing.CreateUpdates),
        .. PageListDocument.All.Select(Calling.CreateList),
        CallCost.Create(),
    ];

    /// <summary>Lets every contender show what it read or wrote.</summary>
    /// <exception cref="InvalidOperationException">One of them has other data than the document; comparing their times would mean nothing.</exception>
    public void Verify()
    {
        foreach (Contender contender in Contenders)
        {
            if (contender.Witness is null)
            {
                continue;
            }

            IReadOnlyList<PageFacts> actual = contender.Witness();
            if (actual.Count != Expected.Count)
            {
                throw new InvalidOperationException($"{Name} {Document.Name}: '{contender.Name}' has {actual.Count} pages where the document has {Expected.Count}.");
            }

            for (int i = 0; i < actual.Count; i++)
            {
                if (actual[i] != Expected[i])
                {
                    throw new InvalidOperationException($"{Name} {Document.Name}: '{contender.Name}' differs at page {i}: it has {actual[i]} where the document has {Expected[i]}.");
                }
            }
        }
    }

    /// <summary>Whether the work is done with something else than the document, so that its name says nothing.</summary>
    public bool IsWithoutDocument { get; init; }

    public override string ToString() => IsWithoutDocument ? Name : $"{Name} {Document.Name}";
}

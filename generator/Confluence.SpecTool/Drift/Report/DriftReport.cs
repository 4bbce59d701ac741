using Confluence.SpecTool.Drift.Ends;
using Confluence.SpecTool.Drift.Findings;

namespace Confluence.SpecTool.Drift.Report;

/// <summary>What answers showed of a document.</summary>
/// <param name="Api"><c>v2</c> or <c>v1</c>.</param>
/// <param name="Findings">What was found, the heaviest first.</param>
internal sealed record DriftReport(string Api, IReadOnlyList<DriftFinding> Findings)
{
    /// <summary>Gets the number of answers that were held against the document.</summary>
    public int Answers { get; init; }

    /// <summary>Gets the number of operations that they belong to.</summary>
    public int Operations { get; init; }

    /// <summary>Gets the number of answers that belong to the other API.</summary>
    public int OtherApi { get; init; }

    /// <summary>Gets the number of files that their manifest calls no answers of a server.</summary>
    public int LeftOut { get; init; }

    /// <summary>Gets the number of answers that audits looked at.</summary>
    public int Audited { get; init; }

    /// <summary>Gets the announced ends of operations, the first date first.</summary>
    public IReadOnlyList<EndEntry> Ends { get; init; } = [];

    /// <summary>Gets the answers that no operation has, and the types of audits that the document does not give.</summary>
    public IReadOnlyList<UnplacedAnswer> Unplaced { get; init; } = [];

    /// <summary>What the command returns.</summary>
    public int ExitCode => Findings.Count == 0 ? SpecTool.ExitCode.Success : SpecTool.ExitCode.Drift;
}

/// <param name="At">Where it stands, as file and line.</param>
/// <param name="Operation">What it says of its operation.</param>
internal sealed record UnplacedAnswer(string At, string Operation);

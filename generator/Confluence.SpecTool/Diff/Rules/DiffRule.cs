namespace Confluence.SpecTool.Diff.Rules;

/// <summary>One kind of change.</summary>
/// <param name="Id">What reports and approvals call it; an id is never used again for something else.</param>
/// <param name="Area">What it is about.</param>
/// <param name="Mirror">The rule of the change the other way round; its own id where both directions are one kind.</param>
/// <param name="Means">What it means for who speaks the old document.</param>
internal sealed record DiffRule(string Id, RuleArea Area, string Mirror, string Means)
{
    /// <summary>Gets the verdict where the value stands in an address.</summary>
    public WireVerdict Address { get; init; }

    /// <summary>Gets the verdict where the value is sent in a body.</summary>
    public WireVerdict Sent { get; init; }

    /// <summary>Gets the verdict where the value is received.</summary>
    public WireVerdict Received { get; init; }

    /// <summary>Gets what it means for callers when no member of the library changes with it; of a rule about C#, what it means.</summary>
    public CallerVerdict Callers { get; init; }

    /// <summary>The worst verdict of the ways that a value travels.</summary>
    public WireVerdict Wire(Ways ways)
    {
        var worst = WireVerdict.None;
        foreach ((Ways way, WireVerdict verdict) in new[] { (Ways.Address, Address), (Ways.Sent, Sent), (Ways.Received, Received) })
        {
            if (ways.HasFlag(way) && verdict > worst)
            {
                worst = verdict;
            }
        }

        return worst;
    }
}

/// <summary>What a rule is about.</summary>
internal enum RuleArea
{
    Document,
    Operation,
    Security,
    Parameter,
    Body,
    Response,
    Schema,
    Csharp,
}

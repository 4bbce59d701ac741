using Confluence.SpecTool.Diff.Rules;

namespace Confluence.SpecTool.Diff.Wire;

/// <summary>Where a change stands.</summary>
/// <param name="Text">The place in one line, such as <c>GET /pages ?limit</c> or <c>Page.status</c>.</param>
internal sealed record DiffPlace(string Text)
{
    /// <summary>Gets method and path, of a change in one operation.</summary>
    public string? Operation { get; init; }

    /// <summary>Gets the named schema, of a change in one.</summary>
    public string? Schema { get; init; }

    public string? Parameter { get; init; }
}

/// <summary>A change of the document, as it is found: uses of what changed are added while they are met.</summary>
internal sealed class Finding(DiffRule rule, DiffPlace place, string text, string? before, string? after)
{
    public DiffRule Rule { get; } = rule;

    public DiffPlace Place { get; } = place;

    public string Text { get; } = text;

    public string? Before { get; } = before;

    public string? After { get; } = after;

    /// <summary>Gets the JSON pointers, in the old and the new document, of what changed.</summary>
    public (string? Old, string? New) Pointers { get; init; }

    /// <summary>Gets the operations that it touches, by method and path.</summary>
    public SortedSet<string> Operations { get; } = new(StringComparer.Ordinal);

    /// <summary>Gets or sets the ways that what changed travels; none where that makes no difference.</summary>
    public Ways Ways { get; set; }

    /// <summary>Gets the keys of the C# elements that change with it.</summary>
    public HashSet<string> Keys { get; } = new(StringComparer.Ordinal);

    /// <summary>Gets the C# types that it is about, whose names are in reach of what came or went.</summary>
    public HashSet<string> Types { get; } = new(StringComparer.Ordinal);

    /// <summary>Gets the verdict of the wire. A schema that no operation leads to travels no way.</summary>
    public WireVerdict Wire => Rule.Wire(Ways == Ways.None && Rule.Area != RuleArea.Schema ? Ways.Address | Ways.Sent | Ways.Received : Ways);
}

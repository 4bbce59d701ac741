namespace Confluence.Generator.Tests.Spec;

/// <summary>Facts about a document as lines, so that a difference reads as one.</summary>
internal sealed class FactList
{
    private readonly List<string> _facts = [];

    public void Add(string place, params ReadOnlySpan<string> facts)
    {
        foreach (string fact in facts)
        {
            _facts.Add($"{place}: {fact}");
        }
    }

    public IReadOnlyList<string> Sorted() => [.. _facts.Order(StringComparer.Ordinal)];
}

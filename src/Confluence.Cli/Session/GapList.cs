using Confluence.Cli.Settings;
using Confluence.Cli.Surroundings;
using Confluence.Cli.Texts;
using Confluence.Generated;
using Confluence.Generated.Retrieval;

namespace Confluence.Cli.Session;

/// <summary>
/// What a command could not get: gaps, which make it incomplete, and limits of the API, which are to be known and nobody's failure.
/// Safe to use from several walks at once.
/// </summary>
internal sealed class GapList
{
    private readonly Lock _gate = new();
    private readonly List<string> _gaps = [];
    private readonly List<string> _limits = [];
    private readonly Dictionary<string, List<string>> _byContent = new(StringComparer.Ordinal);
    private readonly HashSet<string> _told = new(StringComparer.Ordinal);

    /// <summary>Gets how many parts are missing. Limits do not count.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _gaps.Count;
            }
        }
    }

    /// <summary>Adds a gap or a limit. Several walks can miss the same thing, such as all tasks, which is told once; so is a scope that one operation lacks.</summary>
    public void Add(RetrievalGap gap)
    {
        string text = SafeText.Of(ToolWords.Of(gap.ToString()));
        lock (_gate)
        {
            if (gap.ContentId is { } id)
            {
                (_byContent.TryGetValue(id, out List<string>? texts) ? texts : _byContent[id] = []).Add(text);
            }

            if (_told.Add(Cause(gap)))
            {
                (gap.IsLimit ? _limits : _gaps).Add(text);
            }
        }
    }

    /// <summary>Gives the gaps in an order that does not depend on which of several walks was faster.</summary>
    public IReadOnlyList<string> Sorted() => Sorted(_gaps);

    /// <summary>Gives the limits in such an order.</summary>
    public IReadOnlyList<string> SortedLimits() => Sorted(_limits);

    /// <summary>Gives the gaps that belong to one page, blog post or other content.</summary>
    public IReadOnlyList<string> Of(string contentId)
    {
        lock (_gate)
        {
            return _byContent.TryGetValue(contentId, out List<string>? texts) ? [.. texts] : [];
        }
    }

    /// <summary>Names the limits and the gaps, each on a line, in the order in which they were found.</summary>
    public void WriteTo(TextWriter error)
    {
        lock (_gate)
        {
            foreach (string limit in _limits)
            {
                error.WriteLine($"{ToolVersion.Name}: Limit: {limit}");
            }

            foreach (string gap in _gaps)
            {
                error.WriteLine($"{ToolVersion.Name}: Missing: {gap}");
            }
        }
    }

    private static string Cause(RetrievalGap gap) =>
        gap.Error is ConfluenceApiException { Kind: var kind, Operation: { } operation } && kind == ConfluenceErrorKind.ScopeMissing
            ? $"scope {operation.Id}"
            : gap.Subject;

    private string[] Sorted(List<string> texts)
    {
        lock (_gate)
        {
            return [.. texts.Order(StringComparer.Ordinal)];
        }
    }
}

using Confluence.Cli.Rendering;
using Confluence.Generated.Retrieval;

namespace Confluence.Cli.Commands;

/// <summary>What a command could not get. Safe to use from several walks at once.</summary>
internal sealed class GapList
{
    private readonly Lock _gate = new();
    private readonly List<RetrievalGap> _gaps = [];
    private readonly HashSet<string> _subjects = new(StringComparer.Ordinal);

    /// <summary>Gets how many parts are missing.</summary>
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

    /// <summary>Adds a gap. Several walks can miss the same thing, such as all tasks, which is told once.</summary>
    public void Add(RetrievalGap gap)
    {
        lock (_gate)
        {
            if (_subjects.Add(gap.Subject))
            {
                _gaps.Add(gap);
            }
        }
    }

    /// <summary>Gives the gaps in an order that does not depend on which of several walks was faster.</summary>
    public IReadOnlyList<string> Sorted()
    {
        lock (_gate)
        {
            return [.. _gaps.Select(static gap => SafeText.Of(gap.ToString())).Order(StringComparer.Ordinal)];
        }
    }

    /// <summary>Gives the gaps that belong to one page, blog post or other content.</summary>
    public IReadOnlyList<string> Of(string contentId)
    {
        lock (_gate)
        {
            return _gaps.Count == 0 ? [] : [.. _gaps.Where(gap => gap.ContentId == contentId).Select(static gap => SafeText.Of(gap.ToString()))];
        }
    }

    /// <summary>Names the gaps, each on a line, in the order in which they were found.</summary>
    public void WriteTo(TextWriter error)
    {
        lock (_gate)
        {
            foreach (RetrievalGap gap in _gaps)
            {
                error.WriteLine($"{ToolVersion.Name}: Missing: {SafeText.Of(gap.ToString())}");
            }
        }
    }
}

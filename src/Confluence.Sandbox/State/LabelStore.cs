using System.Collections.Concurrent;
using System.Collections.Immutable;
using Confluence.Sandbox.Content;

namespace Confluence.Sandbox.State;

/// <summary>A label.</summary>
/// <param name="Id">The id; one for each pair of prefix and name on the whole site.</param>
/// <param name="Prefix"><c>global</c>, <c>my</c>, <c>team</c> or <c>system</c>.</param>
/// <param name="Name">The name.</param>
internal sealed record Label(long Id, string Prefix, string Name);

/// <summary>The labels as they are now. Made-up labels are all global, and only pages and blog posts have them.</summary>
internal sealed class LabelStore(Site site)
{
    private const string Global = "global";
    private const long FirstLabelId = 39_583_744;

    private readonly ConcurrentDictionary<long, ImmutableList<Label>> _changed = new();
    private readonly ConcurrentDictionary<(string Prefix, string Name), Label> _known = new(
        Vocabulary.Labels.Select(static (name, place) => KeyValuePair.Create((Global, name), new Label(FirstLabelId + place, Global, name))));

    /// <summary>Gets all labels that were ever used, by ascending id.</summary>
    public IReadOnlyList<Label> Known => [.. _known.Values.OrderBy(static label => label.Id)];

    /// <summary>Gives the labels of some content, by ascending id.</summary>
    public IReadOnlyList<Label> Of(long contentId)
    {
        if (_changed.TryGetValue(contentId, out ImmutableList<Label>? labels))
        {
            return labels;
        }

        return site.Ids.FindPage(contentId) is PagePlace place
            ? [.. site.MadeUp[place.Kind].Labels(place.Ordinal).Select(label => _known[(Global, Vocabulary.Labels[label])])]
            : [];
    }

    /// <summary>Puts a label on some content; one that is there already stays. The caller holds the write lock.</summary>
    public void Put(long contentId, string prefix, string name)
    {
        Label label = _known.GetOrAdd((prefix, name), key => new Label(FirstLabelId + _known.Count, key.Prefix, key.Name));
        IReadOnlyList<Label> labels = Of(contentId);
        if (!labels.Contains(label))
        {
            _changed[contentId] = [.. labels.Append(label).OrderBy(static one => one.Id)];
        }
    }

    /// <summary>Takes the labels of this name off; false when there was none. The caller holds the write lock.</summary>
    public bool Remove(long contentId, string name)
    {
        IReadOnlyList<Label> labels = Of(contentId);
        ImmutableList<Label> left = [.. labels.Where(label => label.Name != name)];
        _changed[contentId] = left;
        return left.Count < labels.Count;
    }
}

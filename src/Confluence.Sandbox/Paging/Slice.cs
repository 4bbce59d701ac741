namespace Confluence.Sandbox.Paging;

/// <summary>A page of a list: the items, and whether more follow them.</summary>
internal readonly record struct Slice<T>(IReadOnlyList<T> Items, bool HasMore);

/// <summary>Cuts the next page out of a list.</summary>
internal static class Slicing
{
    /// <summary>Takes from a source that is already in order, and stops reading when the page is full.</summary>
    public static Slice<T> InOrder<T>(IEnumerable<T> source, Func<T, ListKey> key, bool descending, ListKey? after, int limit)
    {
        List<T> items = [];
        foreach (T item in source)
        {
            if (after is ListKey last && !IsBeyond(key(item), last, descending))
            {
                continue;
            }

            if (items.Count == limit)
            {
                return new Slice<T>(items, true);
            }

            items.Add(item);
        }

        return new Slice<T>(items, false);
    }

    /// <summary>Takes from a source in any order; keeps no more than one page of it in memory.</summary>
    public static Slice<T> Sorted<T>(IEnumerable<T> source, Func<T, ListKey> key, bool descending, ListKey? after, int limit)
    {
        // The queue gives up first what would stand last on the page.
        Comparer<ListKey> lastFirst = descending
            ? Comparer<ListKey>.Create(static (left, right) => left.CompareTo(right))
            : Comparer<ListKey>.Create(static (left, right) => right.CompareTo(left));
        PriorityQueue<T, ListKey> kept = new(lastFirst);
        bool hasMore = false;

        foreach (T item in source)
        {
            ListKey place = key(item);
            if (after is ListKey last && !IsBeyond(place, last, descending))
            {
                continue;
            }

            if (kept.Count < limit)
            {
                kept.Enqueue(item, place);
            }
            else
            {
                hasMore = true;
                if (limit > 0)
                {
                    kept.EnqueueDequeue(item, place);
                }
            }
        }

        T[] items = new T[kept.Count];
        for (int index = items.Length - 1; index >= 0; index--)
        {
            items[index] = kept.Dequeue();
        }

        return new Slice<T>(items, hasMore);
    }

    private static bool IsBeyond(ListKey key, ListKey last, bool descending) =>
        descending ? key.CompareTo(last) < 0 : key.CompareTo(last) > 0;
}

namespace Confluence.Sandbox.Paging;

/// <summary>Where an item stands in a list: by number, then by text, then by id, so that no two stand in one place.</summary>
internal readonly record struct ListKey(long Number, string Text, long Id) : IComparable<ListKey>
{
    public static ListKey ById(long id) => new(0, "", id);

    public static ListKey ByDate(DateTimeOffset date, long id) => new(date.UtcTicks, "", id);

    public static ListKey ByText(string text, long id) => new(0, text, id);

    public int CompareTo(ListKey other)
    {
        int order = Number.CompareTo(other.Number);
        if (order == 0)
        {
            order = string.Compare(Text, other.Text, StringComparison.OrdinalIgnoreCase);
        }

        return order == 0 ? Id.CompareTo(other.Id) : order;
    }
}

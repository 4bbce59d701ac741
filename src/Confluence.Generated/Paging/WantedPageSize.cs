using System.Globalization;

namespace Confluence.Generated.Paging;

/// <summary>The number of results that a list asks for at a time. It is determined once, when the list is created; each walk starts with it.</summary>
/// <param name="Results">The size without failures; null if it is left to the server.</param>
/// <param name="MayShrink">Whether a page that fails is asked for again in smaller parts.</param>
internal readonly record struct WantedPageSize(int? Results, bool MayShrink)
{
    /// <summary>
    /// The fewest results that a list is known to return at a time when it has more and is asked for as many, or for no number: the smallest default of the lists that
    /// need no limit, and the smallest number to which a server silently reduces a larger limit.
    /// </summary>
    public const int Least = 25;

    /// <summary>Gets the size from the call, else from the client, else from the operation, and never more than the operation allows.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The call wants more than the operation allows.</exception>
    public static WantedPageSize Of(ConfluenceOperation operation, ConfluenceRequestOptions? options, int? clientWide)
    {
        var list = options as ConfluenceListOptions;
        int? largest = operation.MaxPageSize;
        if (list?.PageSize > largest)
        {
            throw new ArgumentOutOfRangeException(
                nameof(options),
                list.PageSize,
                string.Create(CultureInfo.InvariantCulture, $"The pages of {operation.Id} have at most {largest} results. Set PageSize to that or less, or to null for the default; the list returns all its results in either case."));
        }

        int? size = list?.PageSize ?? list?.UsualPageSize ?? clientWide ?? operation.DefaultPageSize;
        return new WantedPageSize(size > largest ? largest : size, MayShrink: list is not { KeepsPageSize: true });
    }
}

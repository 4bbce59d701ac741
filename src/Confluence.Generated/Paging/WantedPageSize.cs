using System.Globalization;

namespace Confluence.Generated.Paging;

/// <summary>How many results a list asks for at a time. It is worked out once, when the list is made; each walk begins with it.</summary>
/// <param name="Results">The size when all is well; null leaves it to the server.</param>
/// <param name="MayShrink">Whether a page that fails is asked for again in smaller parts.</param>
internal readonly record struct WantedPageSize(int? Results, bool MayShrink)
{
    /// <summary>
    /// The fewest results that a list is known to give at a time when it has more and is asked for as many, or for no number: the smallest default of the lists that
    /// may be asked without one, and the smallest number to which a server cuts a larger limit down without saying so.
    /// </summary>
    public const int Least = 25;

    /// <summary>What the call says, else what the client says, else what the operation says, and never more than the operation allows.</summary>
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
                string.Create(CultureInfo.InvariantCulture, $"The pages of {operation.Id} have at most {largest} results. Give a PageSize up to that, or null for the default; the list gives all its results in either case."));
        }

        int? size = list?.PageSize ?? list?.UsualPageSize ?? clientWide ?? operation.DefaultPageSize;
        return new WantedPageSize(size > largest ? largest : size, MayShrink: list is not { KeepsPageSize: true });
    }
}

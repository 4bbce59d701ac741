using System.Globalization;

namespace Confluence.Sandbox.Content;

/// <summary>One version of a page or comment.</summary>
/// <param name="Number">The number, from 1.</param>
/// <param name="Message">The remark of the author: empty, null or a text, as on a real site.</param>
/// <param name="MinorEdit">Whether the author called the edit minor.</param>
/// <param name="AuthorId">The account id of the author.</param>
/// <param name="CreatedAt">When the version was saved.</param>
internal readonly record struct VersionInfo(int Number, string? Message, bool MinorEdit, string AuthorId, DateTimeOffset CreatedAt);

/// <summary>
/// Makes up the pages. Pages are dealt to the spaces in turn; within a space they form a tree whose root is the homepage.
/// </summary>
/// <remarks>
/// The tree is that of a heap: the children of the n-th page of a space follow from n by arithmetic, so that neither
/// parents nor children are searched for. The trailing number of a title is n + 1, which makes titles unique in a space.
/// </remarks>
internal sealed class GeneratedPages(int seed, SandboxOptions options, IdScheme ids, GeneratedUsers users)
{
    private const string HomepageTitle = "Overview";

    private readonly int _spaces = options.Spaces;
    private readonly int _arity = 3 + new Draw(seed, EntityKind.Site, 0).Below(4, Aspect.Parent);

    public int Count { get; } = options.Pages;

    public int SpaceOf(int ordinal) => ordinal % _spaces;

    public bool IsHomepage(int ordinal) => ordinal < _spaces;

    public int? HomepageOf(int space) => space < Count ? space : null;

    public int? ParentOf(int ordinal)
    {
        int place = ordinal / _spaces;
        return place == 0 ? null : Ordinal((place - 1) / _arity, SpaceOf(ordinal));
    }

    public IEnumerable<int> ChildrenOf(int ordinal)
    {
        long first = ((long)(ordinal / _spaces) * _arity) + 1;
        for (long place = first; place < first + _arity; place++)
        {
            long child = (place * _spaces) + SpaceOf(ordinal);
            if (child >= Count)
            {
                yield break;
            }

            yield return (int)child;
        }
    }

    public string Title(int ordinal)
    {
        if (IsHomepage(ordinal))
        {
            return HomepageTitle;
        }

        Draw draw = Of(ordinal);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{draw.Pick(Vocabulary.Adjectives, Aspect.Name)} {draw.Pick(Vocabulary.Subjects, Aspect.Name, 1)} {(ordinal / _spaces) + 1}");
    }

    /// <summary>Finds the page of a space that was made up with this title, whatever the case of its letters.</summary>
    public int? FindByTitle(int space, string title)
    {
        int place = 0;
        if (!title.Equals(HomepageTitle, StringComparison.OrdinalIgnoreCase))
        {
            ReadOnlySpan<char> digits = title.AsSpan(title.LastIndexOf(' ') + 1);
            if (!int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out int number) || number < 2)
            {
                return null;
            }

            place = number - 1;
        }

        long ordinal = ((long)place * _spaces) + space;
        return ordinal < Count && Title((int)ordinal).Equals(title, StringComparison.OrdinalIgnoreCase) ? (int)ordinal : null;
    }

    public bool IsArchived(int ordinal) => !IsHomepage(ordinal) && Of(ordinal).OneIn(40, Aspect.Status);

    public int Position(int ordinal) => Of(ordinal).Below(5_000, Aspect.Position);

    public int Author(int ordinal) => Of(ordinal).Below(users.Count, Aspect.Author);

    /// <summary>Gives the owner: the author, except for one page in six, which was handed on.</summary>
    public int Owner(int ordinal)
    {
        Draw draw = Of(ordinal);
        return draw.OneIn(6, Aspect.Owner) ? draw.Below(users.Count, Aspect.Owner, 1) : Author(ordinal);
    }

    public DateTimeOffset CreatedAt(int ordinal) => Dates.At(Of(ordinal), Dates.Epoch, 400);

    /// <summary>Gives the number of versions: mostly a few, in one page of fifty more than one API page holds.</summary>
    public int VersionCount(int ordinal)
    {
        Draw draw = Of(ordinal);
        return draw.OneIn(50, Aspect.Count)
            ? 26 + draw.Below(20, Aspect.Count, 1)
            : 1 + Math.Min(draw.Below(6, Aspect.Count, 2), draw.Below(6, Aspect.Count, 3));
    }

    public DateTimeOffset VersionDate(int ordinal, int number)
    {
        DateTimeOffset created = CreatedAt(ordinal);
        if (number == 1)
        {
            return created;
        }

        // Each version lies in a week of its own, so that their order in time is that of their numbers.
        return Dates.At(Of(ordinal), created.AddDays(7 * (number - 1)), 7, number);
    }

    public DateTimeOffset ModifiedAt(int ordinal) => VersionDate(ordinal, VersionCount(ordinal));

    public VersionInfo Version(int ordinal, int number)
    {
        Draw draw = Of(ordinal);
        int author = number == 1 ? Author(ordinal) : draw.Below(users.Count, Aspect.Author, number);
        string? message = draw.Below(6, Aspect.Message, number) switch
        {
            0 => draw.Pick(Vocabulary.VersionMessages, Aspect.Message, number + 1_000),
            1 => null,
            _ => "",
        };
        return new VersionInfo(
            number, message, number > 1 && draw.OneIn(4, Aspect.Kind, number), ids.AccountId(author), VersionDate(ordinal, number));
    }

    /// <summary>Gives the words of a version.</summary>
    public BodyDocument Body(int ordinal, int number)
    {
        int target = Of(ordinal).Below(Count, Aspect.Text, number);
        return BodyDocument.Create(
            new Draw(seed, EntityKind.PageVersion, ids.PageId(ordinal)),
            number,
            Title(ordinal),
            ids.AccountId(Of(ordinal).Below(users.Count, Aspect.Author, 500)),
            Title(target));
    }

    /// <summary>Gives those who like the page, in the order in which the API lists them.</summary>
    public IReadOnlyList<string> Likes(int ordinal) => Likers.Of(Of(ordinal), users.Count, ids);

    /// <summary>Gives the places of the page's labels in the vocabulary, ascending.</summary>
    public IReadOnlyList<int> Labels(int ordinal)
    {
        Draw draw = Of(ordinal);
        int count = Math.Min(draw.Below(4, Aspect.Label), draw.Below(4, Aspect.Label, 1));
        SortedSet<int> labels = [];
        for (int index = 0; index < count; index++)
        {
            labels.Add(draw.Below(Vocabulary.Labels.Length, Aspect.Label, 2 + index));
        }

        return [.. labels];
    }

    private int Ordinal(int place, int space) => (place * _spaces) + space;

    private Draw Of(int ordinal) => new(seed, EntityKind.Page, ordinal);
}

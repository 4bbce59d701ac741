using System.Globalization;

namespace Confluence.Sandbox.Content;

/// <summary>One version of a page, comment or attachment.</summary>
/// <param name="Number">The number, from 1.</param>
/// <param name="Message">The remark of the author: empty, null or a text, as on a real site.</param>
/// <param name="MinorEdit">Whether the author called the edit minor.</param>
/// <param name="AuthorId">The account id of the author.</param>
/// <param name="CreatedAt">When the version was saved.</param>
internal readonly record struct VersionInfo(int Number, string? Message, bool MinorEdit, string AuthorId, DateTimeOffset CreatedAt);

/// <summary>
/// Makes up what pages and blog posts have in common. They are dealt to the spaces in turn.
/// </summary>
/// <remarks>The trailing number of a title is the place within the space and 1, which makes titles unique in a space.</remarks>
internal abstract class GeneratedContent(int seed, EntityKind entity, PageKind kind, int count, int spaces, IdScheme ids, GeneratedUsers users)
{
    public PageKind Kind { get; } = kind;

    public int Count { get; } = count;

    protected int Spaces { get; } = spaces;

    public int SpaceOf(int ordinal) => ordinal % Spaces;

    public abstract string Title(int ordinal);

    /// <summary>Finds what was made up with this title in a space, whatever the case of its letters.</summary>
    public virtual int? FindByTitle(int space, string title)
    {
        ReadOnlySpan<char> digits = title.AsSpan(title.LastIndexOf(' ') + 1);
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number > 0
            ? AtPlace(number - 1, space, title)
            : null;
    }

    public virtual bool IsArchived(int ordinal) => false;

    public int Author(int ordinal) => Of(ordinal).Below(users.Count, Aspect.Author);

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
        return BodyDocument.Create(OfBody(ordinal), number, Title(ordinal), Mentioned(ordinal), Title(target));
    }

    /// <summary>Gives the account id of the one whom mentions and tasks name.</summary>
    public string Mentioned(int ordinal) => ids.AccountId(Of(ordinal).Below(users.Count, Aspect.Author, 500));

    /// <summary>Gives the number of tasks in the body, the same in all versions.</summary>
    public int TaskCount(int ordinal) => BodyDocument.CountTasks(OfBody(ordinal));

    /// <summary>Gives those who like it, in the order in which the API lists them.</summary>
    public IReadOnlyList<string> Likes(int ordinal) => Likers.Of(Of(ordinal), users.Count, ids);

    /// <summary>Gives the places of its labels in the vocabulary, ascending.</summary>
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

    /// <summary>Gives what stands at a place within a space, if it bears this title.</summary>
    protected int? AtPlace(int place, int space, string title)
    {
        long ordinal = ((long)place * Spaces) + space;
        return ordinal < Count && Title((int)ordinal).Equals(title, StringComparison.OrdinalIgnoreCase) ? (int)ordinal : null;
    }

    private Draw OfBody(int ordinal) => new(seed, EntityKind.PageVersion, ids.Id(Kind, ordinal));

    protected Draw Of(int ordinal) => new(seed, entity, ordinal);
}

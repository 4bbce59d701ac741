using System.Globalization;

namespace Confluence.Sandbox.Content;

/// <summary>Makes up the pages. Within a space they form a tree whose root is the homepage.</summary>
/// <remarks>
/// The tree is that of a heap: the children of the n-th page of a space follow from n by arithmetic, so that neither
/// parents nor children are searched for.
/// </remarks>
internal sealed class GeneratedPages(int seed, SandboxOptions options, IdScheme ids, GeneratedUsers users)
    : GeneratedContent(seed, EntityKind.Page, PageKind.Page, options.Pages, options.Spaces, ids, users)
{
    private const string HomepageTitle = "Overview";

    private readonly int _users = options.Users;
    private readonly int _arity = 3 + new Draw(seed, EntityKind.Site, 0).Below(4, Aspect.Parent);

    public bool IsHomepage(int ordinal) => ordinal < Spaces;

    public int? HomepageOf(int space) => space < Count ? space : null;

    public int? ParentOf(int ordinal)
    {
        int place = ordinal / Spaces;
        return place == 0 ? null : ((place - 1) / _arity * Spaces) + SpaceOf(ordinal);
    }

    public IEnumerable<int> ChildrenOf(int ordinal)
    {
        long first = ((long)(ordinal / Spaces) * _arity) + 1;
        for (long place = first; place < first + _arity; place++)
        {
            long child = (place * Spaces) + SpaceOf(ordinal);
            if (child >= Count)
            {
                yield break;
            }

            yield return (int)child;
        }
    }

    public override string Title(int ordinal)
    {
        if (IsHomepage(ordinal))
        {
            return HomepageTitle;
        }

        Draw draw = Of(ordinal);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{draw.Pick(Vocabulary.Adjectives, Aspect.Name)} {draw.Pick(Vocabulary.Subjects, Aspect.Name, 1)} {(ordinal / Spaces) + 1}");
    }

    public override int? FindByTitle(int space, string title) =>
        title.Equals(HomepageTitle, StringComparison.OrdinalIgnoreCase) ? AtPlace(0, space, title) : base.FindByTitle(space, title);

    public override bool IsArchived(int ordinal) => !IsHomepage(ordinal) && Of(ordinal).OneIn(40, Aspect.Status);

    public int Position(int ordinal) => Of(ordinal).Below(5_000, Aspect.Position);

    /// <summary>Gives the owner: the author, except for one page in six, which was handed on.</summary>
    public int Owner(int ordinal)
    {
        Draw draw = Of(ordinal);
        return draw.OneIn(6, Aspect.Owner) ? draw.Below(_users, Aspect.Owner, 1) : Author(ordinal);
    }
}

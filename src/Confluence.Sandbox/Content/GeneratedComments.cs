using System.Globalization;

namespace Confluence.Sandbox.Content;

/// <summary>The place of a comment that was made up at start.</summary>
/// <param name="Page">The page that it hangs on.</param>
/// <param name="Inline">True for an inline comment, false for a footer comment.</param>
/// <param name="Slot">The place among the comments of its page and kind.</param>
internal readonly record struct CommentSeat(PagePlace Page, bool Inline, int Slot)
{
    public long Id => IdScheme.CommentId(this);
}

/// <summary>Makes up the comments: threads of footer comments, and inline comments with the words that they mark.</summary>
internal sealed class GeneratedComments(int seed, GeneratedByKind pages, IdScheme ids, GeneratedUsers users)
{
    /// <summary>Gives the number of comments of one kind on a page, replies included.</summary>
    public int Count(PagePlace page, bool inline)
    {
        Draw draw = new(seed, Kind(inline), page.Index);
        if (draw.OneIn(40, Aspect.Count))
        {
            return 30 + draw.Below(IdScheme.CommentSlots - 30, Aspect.Count, 1);
        }

        int count = Math.Min(draw.Below(8, Aspect.Count, 2), draw.Below(8, Aspect.Count, 3));
        return inline ? count / 2 : count;
    }

    /// <summary>Gives the seats of all comments of one kind on a page, replies included, by ascending id.</summary>
    public IEnumerable<CommentSeat> On(PagePlace page, bool inline)
    {
        int count = Count(page, inline);
        for (int slot = 0; slot < count; slot++)
        {
            yield return new CommentSeat(page, inline, slot);
        }
    }

    /// <summary>Finds the seat of a comment that was made up.</summary>
    public CommentSeat? Find(long id) =>
        ids.FindComment(id) is CommentSeat seat && seat.Slot < Count(seat.Page, seat.Inline) ? seat : null;

    /// <summary>Gives the comment that this one replies to, always an earlier one; null for a comment on the page itself.</summary>
    public long? ParentOf(CommentSeat seat)
    {
        Draw draw = Of(seat);
        return seat.Slot > 0 && draw.OneIn(3, Aspect.Parent) ? (seat with { Slot = draw.Below(seat.Slot, Aspect.Parent, 1) }).Id : null;
    }

    /// <summary>Gives <c>open</c>, <c>resolved</c>, <c>reopened</c> or <c>dangling</c>.</summary>
    public string ResolutionOf(CommentSeat seat) =>
        Of(seat).Below(8, Aspect.Resolution) switch { 0 => "resolved", 1 => "reopened", 2 when seat.Inline => "dangling", _ => "open" };

    public int VersionCount(CommentSeat seat) => 1 + Math.Min(Of(seat).Below(4, Aspect.Count), Of(seat).Below(4, Aspect.Count, 1));

    public string Author(CommentSeat seat) => ids.AccountId(Of(seat).Below(users.Count, Aspect.Author));

    public DateTimeOffset VersionDate(CommentSeat seat, int number)
    {
        DateTimeOffset written = pages[seat.Page.Kind].CreatedAt(seat.Page.Ordinal);
        DateTimeOffset created = Dates.At(Of(seat), written.AddDays(7 * seat.Slot), 7);
        return number == 1 ? created : Dates.At(Of(seat), created.AddDays(number - 1), 1, number);
    }

    public VersionInfo Version(CommentSeat seat, int number)
    {
        Draw draw = Of(seat);
        return new VersionInfo(
            number,
            number > 1 && draw.OneIn(3, Aspect.Message, number) ? draw.Pick(Vocabulary.VersionMessages, Aspect.Message, number + 1_000) : "",
            false,
            Author(seat),
            VersionDate(seat, number));
    }

    public BodyDocument Body(CommentSeat seat, int number) =>
        BodyDocument.CreateShort(Of(seat), number, ids.AccountId(Of(seat).Below(users.Count, Aspect.Author, 500)));

    /// <summary>Gives the id of the mark that an inline comment hangs on in the page body.</summary>
    public string MarkerOf(CommentSeat seat) => Uuid.From(Of(seat).Bits(Aspect.Identity), Of(seat).Bits(Aspect.Identity, 1));

    /// <summary>Gives the words that an inline comment marks.</summary>
    public string SelectionOf(CommentSeat seat)
    {
        Draw draw = Of(seat);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{draw.Pick(Vocabulary.Words, Aspect.Name)} {draw.Pick(Vocabulary.Words, Aspect.Name, 1)} {draw.Pick(Vocabulary.Words, Aspect.Name, 2)}");
    }

    public DateTimeOffset ResolvedAt(CommentSeat seat) => VersionDate(seat, VersionCount(seat)).AddHours(1);

    public string ResolvedBy(CommentSeat seat) => ids.AccountId(Of(seat).Below(users.Count, Aspect.Owner));

    public IReadOnlyList<string> Likes(CommentSeat seat) => Likers.Of(Of(seat), users.Count, ids);

    private Draw Of(CommentSeat seat) => new(seed, Kind(seat.Inline), seat.Id);

    private static EntityKind Kind(bool inline) => inline ? EntityKind.InlineComment : EntityKind.FooterComment;
}

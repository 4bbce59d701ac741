using System.Globalization;

namespace Confluence.Sandbox.Content;

/// <summary>A comment on a page.</summary>
/// <param name="Id">The id.</param>
/// <param name="PageId">The id of the page.</param>
/// <param name="PageOrdinal">The place of the page among the pages made up at start.</param>
/// <param name="Slot">The place of the comment among those of its page and kind.</param>
/// <param name="Inline">True for an inline comment, false for a footer comment.</param>
/// <param name="ParentId">The comment that this one replies to, null for a comment on the page itself.</param>
/// <param name="ResolutionStatus"><c>open</c>, <c>resolved</c>, <c>reopened</c> or <c>dangling</c>.</param>
/// <param name="VersionCount">The number of versions.</param>
internal sealed record Comment(
    long Id, long PageId, int PageOrdinal, int Slot, bool Inline, long? ParentId, string ResolutionStatus, int VersionCount);

/// <summary>Makes up the comments: threads of footer comments, and inline comments with the words that they mark.</summary>
internal sealed class GeneratedComments(int seed, GeneratedPages pages, IdScheme ids, GeneratedUsers users)
{
    /// <summary>Gives the number of comments of one kind on a page, replies included.</summary>
    public int Count(int pageOrdinal, bool inline)
    {
        Draw draw = new(seed, Kind(inline), pageOrdinal);
        if (draw.OneIn(40, Aspect.Count))
        {
            return 30 + draw.Below(IdScheme.CommentSlots - 30, Aspect.Count, 1);
        }

        int count = Math.Min(draw.Below(8, Aspect.Count, 2), draw.Below(8, Aspect.Count, 3));
        return inline ? count / 2 : count;
    }

    public Comment Get(int pageOrdinal, bool inline, int slot)
    {
        long id = IdScheme.CommentId(pageOrdinal, inline, slot);
        Draw draw = Of(id, inline);
        bool reply = slot > 0 && draw.OneIn(3, Aspect.Parent);
        return new Comment(
            id,
            ids.PageId(pageOrdinal),
            pageOrdinal,
            slot,
            inline,
            reply ? IdScheme.CommentId(pageOrdinal, inline, draw.Below(slot, Aspect.Parent, 1)) : null,
            draw.Below(8, Aspect.Resolution) switch { 0 => "resolved", 1 => "reopened", 2 when inline => "dangling", _ => "open" },
            1 + Math.Min(draw.Below(4, Aspect.Count), draw.Below(4, Aspect.Count, 1)));
    }

    /// <summary>Gives all comments of one kind on a page, replies included, by ascending id.</summary>
    public IEnumerable<Comment> On(int pageOrdinal, bool inline)
    {
        int count = Count(pageOrdinal, inline);
        for (int slot = 0; slot < count; slot++)
        {
            yield return Get(pageOrdinal, inline, slot);
        }
    }

    public Comment? Find(long id, bool inline) =>
        ids.TryGetCommentSlot(id, out int pageOrdinal, out bool isInline, out int slot)
        && isInline == inline
        && slot < Count(pageOrdinal, inline)
            ? Get(pageOrdinal, inline, slot)
            : null;

    public DateTimeOffset VersionDate(Comment comment, int number)
    {
        DateTimeOffset created = Dates.At(Of(comment.Id, comment.Inline), pages.CreatedAt(comment.PageOrdinal).AddDays(7 * comment.Slot), 7);
        return number == 1 ? created : Dates.At(Of(comment.Id, comment.Inline), created.AddDays(number - 1), 1, number);
    }

    public VersionInfo Version(Comment comment, int number)
    {
        Draw draw = Of(comment.Id, comment.Inline);
        return new VersionInfo(
            number,
            number > 1 && draw.OneIn(3, Aspect.Message, number) ? draw.Pick(Vocabulary.VersionMessages, Aspect.Message, number + 1_000) : "",
            false,
            ids.AccountId(draw.Below(users.Count, Aspect.Author)),
            VersionDate(comment, number));
    }

    public BodyDocument Body(Comment comment, int number) =>
        BodyDocument.CreateShort(Of(comment.Id, comment.Inline), number, ids.AccountId(Of(comment.Id, comment.Inline).Below(users.Count, Aspect.Author, 500)));

    /// <summary>Gives the id of the mark that an inline comment hangs on in the page body.</summary>
    public string MarkerOf(Comment comment)
    {
        Draw draw = Of(comment.Id, comment.Inline);
        return Uuid.From(draw.Bits(Aspect.Identity), draw.Bits(Aspect.Identity, 1));
    }

    /// <summary>Gives the words that an inline comment marks.</summary>
    public string SelectionOf(Comment comment)
    {
        Draw draw = Of(comment.Id, comment.Inline);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{draw.Pick(Vocabulary.Words, Aspect.Name)} {draw.Pick(Vocabulary.Words, Aspect.Name, 1)} {draw.Pick(Vocabulary.Words, Aspect.Name, 2)}");
    }

    public DateTimeOffset ResolvedAt(Comment comment) => VersionDate(comment, comment.VersionCount).AddHours(1);

    public string ResolvedBy(Comment comment) => ids.AccountId(Of(comment.Id, comment.Inline).Below(users.Count, Aspect.Owner));

    public IReadOnlyList<string> Likes(Comment comment) => Likers.Of(Of(comment.Id, comment.Inline), users.Count, ids);

    private Draw Of(long id, bool inline) => new(seed, Kind(inline), id);

    private static EntityKind Kind(bool inline) => inline ? EntityKind.InlineComment : EntityKind.FooterComment;
}

using System.Collections.Concurrent;
using System.Globalization;
using Confluence.Sandbox.Content;

namespace Confluence.Sandbox.State;

/// <summary>The comments as they are now: made-up ones, covered by what was changed through the API.</summary>
internal sealed class CommentStore(Site site, GeneratedComments generated)
{
    private readonly ConcurrentDictionary<long, Comment> _changed = new();
    private readonly CreatedIds _createdOn = new();
    private readonly CreatedIds _created = new();

    public Comment? Find(long id) => _changed.TryGetValue(id, out Comment? comment)
        ? comment.Deleted ? null : comment
        : generated.Find(id) is CommentSeat seat ? Unchanged(seat) : null;

    /// <summary>Gives the comments of one kind on a page, replies included, by ascending id. They go with their page into the trash.</summary>
    public IEnumerable<Comment> On(Page page, bool inline)
    {
        if (!Site.IsVisible(page.Status))
        {
            yield break;
        }

        if (page.Place is PagePlace place)
        {
            foreach (CommentSeat seat in generated.On(place, inline))
            {
                if (Now(seat) is Comment comment)
                {
                    yield return comment;
                }
            }
        }

        foreach (long id in _createdOn[Group(page.Id, inline)])
        {
            if (Find(id) is Comment comment)
            {
                yield return comment;
            }
        }
    }

    /// <summary>Gives the comments of one kind on all pages that are not in the trash, by ascending id.</summary>
    /// <param name="inline">True for inline comments, false for footer comments.</param>
    /// <param name="after">The id to start beyond.</param>
    public IEnumerable<Comment> All(bool inline, long after = 0)
    {
        // The walk goes on at the page of the last comment: what lies before is not looked at again.
        PagePlace first = site.Ids.FindComment(after)?.Page ?? default;
        foreach (PageKind kind in PageKinds.All)
        {
            int start = after >= IdScheme.FirstCreatedId || kind < first.Kind ? site.MadeUp[kind].Count : kind == first.Kind ? first.Ordinal : 0;
            for (int ordinal = start; ordinal < site.MadeUp[kind].Count; ordinal++)
            {
                PagePlace place = new(kind, ordinal);
                if (!Site.IsVisible(site.StatusOf(site.Ids.Id(place))))
                {
                    continue;
                }

                foreach (CommentSeat seat in generated.On(place, inline))
                {
                    if (seat.Id > after && Now(seat) is Comment comment)
                    {
                        yield return comment;
                    }
                }
            }
        }

        foreach (long id in _created[Group(0, inline)])
        {
            if (id > after && Find(id) is Comment comment && Site.IsVisible(site.StatusOf(comment.PageId)))
            {
                yield return comment;
            }
        }
    }

    /// <summary>Gives the replies to a comment, by ascending id.</summary>
    public IEnumerable<Comment> RepliesTo(Comment comment) => site.FindPage(comment.PageId) is Page page
        ? On(page, comment.Inline).Where(reply => reply.ParentId == comment.Id)
        : [];

    /// <summary>Stores a changed comment. The caller holds the write lock.</summary>
    public void Store(Comment comment)
    {
        if (comment.Seat is null)
        {
            _createdOn.Set(Group(comment.PageId, comment.Inline), comment.Id, !comment.Deleted);
            _created.Set(Group(0, comment.Inline), comment.Id, !comment.Deleted);
        }

        _changed[comment.Id] = comment;
    }

    public VersionInfo Version(Comment comment, int number) => number > comment.GeneratedVersions
        ? comment.StoredVersions[number - comment.GeneratedVersions - 1].Info
        : generated.Version(SeatOf(comment), number);

    public DateTimeOffset VersionDate(Comment comment, int number) => number > comment.GeneratedVersions
        ? comment.StoredVersions[number - comment.GeneratedVersions - 1].Info.CreatedAt
        : generated.VersionDate(SeatOf(comment), number);

    /// <summary>Gives a version's body in one representation.</summary>
    public string Body(Comment comment, int number, string representation) => number > comment.GeneratedVersions
        ? BodyConversion.Convert(comment.StoredVersions[number - comment.GeneratedVersions - 1].Body, representation)
        : BodyConversion.Render(generated.Body(SeatOf(comment), number), representation);

    /// <summary>Gives the words of the current version, one line a paragraph.</summary>
    public string PlainText(Comment comment) => comment.StoredVersions is [.., StoredCommentVersion last]
        ? string.Join('\n', BodyConversion.Lines(last.Body))
        : BodyRenderer.Text(generated.Body(SeatOf(comment), comment.VersionCount));

    /// <summary>Gives those who like a comment; one created through the API nobody likes.</summary>
    public IReadOnlyList<string> Likes(Comment comment) => comment.Seat is CommentSeat seat ? generated.Likes(seat) : [];

    /// <summary>Gives the last change of the resolution; null when there was none.</summary>
    public Resolution? ResolutionOf(Comment comment)
    {
        if (comment.Resolution is not null || comment.Seat is not CommentSeat seat)
        {
            return comment.Resolution;
        }

        return comment.ResolutionStatus is "resolved" or "reopened" ? new Resolution(generated.ResolvedBy(seat), generated.ResolvedAt(seat)) : null;
    }

    public string SelectionOf(Comment comment) => comment.Selection ?? generated.SelectionOf(SeatOf(comment));

    public string MarkerOf(Comment comment)
    {
        if (comment.Seat is CommentSeat seat)
        {
            return generated.MarkerOf(seat);
        }

        Draw draw = new(site.Seed, EntityKind.InlineComment, comment.Id);
        return Uuid.From(draw.Bits(Aspect.Identity), draw.Bits(Aspect.Identity, 1));
    }

    private Comment? Now(CommentSeat seat) =>
        _changed.TryGetValue(seat.Id, out Comment? comment) ? comment.Deleted ? null : comment : Unchanged(seat);

    private Comment Unchanged(CommentSeat seat) => new()
    {
        Id = seat.Id,
        Seat = seat,
        PageId = site.Ids.Id(seat.Page),
        PageKind = seat.Page.Kind,
        Inline = seat.Inline,
        ParentId = generated.ParentOf(seat),
        ResolutionStatus = generated.ResolutionOf(seat),
        GeneratedVersions = generated.VersionCount(seat),
    };

    private static CommentSeat SeatOf(Comment comment) => comment.Seat ?? throw new InvalidOperationException(
        string.Create(CultureInfo.InvariantCulture, $"Comment {comment.Id} was created through the API and has no made-up versions."));

    private static long Group(long pageId, bool inline) => (pageId * 2) + (inline ? 1 : 0);
}

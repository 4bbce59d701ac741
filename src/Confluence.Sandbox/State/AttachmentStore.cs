using System.Collections.Concurrent;
using System.Globalization;
using Confluence.Sandbox.Content;

namespace Confluence.Sandbox.State;

/// <summary>The attachments as they are now: made-up ones, covered by what was changed through the API.</summary>
internal sealed class AttachmentStore(Site site, GeneratedAttachments generated)
{
    private const long Everywhere = 0;

    private readonly ConcurrentDictionary<long, Attachment> _changed = new();
    private readonly CreatedIds _created = new();

    /// <summary>Finds an attachment, also one in the trash; null when it was purged, itself or with its page.</summary>
    public Attachment? Find(long id)
    {
        Attachment? attachment = _changed.TryGetValue(id, out Attachment? changed)
            ? changed
            : generated.Find(id) is AttachmentSeat seat ? Unchanged(seat) : null;
        return attachment is null || StatusOf(attachment) == PageStatus.Purged ? null : attachment;
    }

    /// <summary>Gives the attachments of a page, those in the trash among them, by ascending id.</summary>
    public IEnumerable<Attachment> On(Page page)
    {
        if (page.Place is PagePlace place)
        {
            foreach (AttachmentSeat seat in generated.On(place))
            {
                if (Find(seat.Id) is Attachment attachment)
                {
                    yield return attachment;
                }
            }
        }

        foreach (long id in _created[page.Id])
        {
            if (Find(id) is Attachment attachment)
            {
                yield return attachment;
            }
        }
    }

    /// <summary>Gives the attachments of all pages, those in the trash among them, by ascending id.</summary>
    /// <param name="after">The id to start beyond.</param>
    public IEnumerable<Attachment> All(long after = 0)
    {
        PagePlace first = site.Ids.FindAttachment(after)?.Page ?? default;
        foreach (PageKind kind in PageKinds.All)
        {
            int count = site.MadeUp[kind].Count;
            int start = after >= IdScheme.FirstCreatedId || kind < first.Kind ? count : kind == first.Kind ? first.Ordinal : 0;
            for (int ordinal = start; ordinal < count; ordinal++)
            {
                foreach (AttachmentSeat seat in generated.On(new PagePlace(kind, ordinal)))
                {
                    if (seat.Id > after && Find(seat.Id) is Attachment attachment)
                    {
                        yield return attachment;
                    }
                }
            }
        }

        foreach (long id in _created[Everywhere])
        {
            if (id > after && Find(id) is Attachment attachment)
            {
                yield return attachment;
            }
        }
    }

    /// <summary>Finds the attachment of a page that has this file name and is not in the trash. Names are told apart by the case of their letters.</summary>
    public Attachment? FindByTitle(Page page, string title) =>
        On(page).FirstOrDefault(attachment => attachment.Title == title && attachment.OwnStatus == PageStatus.Current);

    /// <summary>Gives the status that callers see: an attachment goes with its page into the archive, into the trash and out of the world.</summary>
    public PageStatus StatusOf(Attachment attachment)
    {
        PageStatus page = site.StatusOf(attachment.PageId);
        return page == PageStatus.Purged || attachment.OwnStatus == PageStatus.Purged ? PageStatus.Purged
            : page == PageStatus.Trashed || attachment.OwnStatus == PageStatus.Trashed ? PageStatus.Trashed
            : page;
    }

    /// <summary>Stores a changed attachment. The caller holds the write lock.</summary>
    public void Store(Attachment attachment)
    {
        if (attachment.Seat is null)
        {
            bool present = attachment.OwnStatus != PageStatus.Purged;
            _created.Set(attachment.PageId, attachment.Id, present);
            _created.Set(Everywhere, attachment.Id, present);
        }

        _changed[attachment.Id] = attachment;
    }

    public VersionInfo Version(Attachment attachment, int number) =>
        Stored(attachment, number) is StoredFile file ? file.Info : generated.Version(SeatOf(attachment), number);

    public DateTimeOffset VersionDate(Attachment attachment, int number) =>
        Stored(attachment, number) is StoredFile file ? file.Info.CreatedAt : generated.VersionDate(SeatOf(attachment), number);

    /// <summary>Gives the number of bytes of a version.</summary>
    public int Size(Attachment attachment, int number) =>
        Stored(attachment, number) is StoredFile file ? file.Bytes.Length : generated.Size(SeatOf(attachment), number);

    public byte[] Bytes(Attachment attachment, int number) =>
        Stored(attachment, number) is StoredFile file ? file.Bytes : generated.Bytes(SeatOf(attachment), number);

    /// <summary>Gives what an address in the media store has to carry: it opens one version of one attachment.</summary>
    public string Token(Attachment attachment, int number)
    {
        Draw draw = new(site.Seed, EntityKind.Attachment, attachment.Id);
        return string.Create(CultureInfo.InvariantCulture, $"{draw.Bits(Aspect.Permutation, number):x16}{draw.Bits(Aspect.Permutation, -number):x16}");
    }

    private static StoredFile? Stored(Attachment attachment, int number) =>
        number > attachment.GeneratedVersions ? attachment.StoredVersions[number - attachment.GeneratedVersions - 1] : null;

    private static AttachmentSeat SeatOf(Attachment attachment) => attachment.Seat ?? throw new InvalidOperationException(
        string.Create(CultureInfo.InvariantCulture, $"Attachment {attachment.Id} was uploaded and has no made-up versions."));

    private Attachment Unchanged(AttachmentSeat seat) => new()
    {
        Id = seat.Id,
        Seat = seat,
        PageId = site.Ids.Id(seat.Page),
        PageKind = seat.Page.Kind,
        Title = generated.Title(seat),
        MediaType = generated.MediaType(seat),
        FileId = generated.FileId(seat),
        GeneratedVersions = generated.VersionCount(seat),
    };
}

using System.Buffers.Binary;
using System.Globalization;

namespace Confluence.Sandbox.Content;

/// <summary>The place of an attachment that was made up at start.</summary>
/// <param name="Page">The page that it hangs on.</param>
/// <param name="Slot">The place among the attachments of the page.</param>
internal readonly record struct AttachmentSeat(PagePlace Page, int Slot)
{
    public long Id => IdScheme.AttachmentId(this);
}

/// <summary>Makes up the attachments: none to three on a page, of five media types, one in four with several versions.</summary>
internal sealed class GeneratedAttachments(int seed, GeneratedByKind pages, IdScheme ids, GeneratedUsers users)
{
    private static readonly (string Extension, string MediaType)[] s_types =
        [("png", "image/png"), ("pdf", "application/pdf"), ("csv", "text/csv"), ("svg", "image/svg+xml"), ("txt", "text/plain")];

    public int Count(PagePlace page)
    {
        Draw draw = new(seed, EntityKind.Attachment, page.Index);
        return Math.Min(draw.Below(4, Aspect.Count), draw.Below(4, Aspect.Count, 1));
    }

    public IEnumerable<AttachmentSeat> On(PagePlace page)
    {
        int count = Count(page);
        for (int slot = 0; slot < count; slot++)
        {
            yield return new AttachmentSeat(page, slot);
        }
    }

    public AttachmentSeat? Find(long id) => ids.FindAttachment(id) is AttachmentSeat seat && seat.Slot < Count(seat.Page) ? seat : null;

    /// <summary>Gives the file name. Its number tells it from the others of the page; blanks, umlauts and ampersands occur on purpose.</summary>
    public string Title(AttachmentSeat seat)
    {
        Draw draw = Of(seat);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{draw.Pick(Vocabulary.Words, Aspect.Name)}{draw.Pick([" ", "-", " & "], Aspect.Name, 1)}{draw.Pick(Vocabulary.Words, Aspect.Name, 2)} {seat.Slot + 1}.{Type(seat).Extension}");
    }

    public string MediaType(AttachmentSeat seat) => Type(seat).MediaType;

    /// <summary>Gives the id of the file in the media store.</summary>
    public string FileId(AttachmentSeat seat) => Uuid.From(Of(seat).Bits(Aspect.Identity), Of(seat).Bits(Aspect.Identity, 1));

    public int VersionCount(AttachmentSeat seat) => Of(seat).OneIn(4, Aspect.Count, 2) ? 2 + Of(seat).Below(3, Aspect.Count, 3) : 1;

    public DateTimeOffset VersionDate(AttachmentSeat seat, int number)
    {
        DateTimeOffset written = pages[seat.Page.Kind].CreatedAt(seat.Page.Ordinal);
        DateTimeOffset created = Dates.At(Of(seat), written.AddDays(5 * seat.Slot), 5);
        return number == 1 ? created : Dates.At(Of(seat), created.AddDays(5 * (number - 1)), 5, number);
    }

    public VersionInfo Version(AttachmentSeat seat, int number)
    {
        Draw draw = Of(seat);
        return new VersionInfo(
            number,
            draw.OneIn(3, Aspect.Message, number) ? draw.Pick(Vocabulary.VersionMessages, Aspect.Message, number + 1_000) : "",
            number > 1 && draw.OneIn(4, Aspect.Kind, number),
            ids.AccountId(draw.Below(users.Count, Aspect.Author, number)),
            VersionDate(seat, number));
    }

    /// <summary>Gives the number of bytes of a version.</summary>
    public int Size(AttachmentSeat seat, int number) => 64 + Of(seat).Below(4_000, Aspect.Length, number);

    /// <summary>Gives the bytes of a version: drawn, and no valid file of their type.</summary>
    public byte[] Bytes(AttachmentSeat seat, int number)
    {
        byte[] bytes = new byte[Size(seat, number)];
        Span<byte> eight = stackalloc byte[sizeof(ulong)];
        for (int at = 0; at < bytes.Length; at += sizeof(ulong))
        {
            BinaryPrimitives.WriteUInt64LittleEndian(eight, Of(seat).Bits(Aspect.Text, (number * 1_000) + (at / sizeof(ulong))));
            eight[..Math.Min(sizeof(ulong), bytes.Length - at)].CopyTo(bytes.AsSpan(at));
        }

        return bytes;
    }

    private (string Extension, string MediaType) Type(AttachmentSeat seat) => s_types[Of(seat).Below(s_types.Length, Aspect.Kind)];

    private Draw Of(AttachmentSeat seat) => new(seed, EntityKind.Attachment, seat.Id);
}

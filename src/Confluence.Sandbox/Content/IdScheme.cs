using System.Globalization;

namespace Confluence.Sandbox.Content;

/// <summary>
/// Turns ordinals (the n-th user, space, page, comment) into ids as Confluence has them, and back without a table.
/// </summary>
/// <remarks>
/// Content ids ascend, leave gaps and lie above 2³¹. All kinds of content share one number space, as on a real site:
/// pages from 18,000,000,000, blog posts from 18,010,000,000, comments from 18,100,000,000, attachments from
/// 18,200,000,000, tasks from 18,300,000,000, properties from 18,400,000,000, and what is created through the API from 18,900,000,000.
/// </remarks>
internal sealed class IdScheme(int seed, SandboxOptions options)
{
    public const int CommentSlots = 64;
    public const int AttachmentSlots = 4;
    public const int TaskSlots = 64;
    public const int PropertySlots = 2;
    public const long FirstCreatedId = 18_900_000_000;

    private const long FirstSpaceId = 98_304;
    private const int SpaceStride = 16;
    private const long FirstPageId = 18_000_000_000;
    private const long FirstBlogPostId = 18_010_000_000;
    private const int PageStride = 32;
    private const long FirstCommentId = 18_100_000_000;
    private const long FirstAttachmentId = 18_200_000_000;
    private const long FirstTaskId = 18_300_000_000;
    private const long FirstPropertyId = 18_400_000_000;
    private const string AccountPrefix = "712020:";

    private readonly int _visibleSpaces = options.Spaces - options.HiddenSpaces;
    private readonly int _users = options.Users;
    private readonly int _spaces = options.Spaces;
    private readonly int _pages = options.Pages;
    private readonly int _blogPosts = options.BlogPosts;

    public long SpaceId(int ordinal) =>
        FirstSpaceId + ((long)ordinal * SpaceStride) + new Draw(seed, EntityKind.Space, ordinal).Below(SpaceStride, Aspect.Identity);

    /// <summary>Finds a space that the caller may see.</summary>
    public bool TryGetSpace(long id, out int ordinal)
    {
        ordinal = Slot(id, FirstSpaceId, SpaceStride, _visibleSpaces);
        return ordinal >= 0 && SpaceId(ordinal) == id;
    }

    public long PageId(int ordinal) => Id(PageKind.Page, ordinal);

    public long Id(PageKind kind, int ordinal) =>
        First(kind) + ((long)ordinal * PageStride) + new Draw(seed, Entity(kind), ordinal).Below(PageStride, Aspect.Identity);

    public long Id(PagePlace place) => Id(place.Kind, place.Ordinal);

    /// <summary>Finds the page that was made up with this id, if the caller may see it.</summary>
    public PagePlace? FindPage(long id)
    {
        PageKind kind = id < FirstBlogPostId ? PageKind.Page : PageKind.BlogPost;
        int ordinal = Slot(id, First(kind), PageStride, CountOf(kind));
        return ordinal >= 0 && Id(kind, ordinal) == id && IsVisible(ordinal) ? new PagePlace(kind, ordinal) : null;
    }

    /// <summary>Gives the ordinal of the first page of a kind whose id is greater than <paramref name="id"/>.</summary>
    public int FirstPageAfter(PageKind kind, long id)
    {
        if (id < First(kind))
        {
            return 0;
        }

        int count = CountOf(kind);
        long slot = Math.Min((id - First(kind)) / PageStride, count);
        return slot < count && Id(kind, (int)slot) <= id ? (int)slot + 1 : (int)slot;
    }

    /// <summary>Gives the id of a comment; footer comments take the lower half of a page's slots, inline comments the upper half.</summary>
    public static long CommentId(CommentSeat seat) =>
        FirstCommentId + ((long)seat.Page.Index * 2 * CommentSlots) + (seat.Inline ? CommentSlots : 0) + seat.Slot;

    /// <summary>Takes a comment's id apart. Whether the slot is taken is for <see cref="GeneratedComments"/> to say.</summary>
    public CommentSeat? FindComment(long id) => FindSlot(id, FirstCommentId, 2 * CommentSlots, out PagePlace page, out int slot)
        ? new CommentSeat(page, slot >= CommentSlots, slot % CommentSlots)
        : null;

    public static long AttachmentId(AttachmentSeat seat) => FirstAttachmentId + ((long)seat.Page.Index * AttachmentSlots) + seat.Slot;

    /// <summary>Takes an attachment's id apart. Whether the slot is taken is for <see cref="GeneratedAttachments"/> to say.</summary>
    public AttachmentSeat? FindAttachment(long id) => FindSlot(id, FirstAttachmentId, AttachmentSlots, out PagePlace page, out int slot)
        ? new AttachmentSeat(page, slot)
        : null;

    public static long TaskId(TaskSeat seat) => FirstTaskId + ((long)seat.Page.Index * TaskSlots) + seat.Slot;

    /// <summary>Takes a task's id apart. Whether the slot is taken is for <see cref="GeneratedTasks"/> to say.</summary>
    public TaskSeat? FindTask(long id) => FindSlot(id, FirstTaskId, TaskSlots, out PagePlace page, out int slot) ? new TaskSeat(page, slot) : null;

    /// <summary>Gives the id of a property that the editor wrote.</summary>
    public static long PropertyId(PagePlace page, int slot) => FirstPropertyId + ((long)page.Index * PropertySlots) + slot;

    public string AccountId(int ordinal)
    {
        Draw draw = new(seed, EntityKind.User, ordinal);
        ulong rest = draw.Bits(Aspect.Identity);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{AccountPrefix}{Permute((uint)ordinal):x8}-{rest >> 48:x4}-4{(rest >> 36) & 0xFFF:x3}-a{(rest >> 24) & 0xFFF:x3}-{draw.Bits(Aspect.Identity, 1) >> 16:x12}");
    }

    public bool TryGetUser(ReadOnlySpan<char> accountId, out int ordinal)
    {
        ordinal = -1;
        if (!accountId.StartsWith(AccountPrefix, StringComparison.Ordinal) || accountId.Length != AccountPrefix.Length + 36)
        {
            return false;
        }

        if (!uint.TryParse(accountId.Slice(AccountPrefix.Length, 8), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out uint permuted))
        {
            return false;
        }

        uint found = Unpermute(permuted);
        if (found >= (uint)_users || !accountId.SequenceEqual(AccountId((int)found)))
        {
            return false;
        }

        ordinal = (int)found;
        return true;
    }

    /// <summary>Tells whether the caller may see the space of a page or blog post: both are dealt to the spaces in turn, and the last spaces may be hidden.</summary>
    public bool IsVisible(int pageOrdinal) => pageOrdinal % _spaces < _visibleSpaces;

    private static long First(PageKind kind) => kind == PageKind.Page ? FirstPageId : FirstBlogPostId;

    private static EntityKind Entity(PageKind kind) => kind == PageKind.Page ? EntityKind.Page : EntityKind.BlogPost;

    private int CountOf(PageKind kind) => kind == PageKind.Page ? _pages : _blogPosts;

    /// <summary>Takes the id of something that hangs on a page apart: the page, and the place among its like.</summary>
    private bool FindSlot(long id, long first, int stride, out PagePlace page, out int slot)
    {
        int index = Slot(id, first, stride, SandboxOptions.MaximumPages + SandboxOptions.MaximumBlogPosts);
        page = PagePlace.FromIndex(Math.Max(index, 0));
        slot = index < 0 ? 0 : (int)(id - first - ((long)index * stride));
        return index >= 0 && page.Ordinal < CountOf(page.Kind) && IsVisible(page.Ordinal);
    }

    private static int Slot(long id, long first, int stride, int count)
    {
        long slot = id < first ? -1 : (id - first) / stride;
        return slot < count ? (int)slot : -1;
    }

    // A bijection of 32-bit numbers: account ids look random, and still say which user they belong to.
    private uint Permute(uint value)
    {
        unchecked
        {
            value ^= Key;
            value *= 0x9E3779B1u;
            value ^= value >> 16;
            return value * 0x85EBCA6Bu;
        }
    }

    private uint Unpermute(uint value)
    {
        unchecked
        {
            value *= Inverse(0x85EBCA6Bu);
            value ^= value >> 16;
            value *= Inverse(0x9E3779B1u);
            return value ^ Key;
        }
    }

    private uint Key => unchecked((uint)new Draw(seed, EntityKind.Site, 0).Bits(Aspect.Permutation));

    // Newton's iteration doubles the number of right bits each round: 3, 6, 12, 24, 48.
    private static uint Inverse(uint odd)
    {
        unchecked
        {
            uint inverse = odd;
            for (int round = 0; round < 4; round++)
            {
                inverse *= 2 - (odd * inverse);
            }

            return inverse;
        }
    }
}

using System.Globalization;

namespace Confluence.Sandbox.Content;

/// <summary>
/// Turns ordinals (the n-th user, space, page, comment) into ids as Confluence has them, and back without a table.
/// </summary>
/// <remarks>
/// Content ids ascend, leave gaps and lie above 2³¹. All kinds of content share one number space, as on a real site:
/// pages from 18,000,000,000, comments from 18,100,000,000, and what is created through the API from 18,900,000,000.
/// </remarks>
internal sealed class IdScheme(int seed, SandboxOptions options)
{
    public const int CommentSlots = 64;
    public const long FirstCreatedId = 18_900_000_000;

    private const long FirstSpaceId = 98_304;
    private const int SpaceStride = 16;
    private const long FirstPageId = 18_000_000_000;
    private const int PageStride = 32;
    private const long FirstCommentId = 18_100_000_000;
    private const string AccountPrefix = "712020:";

    private readonly int _visibleSpaces = options.Spaces - options.HiddenSpaces;
    private readonly int _users = options.Users;
    private readonly int _spaces = options.Spaces;
    private readonly int _pages = options.Pages;

    public long SpaceId(int ordinal) =>
        FirstSpaceId + ((long)ordinal * SpaceStride) + new Draw(seed, EntityKind.Space, ordinal).Below(SpaceStride, Aspect.Identity);

    /// <summary>Finds a space that the caller may see.</summary>
    public bool TryGetSpace(long id, out int ordinal)
    {
        ordinal = Slot(id, FirstSpaceId, SpaceStride, _visibleSpaces);
        return ordinal >= 0 && SpaceId(ordinal) == id;
    }

    public long PageId(int ordinal) =>
        FirstPageId + ((long)ordinal * PageStride) + new Draw(seed, EntityKind.Page, ordinal).Below(PageStride, Aspect.Identity);

    /// <summary>Finds a page that the caller may see.</summary>
    public bool TryGetPage(long id, out int ordinal)
    {
        ordinal = Slot(id, FirstPageId, PageStride, _pages);
        return ordinal >= 0 && PageId(ordinal) == id && IsVisible(ordinal);
    }

    /// <summary>Gives the ordinal of the first page whose id is greater than <paramref name="id"/>.</summary>
    public int FirstPageAfter(long id)
    {
        if (id < FirstPageId)
        {
            return 0;
        }

        long slot = Math.Min((id - FirstPageId) / PageStride, _pages);
        return slot < _pages && PageId((int)slot) <= id ? (int)slot + 1 : (int)slot;
    }

    /// <summary>Gives the id of a comment; footer comments take the lower half of a page's slots, inline comments the upper half.</summary>
    public static long CommentId(int pageOrdinal, bool inline, int slot) =>
        FirstCommentId + ((long)pageOrdinal * 2 * CommentSlots) + (inline ? CommentSlots : 0) + slot;

    /// <summary>Takes a comment's id apart. Whether the slot is taken is for <see cref="GeneratedComments"/> to say.</summary>
    public bool TryGetCommentSlot(long id, out int pageOrdinal, out bool inline, out int slot)
    {
        pageOrdinal = Slot(id, FirstCommentId, 2 * CommentSlots, _pages);
        if (pageOrdinal < 0)
        {
            inline = false;
            slot = 0;
            return false;
        }

        int rest = (int)(id - FirstCommentId - ((long)pageOrdinal * 2 * CommentSlots));
        inline = rest >= CommentSlots;
        slot = rest % CommentSlots;
        return true;
    }

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

    /// <summary>Tells whether the caller may see the space of a page: pages are dealt to the spaces in turn, and the last spaces may be hidden.</summary>
    public bool IsVisible(int pageOrdinal) => pageOrdinal % _spaces < _visibleSpaces;

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

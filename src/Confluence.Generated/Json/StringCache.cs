using System.Buffers.Binary;
using System.Numerics;
using System.Text;

namespace Confluence.Generated.Json;

/// <summary>
/// Shares the short strings that answers repeat over and over: states, types, ids of spaces and authors. The table has a fixed size
/// and one place per hash: a new string drives out the old one, so nothing grows and nothing needs to be locked.
/// </summary>
internal static class StringCache
{
    /// <summary>The longest string that is shared, in bytes. Account ids have 43.</summary>
    public const int MaxLength = 48;

    private const int SlotBits = 9;
    private const ulong Multiplier = 0x9E3779B97F4A7C15;

    private static readonly string?[] s_slots = new string?[1 << SlotBits];

    /// <summary>The string for ASCII bytes; null when they are not ASCII.</summary>
    public static string? Get(ReadOnlySpan<byte> utf8)
    {
        // Reference reads and writes are atomic, and any string found is compared in full: a race costs at most one string more.
        ref string? slot = ref s_slots[Hash(utf8)];
        string? known = slot;
        if (known is not null && Ascii.Equals(utf8, known))
        {
            return known;
        }

        if (!Ascii.IsValid(utf8))
        {
            return null;
        }

        string made = Encoding.ASCII.GetString(utf8);
        slot = made;
        return made;
    }

    // Every byte takes part: the ids of one site differ only in places that a sample would miss.
    private static int Hash(ReadOnlySpan<byte> utf8)
    {
        ulong hash = (ulong)utf8.Length * Multiplier;
        int length = utf8.Length;
        if (length >= sizeof(ulong))
        {
            for (int i = 0; i + sizeof(ulong) <= length; i += sizeof(ulong))
            {
                hash = Mix(hash, BinaryPrimitives.ReadUInt64LittleEndian(utf8[i..]));
            }

            hash = Mix(hash, BinaryPrimitives.ReadUInt64LittleEndian(utf8[(length - sizeof(ulong))..]));
        }
        else if (length >= sizeof(uint))
        {
            ulong first = BinaryPrimitives.ReadUInt32LittleEndian(utf8);
            ulong last = BinaryPrimitives.ReadUInt32LittleEndian(utf8[(length - sizeof(uint))..]);
            hash = Mix(hash, first | (last << 32));
        }
        else if (length > 0)
        {
            hash = Mix(hash, utf8[0] | ((ulong)utf8[length / 2] << 8) | ((ulong)utf8[length - 1] << 16));
        }

        return (int)(hash >> (64 - SlotBits));
    }

    private static ulong Mix(ulong hash, ulong value) => (BitOperations.RotateLeft(hash, 23) ^ value) * Multiplier;
}

using System.Globalization;

namespace Confluence.Sandbox.Content;

/// <summary>Writes 128 drawn bits in the form of a random (version 4) UUID.</summary>
internal static class Uuid
{
    public static string From(ulong high, ulong low) => string.Create(
        CultureInfo.InvariantCulture,
        $"{high >> 32:x8}-{(high >> 16) & 0xFFFF:x4}-4{high & 0xFFF:x3}-{8 + ((low >> 62) & 3):x1}{(low >> 48) & 0xFFF:x3}-{low & 0xFFFFFFFFFFFF:x12}");
}

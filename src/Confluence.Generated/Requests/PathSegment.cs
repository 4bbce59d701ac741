using System.Globalization;
using System.Runtime.CompilerServices;

namespace Confluence.Generated.Requests;

/// <summary>Encodes an argument as one path segment that it cannot escape.</summary>
internal static class PathSegment
{
    public static string Encode(string value, [CallerArgumentExpression(nameof(value))] string? name = null)
    {
        ArgumentNullException.ThrowIfNull(value, name);
        if (value.Length == 0)
        {
            throw new ArgumentException("The value is part of the request path and must not be empty.", name);
        }

        if (value is "." or "..")
        {
            throw new ArgumentException($"'{value}' cannot be part of the request path: it would lead to another operation. Pass an id or key.", name);
        }

        return Uri.EscapeDataString(value);
    }

    public static string Encode(int value) => value.ToString(CultureInfo.InvariantCulture);

    public static string Encode(long value) => value.ToString(CultureInfo.InvariantCulture);
}

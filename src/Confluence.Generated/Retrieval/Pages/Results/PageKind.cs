using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;
using Confluence.Generated.Json;

namespace Confluence.Generated.Retrieval;

/// <summary>
/// What was retrieved: a page or a blog post. The set is open: later versions may tell more apart,
/// so code that switches over it needs a branch for the rest.
/// </summary>
[JsonConverter(typeof(JsonModelConverter<PageKind>))]
[TypeConverter(typeof(OpenEnumConverter<PageKind>))]
public readonly record struct PageKind : ISpanParsable<PageKind>, IJsonModel<PageKind>, IOpenEnum
{
    private readonly string? _value;

    /// <summary>Makes a value from its name.</summary>
    /// <param name="value">The name.</param>
    public PageKind(string value)
    {
        ArgumentException.ThrowIfNullOrEmpty(value);
        _value = value == Values.Unknown ? null : value; // Equal to the default, which is called so.
    }

    /// <summary>The site tells nothing that decides it. This is the default value.</summary>
    public static PageKind Unknown => default;

    /// <summary>A page.</summary>
    public static PageKind Page => new(Values.Page);

    /// <summary>A blog post.</summary>
    public static PageKind BlogPost => new(Values.BlogPost);

    /// <summary>The name.</summary>
    public string Value => _value ?? Values.Unknown;

    /// <inheritdoc/>
    public static PageKind Parse(string s, IFormatProvider? provider) => OpenEnumText.Parse<PageKind>(s);

    /// <inheritdoc/>
    public static PageKind Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => OpenEnumText.Parse<PageKind>(s.ToString());

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out PageKind result)
    {
        result = string.IsNullOrEmpty(s) ? default : new PageKind(s);
        return !string.IsNullOrEmpty(s);
    }

    /// <inheritdoc/>
    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out PageKind result) => TryParse(s.ToString(), provider, out result);

    /// <summary>The name.</summary>
    /// <returns>The same as <see cref="Value"/>.</returns>
    public override string ToString() => Value;

    static PageKind IJsonModel<PageKind>.Read(ref Utf8JsonReader reader) => OpenEnumText.Read<PageKind>(ref reader);

    void IJsonModel<PageKind>.Write(Utf8JsonWriter writer) => writer.WriteStringValue(Value);

    /// <summary>The known values as constants, for <c>switch</c>.</summary>
    public static class Values
    {
        /// <summary>The value of <see cref="PageKind.Unknown"/>.</summary>
        public const string Unknown = "Unknown";

        /// <summary>The value of <see cref="PageKind.Page"/>.</summary>
        public const string Page = "Page";

        /// <summary>The value of <see cref="PageKind.BlogPost"/>.</summary>
        public const string BlogPost = "BlogPost";
    }
}

using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;
using Confluence.Generated.Json;

namespace Confluence.Generated.Retrieval;

/// <summary>
/// What became of a page or blog post. The set is open: later versions may tell more apart,
/// so code that switches over it needs a branch for the rest.
/// </summary>
[JsonConverter(typeof(JsonModelConverter<RetrievedPageState>))]
[TypeConverter(typeof(OpenEnumConverter<RetrievedPageState>))]
public readonly record struct RetrievedPageState : ISpanParsable<RetrievedPageState>, IJsonModel<RetrievedPageState>, IOpenEnum
{
    private readonly string? _value;

    /// <summary>Makes a value from its name.</summary>
    /// <param name="value">The name.</param>
    public RetrievedPageState(string value)
    {
        ArgumentException.ThrowIfNullOrEmpty(value);
        _value = value == Values.Unknown ? null : value; // Equal to the default, which is called so.
    }

    /// <summary>The site tells nothing that decides it. This is the default value.</summary>
    public static RetrievedPageState Unknown => default;

    /// <summary>It is there, published.</summary>
    public static RetrievedPageState Current => new(Values.Current);

    /// <summary>It is archived: hidden from navigation and search, and still readable.</summary>
    public static RetrievedPageState Archived => new(Values.Archived);

    /// <summary>It is in the trash, from where it can be restored.</summary>
    public static RetrievedPageState Trashed => new(Values.Trashed);

    /// <summary>It was known in one of the spaces that were asked for, and is in another one now.</summary>
    public static RetrievedPageState Moved => new(Values.Moved);

    /// <summary>There is nothing with its id, or nothing that the account may see. The site does not tell these two apart.</summary>
    public static RetrievedPageState Gone => new(Values.Gone);

    /// <summary>
    /// It was asked for by its id, and the site refuses or fails to give it, so that nothing is known of it; <see cref="RetrievedPage.Gaps"/> says why.
    /// Unlike what is <see cref="Gone"/>, it may be there.
    /// </summary>
    public static RetrievedPageState Unreadable => new(Values.Unreadable);

    /// <summary>The name.</summary>
    public string Value => _value ?? Values.Unknown;

    /// <inheritdoc/>
    public static RetrievedPageState Parse(string s, IFormatProvider? provider) => OpenEnumText.Parse<RetrievedPageState>(s);

    /// <inheritdoc/>
    public static RetrievedPageState Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => OpenEnumText.Parse<RetrievedPageState>(s.ToString());

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out RetrievedPageState result)
    {
        result = string.IsNullOrEmpty(s) ? default : new RetrievedPageState(s);
        return !string.IsNullOrEmpty(s);
    }

    /// <inheritdoc/>
    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out RetrievedPageState result) => TryParse(s.ToString(), provider, out result);

    /// <summary>The name.</summary>
    /// <returns>The same as <see cref="Value"/>.</returns>
    public override string ToString() => Value;

    internal static RetrievedPageState Of(string? status) => status switch
    {
        "current" => Current,
        "archived" => Archived,
        "trashed" or "deleted" => Trashed,
        null or "" => Unknown,
        _ => new RetrievedPageState(status),
    };

    static RetrievedPageState IJsonModel<RetrievedPageState>.Read(ref Utf8JsonReader reader) => OpenEnumText.Read<RetrievedPageState>(ref reader);

    void IJsonModel<RetrievedPageState>.Write(Utf8JsonWriter writer) => writer.WriteStringValue(Value);

    /// <summary>The known values as constants, for <c>switch</c>.</summary>
    public static class Values
    {
        /// <summary>The value of <see cref="RetrievedPageState.Unknown"/>.</summary>
        public const string Unknown = "Unknown";

        /// <summary>The value of <see cref="RetrievedPageState.Current"/>.</summary>
        public const string Current = "Current";

        /// <summary>The value of <see cref="RetrievedPageState.Archived"/>.</summary>
        public const string Archived = "Archived";

        /// <summary>The value of <see cref="RetrievedPageState.Trashed"/>.</summary>
        public const string Trashed = "Trashed";

        /// <summary>The value of <see cref="RetrievedPageState.Moved"/>.</summary>
        public const string Moved = "Moved";

        /// <summary>The value of <see cref="RetrievedPageState.Gone"/>.</summary>
        public const string Gone = "Gone";

        /// <summary>The value of <see cref="RetrievedPageState.Unreadable"/>.</summary>
        public const string Unreadable = "Unreadable";
    }
}

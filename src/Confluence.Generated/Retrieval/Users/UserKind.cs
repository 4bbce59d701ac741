using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;
using Confluence.Generated.Json;

namespace Confluence.Generated.Retrieval;

/// <summary>
/// What kind of account a user is, as far as the site tells. The set is open: later versions may tell more kinds apart,
/// so code that switches over kinds needs a branch for the rest.
/// </summary>
[JsonConverter(typeof(JsonModelConverter<UserKind>))]
[TypeConverter(typeof(OpenEnumConverter<UserKind>))]
public readonly record struct UserKind : ISpanParsable<UserKind>, IJsonModel<UserKind>, IOpenEnum
{
    private readonly string? _value;

    /// <summary>Makes a kind from its name.</summary>
    /// <param name="value">The name.</param>
    public UserKind(string value)
    {
        ArgumentException.ThrowIfNullOrEmpty(value);
        _value = value == Values.Unknown ? null : value; // Equal to the default, which is called so.
    }

    /// <summary>The site tells nothing that decides it. This is the default value.</summary>
    public static UserKind Unknown => default;

    /// <summary>A person with an active Atlassian account who is not a guest.</summary>
    public static UserKind Person => new(Values.Person);

    /// <summary>A person from outside with access to single spaces: a guest, or external collaborator.</summary>
    public static UserKind Guest => new(Values.Guest);

    /// <summary>An app or a service account.</summary>
    public static UserKind App => new(Values.App);

    /// <summary>A customer of Jira Service Management.</summary>
    public static UserKind Customer => new(Values.Customer);

    /// <summary>An account that was deactivated or closed.</summary>
    public static UserKind Deactivated => new(Values.Deactivated);

    /// <summary>The name of the kind.</summary>
    public string Value => _value ?? Values.Unknown;

    /// <inheritdoc/>
    public static UserKind Parse(string s, IFormatProvider? provider) => OpenEnumText.Parse<UserKind>(s);

    /// <inheritdoc/>
    public static UserKind Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => OpenEnumText.Parse<UserKind>(s.ToString());

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out UserKind result)
    {
        result = string.IsNullOrEmpty(s) ? default : new UserKind(s);
        return !string.IsNullOrEmpty(s);
    }

    /// <inheritdoc/>
    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out UserKind result) => TryParse(s.ToString(), provider, out result);

    /// <summary>The name of the kind.</summary>
    /// <returns>The same as <see cref="Value"/>.</returns>
    public override string ToString() => Value;

    internal static UserKind Of(string? accountType, string? accountStatus, bool isGuest) => (accountType, accountStatus) switch
    {
        (_, "inactive" or "closed") => Deactivated,
        ("app", _) => App,
        ("customer", _) => Customer,
        _ when isGuest => Guest,
        ("atlassian", _) => Person,
        _ => Unknown,
    };

    static UserKind IJsonModel<UserKind>.Read(ref Utf8JsonReader reader) => OpenEnumText.Read<UserKind>(ref reader);

    void IJsonModel<UserKind>.Write(Utf8JsonWriter writer) => writer.WriteStringValue(Value);

    /// <summary>The known values as constants, for <c>switch</c>.</summary>
    public static class Values
    {
        /// <summary>The value of <see cref="UserKind.Unknown"/>.</summary>
        public const string Unknown = "Unknown";

        /// <summary>The value of <see cref="UserKind.Person"/>.</summary>
        public const string Person = "Person";

        /// <summary>The value of <see cref="UserKind.Guest"/>.</summary>
        public const string Guest = "Guest";

        /// <summary>The value of <see cref="UserKind.App"/>.</summary>
        public const string App = "App";

        /// <summary>The value of <see cref="UserKind.Customer"/>.</summary>
        public const string Customer = "Customer";

        /// <summary>The value of <see cref="UserKind.Deactivated"/>.</summary>
        public const string Deactivated = "Deactivated";
    }
}

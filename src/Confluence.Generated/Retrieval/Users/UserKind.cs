namespace Confluence.Generated.Retrieval;

/// <summary>
/// What kind of account a user is, as far as the site tells. The set is open: later versions may tell more kinds apart,
/// so code that switches over kinds needs a branch for the rest.
/// </summary>
public readonly struct UserKind : IEquatable<UserKind>
{
    private readonly string? _value;

    /// <summary>Makes a kind from its name.</summary>
    /// <param name="value">The name.</param>
    public UserKind(string value)
    {
        ArgumentException.ThrowIfNullOrEmpty(value);
        _value = value;
    }

    /// <summary>The site tells nothing that decides it. This is the default value.</summary>
    public static UserKind Unknown => default;

    /// <summary>A person with an active Atlassian account who is no guest.</summary>
    public static UserKind Person => new(nameof(Person));

    /// <summary>A person from outside who was let into single spaces: a guest, or external collaborator.</summary>
    public static UserKind Guest => new(nameof(Guest));

    /// <summary>An app or a service account.</summary>
    public static UserKind App => new(nameof(App));

    /// <summary>A customer of Jira Service Management.</summary>
    public static UserKind Customer => new(nameof(Customer));

    /// <summary>An account that was deactivated or closed.</summary>
    public static UserKind Deactivated => new(nameof(Deactivated));

    /// <summary>The name of the kind.</summary>
    public string Value => _value ?? nameof(Unknown);

    /// <summary>Whether two kinds have the same name.</summary>
    /// <param name="left">The one.</param>
    /// <param name="right">The other.</param>
    /// <returns>True when they are equal.</returns>
    public static bool operator ==(UserKind left, UserKind right) => left.Equals(right);

    /// <summary>Whether two kinds have different names.</summary>
    /// <param name="left">The one.</param>
    /// <param name="right">The other.</param>
    /// <returns>True when they differ.</returns>
    public static bool operator !=(UserKind left, UserKind right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(UserKind other) => string.Equals(Value, other.Value, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is UserKind other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => string.GetHashCode(Value, StringComparison.Ordinal);

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
}

namespace Confluence.Generated.Retrieval;

/// <summary>
/// What became of a page or blog post. The set is open: later versions may tell more apart,
/// so code that switches over it needs a branch for the rest.
/// </summary>
public readonly struct RetrievedPageState : IEquatable<RetrievedPageState>
{
    private readonly string? _value;

    /// <summary>Makes a value from its name.</summary>
    /// <param name="value">The name.</param>
    public RetrievedPageState(string value)
    {
        ArgumentException.ThrowIfNullOrEmpty(value);
        _value = value;
    }

    /// <summary>The site tells nothing that decides it. This is the default value.</summary>
    public static RetrievedPageState Unknown => default;

    /// <summary>It is there, published.</summary>
    public static RetrievedPageState Current => new(nameof(Current));

    /// <summary>It is archived: hidden from navigation and search, and still readable.</summary>
    public static RetrievedPageState Archived => new(nameof(Archived));

    /// <summary>It is in the trash, from where it can be restored.</summary>
    public static RetrievedPageState Trashed => new(nameof(Trashed));

    /// <summary>It was known in one of the spaces that were asked for, and is in another one now.</summary>
    public static RetrievedPageState Moved => new(nameof(Moved));

    /// <summary>There is nothing with its id, or nothing that the account may see. The site does not tell these two apart.</summary>
    public static RetrievedPageState Gone => new(nameof(Gone));

    /// <summary>
    /// It was asked for by its id, and the site refuses or fails to give it, so that nothing is known of it; <see cref="RetrievedPage.Gaps"/> says why.
    /// Unlike what is <see cref="Gone"/>, it may be there.
    /// </summary>
    public static RetrievedPageState Unreadable => new(nameof(Unreadable));

    /// <summary>The name.</summary>
    public string Value => _value ?? nameof(Unknown);

    /// <summary>Whether two values have the same name.</summary>
    /// <param name="left">The one.</param>
    /// <param name="right">The other.</param>
    /// <returns>True when they are equal.</returns>
    public static bool operator ==(RetrievedPageState left, RetrievedPageState right) => left.Equals(right);

    /// <summary>Whether two values have different names.</summary>
    /// <param name="left">The one.</param>
    /// <param name="right">The other.</param>
    /// <returns>True when they differ.</returns>
    public static bool operator !=(RetrievedPageState left, RetrievedPageState right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(RetrievedPageState other) => string.Equals(Value, other.Value, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is RetrievedPageState other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => string.GetHashCode(Value, StringComparison.Ordinal);

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
}

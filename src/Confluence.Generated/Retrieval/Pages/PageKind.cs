namespace Confluence.Generated.Retrieval;

/// <summary>
/// What was retrieved: a page or a blog post. The set is open: later versions may tell more apart,
/// so code that switches over it needs a branch for the rest.
/// </summary>
public readonly struct PageKind : IEquatable<PageKind>
{
    private readonly string? _value;

    /// <summary>Makes a value from its name.</summary>
    /// <param name="value">The name.</param>
    public PageKind(string value)
    {
        ArgumentException.ThrowIfNullOrEmpty(value);
        _value = value;
    }

    /// <summary>The site tells nothing that decides it. This is the default value.</summary>
    public static PageKind Unknown => default;

    /// <summary>A page.</summary>
    public static PageKind Page => new(nameof(Page));

    /// <summary>A blog post.</summary>
    public static PageKind BlogPost => new(nameof(BlogPost));

    /// <summary>The name.</summary>
    public string Value => _value ?? nameof(Unknown);

    /// <summary>Whether two values have the same name.</summary>
    /// <param name="left">The one.</param>
    /// <param name="right">The other.</param>
    /// <returns>True when they are equal.</returns>
    public static bool operator ==(PageKind left, PageKind right) => left.Equals(right);

    /// <summary>Whether two values have different names.</summary>
    /// <param name="left">The one.</param>
    /// <param name="right">The other.</param>
    /// <returns>True when they differ.</returns>
    public static bool operator !=(PageKind left, PageKind right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(PageKind other) => string.Equals(Value, other.Value, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is PageKind other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => string.GetHashCode(Value, StringComparison.Ordinal);

    /// <summary>The name.</summary>
    /// <returns>The same as <see cref="Value"/>.</returns>
    public override string ToString() => Value;
}

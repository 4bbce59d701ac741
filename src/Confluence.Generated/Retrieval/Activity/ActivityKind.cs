namespace Confluence.Generated.Retrieval;

/// <summary>
/// What somebody did. The set is open: later versions may tell more apart,
/// so code that switches over it needs a branch for the rest.
/// </summary>
public readonly struct ActivityKind : IEquatable<ActivityKind>
{
    private readonly string? _value;

    /// <summary>Makes a value from its name.</summary>
    /// <param name="value">The name.</param>
    public ActivityKind(string value)
    {
        ArgumentException.ThrowIfNullOrEmpty(value);
        _value = value;
    }

    /// <summary>No kind. This is the default value.</summary>
    public static ActivityKind Unknown => default;

    /// <summary>A page or blog post was published for the first time.</summary>
    public static ActivityKind Created => new(nameof(Created));

    /// <summary>A further version of it was published.</summary>
    public static ActivityKind Edited => new(nameof(Edited));

    /// <summary>A comment was written, at its foot or beside its text.</summary>
    public static ActivityKind Commented => new(nameof(Commented));

    /// <summary>A comment was answered.</summary>
    public static ActivityKind Replied => new(nameof(Replied));

    /// <summary>A comment or an answer was changed.</summary>
    public static ActivityKind CommentEdited => new(nameof(CommentEdited));

    /// <summary>A file was attached, or a new version of one.</summary>
    public static ActivityKind Attached => new(nameof(Attached));

    /// <summary>Somebody likes it. The site tells no time of a like.</summary>
    public static ActivityKind Liked => new(nameof(Liked));

    /// <summary>Somebody likes a comment on it. The site tells no time of a like.</summary>
    public static ActivityKind CommentLiked => new(nameof(CommentLiked));

    /// <summary>A task was written into it.</summary>
    public static ActivityKind TaskCreated => new(nameof(TaskCreated));

    /// <summary>A task in it was ticked off.</summary>
    public static ActivityKind TaskCompleted => new(nameof(TaskCompleted));

    /// <summary>How often and by how many people it was viewed. The site tells neither who they are nor when it was.</summary>
    public static ActivityKind Viewed => new(nameof(Viewed));

    /// <summary>A part of the activity could not be read; the event says why.</summary>
    public static ActivityKind Gap => new(nameof(Gap));

    /// <summary>The name.</summary>
    public string Value => _value ?? nameof(Unknown);

    /// <summary>Whether two values have the same name.</summary>
    /// <param name="left">The one.</param>
    /// <param name="right">The other.</param>
    /// <returns>True when they are equal.</returns>
    public static bool operator ==(ActivityKind left, ActivityKind right) => left.Equals(right);

    /// <summary>Whether two values have different names.</summary>
    /// <param name="left">The one.</param>
    /// <param name="right">The other.</param>
    /// <returns>True when they differ.</returns>
    public static bool operator !=(ActivityKind left, ActivityKind right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(ActivityKind other) => string.Equals(Value, other.Value, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is ActivityKind other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => string.GetHashCode(Value, StringComparison.Ordinal);

    /// <summary>The name.</summary>
    /// <returns>The same as <see cref="Value"/>.</returns>
    public override string ToString() => Value;
}

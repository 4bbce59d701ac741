using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;
using Confluence.Generated.Json;

namespace Confluence.Generated.Retrieval;

/// <summary>
/// What somebody did. The set is open: later versions may tell more apart,
/// so code that switches over it needs a branch for the rest.
/// </summary>
[JsonConverter(typeof(JsonModelConverter<ActivityKind>))]
[TypeConverter(typeof(OpenEnumConverter<ActivityKind>))]
public readonly record struct ActivityKind : ISpanParsable<ActivityKind>, IJsonModel<ActivityKind>, IOpenEnum
{
    private readonly string? _value;

    /// <summary>Makes a value from its name.</summary>
    /// <param name="value">The name.</param>
    public ActivityKind(string value)
    {
        ArgumentException.ThrowIfNullOrEmpty(value);
        _value = value == Values.Unknown ? null : value; // Equal to the default, which is called so.
    }

    /// <summary>No kind. This is the default value.</summary>
    public static ActivityKind Unknown => default;

    /// <summary>A page or blog post was published for the first time.</summary>
    public static ActivityKind Created => new(Values.Created);

    /// <summary>A further version of it was published.</summary>
    public static ActivityKind Edited => new(Values.Edited);

    /// <summary>A comment was written, at its foot or beside its text.</summary>
    public static ActivityKind Commented => new(Values.Commented);

    /// <summary>A comment was answered.</summary>
    public static ActivityKind Replied => new(Values.Replied);

    /// <summary>A comment or an answer was changed.</summary>
    public static ActivityKind CommentEdited => new(Values.CommentEdited);

    /// <summary>A file was attached, or a new version of one.</summary>
    public static ActivityKind Attached => new(Values.Attached);

    /// <summary>Somebody likes it. The site tells no time of a like.</summary>
    public static ActivityKind Liked => new(Values.Liked);

    /// <summary>Somebody likes a comment on it. The site tells no time of a like.</summary>
    public static ActivityKind CommentLiked => new(Values.CommentLiked);

    /// <summary>A task was written into it.</summary>
    public static ActivityKind TaskCreated => new(Values.TaskCreated);

    /// <summary>A task in it was ticked off.</summary>
    public static ActivityKind TaskCompleted => new(Values.TaskCompleted);

    /// <summary>How often and by how many people it was viewed. The site tells neither who they are nor when it was.</summary>
    public static ActivityKind Viewed => new(Values.Viewed);

    /// <summary>A part of the activity could not be read; the event says why.</summary>
    public static ActivityKind Gap => new(Values.Gap);

    /// <summary>The name.</summary>
    public string Value => _value ?? Values.Unknown;

    /// <inheritdoc/>
    public static ActivityKind Parse(string s, IFormatProvider? provider) => OpenEnumText.Parse<ActivityKind>(s);

    /// <inheritdoc/>
    public static ActivityKind Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => OpenEnumText.Parse<ActivityKind>(s.ToString());

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out ActivityKind result)
    {
        result = string.IsNullOrEmpty(s) ? default : new ActivityKind(s);
        return !string.IsNullOrEmpty(s);
    }

    /// <inheritdoc/>
    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out ActivityKind result) => TryParse(s.ToString(), provider, out result);

    /// <summary>The name.</summary>
    /// <returns>The same as <see cref="Value"/>.</returns>
    public override string ToString() => Value;

    static ActivityKind IJsonModel<ActivityKind>.Read(ref Utf8JsonReader reader) => OpenEnumText.Read<ActivityKind>(ref reader);

    void IJsonModel<ActivityKind>.Write(Utf8JsonWriter writer) => writer.WriteStringValue(Value);

    /// <summary>The known values as constants, for <c>switch</c>.</summary>
    public static class Values
    {
        /// <summary>The value of <see cref="ActivityKind.Unknown"/>.</summary>
        public const string Unknown = "Unknown";

        /// <summary>The value of <see cref="ActivityKind.Created"/>.</summary>
        public const string Created = "Created";

        /// <summary>The value of <see cref="ActivityKind.Edited"/>.</summary>
        public const string Edited = "Edited";

        /// <summary>The value of <see cref="ActivityKind.Commented"/>.</summary>
        public const string Commented = "Commented";

        /// <summary>The value of <see cref="ActivityKind.Replied"/>.</summary>
        public const string Replied = "Replied";

        /// <summary>The value of <see cref="ActivityKind.CommentEdited"/>.</summary>
        public const string CommentEdited = "CommentEdited";

        /// <summary>The value of <see cref="ActivityKind.Attached"/>.</summary>
        public const string Attached = "Attached";

        /// <summary>The value of <see cref="ActivityKind.Liked"/>.</summary>
        public const string Liked = "Liked";

        /// <summary>The value of <see cref="ActivityKind.CommentLiked"/>.</summary>
        public const string CommentLiked = "CommentLiked";

        /// <summary>The value of <see cref="ActivityKind.TaskCreated"/>.</summary>
        public const string TaskCreated = "TaskCreated";

        /// <summary>The value of <see cref="ActivityKind.TaskCompleted"/>.</summary>
        public const string TaskCompleted = "TaskCompleted";

        /// <summary>The value of <see cref="ActivityKind.Viewed"/>.</summary>
        public const string Viewed = "Viewed";

        /// <summary>The value of <see cref="ActivityKind.Gap"/>.</summary>
        public const string Gap = "Gap";
    }
}

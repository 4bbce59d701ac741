using System.Text.Json.Serialization;
using Confluence.Cli.Export;

namespace Confluence.Cli.Reading;

/// <summary>Something that somebody did on a page. A member that does not apply, or that the site did not tell, is null and not written.</summary>
internal sealed record ActivityEvent
{
    /// <summary>Gets what was done: one of <see cref="ActivityKind"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>Gets the id of the page.</summary>
    public required string PageId { get; init; }

    /// <summary>Gets the id of the page's space.</summary>
    public string? SpaceId { get; init; }

    /// <summary>Gets the account id of who did it.</summary>
    public string? Actor { get; init; }

    /// <summary>Gets when it was done. The site tells no time of a like.</summary>
    [JsonConverter(typeof(UtcTimeConverter))]
    public DateTimeOffset? At { get; init; }

    /// <summary>Gets the number of the version that was saved.</summary>
    public int? Version { get; init; }

    /// <summary>Gets whether the author called the edit minor.</summary>
    public bool? MinorEdit { get; init; }

    /// <summary>Gets what the author said about the edit.</summary>
    public string? Message { get; init; }

    /// <summary>Gets the id of the comment.</summary>
    public string? CommentId { get; init; }
}

/// <summary>The kinds of activity.</summary>
internal static class ActivityKind
{
    /// <summary>The page came into being.</summary>
    public const string Created = "created";

    /// <summary>A further version was saved.</summary>
    public const string Edited = "edited";

    /// <summary>A comment or a reply was written, at the foot of the page or beside its text.</summary>
    public const string Commented = "commented";

    /// <summary>Somebody likes the page.</summary>
    public const string Liked = "liked";
}

/// <summary>Writes activity as JSON without reflection.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ActivityEvent))]
internal sealed partial class ActivityJsonContext : JsonSerializerContext;

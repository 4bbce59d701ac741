using System.Text.Json.Serialization;

namespace Confluence.Cli.Export;

/// <summary>How many lines each file of an export holds.</summary>
internal sealed record ExportCounts
{
    /// <summary>Gets the lines of <c>users.ndjson</c>.</summary>
    public required long Users { get; init; }

    /// <summary>Gets the lines of <c>spaces.ndjson</c>.</summary>
    public required long Spaces { get; init; }

    /// <summary>Gets the lines of <c>pages.ndjson</c>.</summary>
    public required long Pages { get; init; }

    /// <summary>Gets the lines of <c>blogposts.ndjson</c>.</summary>
    public required long BlogPosts { get; init; }

    /// <summary>Gets the lines of <c>comments.ndjson</c>.</summary>
    public required long Comments { get; init; }

    /// <summary>Gets the lines of <c>attachments.ndjson</c>.</summary>
    public required long Attachments { get; init; }

    /// <summary>Gets the lines of <c>activity.ndjson</c>.</summary>
    public required long Activity { get; init; }
}

/// <summary>The program that wrote an export.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Version">Its version.</param>
internal sealed record ExportTool(string Name, string Version);

/// <summary>What a manifest of any version says: enough to decide whether a later export may replace it.</summary>
internal sealed record ExportManifestHead
{
    /// <summary>Gets the version of the files' form.</summary>
    public required int SchemaVersion { get; init; }

    /// <summary>Gets where the data came from.</summary>
    public required ExportSource Source { get; init; }
}

/// <summary>What an export holds and where it came from. It is written last: a folder without one holds no complete export.</summary>
internal sealed record ExportManifest
{
    /// <summary>
    /// The version of the files' form that this program writes. In version 1, users, pages and activity were all, without <c>_retrieval</c>, and
    /// activity had a form of its own. A later export of the same source replaces one of an earlier version; one of a later version is left alone.
    /// </summary>
    public const int CurrentSchemaVersion = 2;

    /// <summary>Gets the version of the files' form.</summary>
    public required int SchemaVersion { get; init; }

    /// <summary>Gets where the data came from.</summary>
    public required ExportSource Source { get; init; }

    /// <summary>Gets when the export began.</summary>
    [JsonConverter(typeof(UtcTimeConverter))]
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>Gets when the last line had been written.</summary>
    [JsonConverter(typeof(UtcTimeConverter))]
    public required DateTimeOffset FinishedAt { get; init; }

    /// <summary>Gets how many lines each file holds.</summary>
    public required ExportCounts Counts { get; init; }

    /// <summary>Gets whether everything is there that the API can give; if not, <see cref="Gaps"/> names what is missing.</summary>
    public required bool IsComplete { get; init; }

    /// <summary>Gets what the site did not give, each part with the reason.</summary>
    public required IReadOnlyList<string> Gaps { get; init; }

    /// <summary>Gets what the API has no way to give, whatever is done about it. An export with limits and without gaps is complete.</summary>
    public required IReadOnlyList<string> Limits { get; init; }

    /// <summary>Gets the program that wrote it.</summary>
    public required ExportTool Tool { get; init; }
}

/// <summary>Reads and writes manifests without reflection.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    WriteIndented = true,
    NewLine = "\n")]
[JsonSerializable(typeof(ExportManifest))]
[JsonSerializable(typeof(ExportManifestHead))]
internal sealed partial class ManifestJsonContext : JsonSerializerContext;

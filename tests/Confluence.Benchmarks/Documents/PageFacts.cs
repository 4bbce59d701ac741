namespace Confluence.Benchmarks.Documents;

/// <summary>What one page of a document says. The documents are written from it, and what every contender read or wrote is compared with it.</summary>
internal sealed record PageFacts
{
    public string? Id { get; init; }

    public string? Status { get; init; }

    public string? Title { get; init; }

    public string? SpaceId { get; init; }

    public string? ParentId { get; init; }

    public string? ParentType { get; init; }

    public int? Position { get; init; }

    public string? AuthorId { get; init; }

    public string? OwnerId { get; init; }

    public string? LastOwnerId { get; init; }

    public DateTimeOffset? CreatedAt { get; init; }

    public VersionFacts? Version { get; init; }

    public BodyFacts? Body { get; init; }

    public LinkFacts? Links { get; init; }
}

internal sealed record VersionFacts(DateTimeOffset? CreatedAt, string? Message, int? Number, bool? MinorEdit, string? AuthorId);

/// <summary>The body of a page in the storage representation.</summary>
internal sealed record BodyFacts(string? Representation, string? Value);

internal sealed record LinkFacts(string? Webui, string? Editui, string? Tinyui, string? Edituiv2);

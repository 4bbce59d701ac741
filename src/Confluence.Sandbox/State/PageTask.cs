using Confluence.Sandbox.Content;

namespace Confluence.Sandbox.State;

/// <summary>How a task was completed.</summary>
internal sealed record Completion(string AccountId, DateTimeOffset At);

/// <summary>A task as it is now.</summary>
internal sealed record PageTask
{
    public required long Id { get; init; }

    /// <summary>Gets the id within the body of the page.</summary>
    public required string LocalId { get; init; }

    public required long PageId { get; init; }

    public required PageKind PageKind { get; init; }

    public required string AuthorId { get; init; }

    public required string? AssigneeId { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    public required DateTimeOffset? DueAt { get; init; }

    /// <summary>Gets the completion; null for an open task.</summary>
    public required Completion? Completion { get; init; }

    /// <summary>Gets the words as they were written through the API; null for those of a made-up body.</summary>
    public StoredBody? Body { get; init; }
}

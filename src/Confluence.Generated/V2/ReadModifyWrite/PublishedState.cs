using Confluence.Generated.Json;
using Confluence.Generated.V2.Models;

namespace Confluence.Generated.V2.ReadModifyWrite;

/// <summary>
/// The status and version number with which a page or blog post is written. Both hang together: a draft has the version 1 for ever,
/// and what is published counts up from the version that was read.
/// </summary>
internal readonly struct PublishedState
{
    private PublishedState(ContentStatus status, VersionUpdate version)
    {
        Status = status;
        Version = version;
    }

    public ContentStatus Status { get; }

    public VersionUpdate Version { get; }

    /// <summary>Decides both.</summary>
    /// <param name="source">What was read.</param>
    /// <param name="read">Its status.</param>
    /// <param name="version">Its version.</param>
    /// <param name="wanted">The status that the caller wants; null to keep the one that was read.</param>
    /// <param name="message">The comment on the new version, if any.</param>
    /// <exception cref="ArgumentException">No update can be made from what was read, or the status wanted is none that an update takes.</exception>
    public static PublishedState Of(in RequestSource source, IOpenEnum? read, ContentVersion? version, ContentStatus? wanted, string? message)
    {
        string was = read?.Value ?? "";
        if (was == ContentStatus.Values.Historical)
        {
            throw source.Refuse("is an earlier version, and only the latest can be updated. Read the latest one, make the request from it, and give it the title and the body of this one to bring them back.");
        }

        ContentStatus status = wanted is null ? Kept(source, was) : Checked(source, wanted.Value);
        bool isDraft = status == ContentStatus.Draft || was == ContentStatus.Values.Draft;
        return new PublishedState(status, new VersionUpdate { Number = isDraft ? 1 : source.NextVersion(version?.NumberOrNull), Message = message });
    }

    private static ContentStatus Kept(in RequestSource source, string was) => was switch
    {
        ContentStatus.Values.Current => ContentStatus.Current,
        ContentStatus.Values.Draft => ContentStatus.Draft,
        "" => throw source.Refuse("was read without a status, which the update has to send. Give one in the argument status."),
        ContentStatus.Values.Trashed or ContentStatus.Values.Deleted => throw source.Refuse(
            $"has the status {was}. To bring it back, give ContentStatus.Current in the argument status; Confluence then changes nothing but the status, so update it afterwards."),
        ContentStatus.Values.Archived => throw source.Refuse("has the status archived. Take it out of the archive in Confluence and read it again."),
        _ => throw source.Refuse($"has the status {RequestSource.Shown(was)}, which an update cannot keep. Give ContentStatus.Current or ContentStatus.Draft in the argument status."),
    };

    private static ContentStatus Checked(in RequestSource source, ContentStatus wanted) =>
        wanted == ContentStatus.Current || wanted == ContentStatus.Draft
            ? wanted
            : throw source.Unusable("status", $"is {RequestSource.Shown(wanted.Value)}; an update takes current and draft only.");
}

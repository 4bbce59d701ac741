using System.Runtime.CompilerServices;
using Confluence.Generated.Retrieval.Site;
using Confluence.Generated.V2.Models;

namespace Confluence.Generated.Retrieval.Pages.Sources;

/// <summary>The operations on one kind of content, pages or blog posts, in one shape.</summary>
internal abstract class ContentSource(ISiteClient client, PageRetrievalOptions options)
{
    protected ISiteClient Client => client;

    protected PageRetrievalOptions Options => options;

    /// <summary>The address of the site for people, where an answer does not tell it; null behind the gateway.</summary>
    protected Uri? Site { get; } = client.WebBase;

    public abstract PageKind Kind { get; }

    /// <summary>How the kind is called in a sentence.</summary>
    public abstract string Noun { get; }

    /// <summary>Whether a list can give anything in this status.</summary>
    public abstract bool HasStatus(ContentStatus status);

    /// <summary>Lists content, portion by portion.</summary>
    public abstract IAsyncEnumerable<ResultPage<RetrievedPage?>> ListAsync(ListCall call, string? continuationToken, CancellationToken cancellationToken);

    /// <summary>Reads one, and adds what came to what is known of it.</summary>
    public abstract Task<RetrievedPage> ReadAsync(string id, RetrievedPage? known, DetailsCall call, CancellationToken cancellationToken);

    public abstract IAsyncEnumerable<ContentVersion> VersionsAsync(string id, CancellationToken cancellationToken);

    public abstract IAsyncEnumerable<ContentLabel> LabelsAsync(string id, CancellationToken cancellationToken);

    public abstract IAsyncEnumerable<ContentProperty> PropertiesAsync(string id, CancellationToken cancellationToken);

    public abstract IAsyncEnumerable<Attachment> AttachmentsAsync(string id, CancellationToken cancellationToken);

    /// <summary>Turns the pages of a list into pages of results; null stands for one that the site gave no id.</summary>
    protected async IAsyncEnumerable<ResultPage<RetrievedPage?>> Convert<T>(
        Paged<T> list, Func<T, Uri?, RetrievedPage?> convert, string? continuationToken, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (ResultPage<T> page in list.AsPages(continuationToken, cancellationToken).ConfigureAwait(false))
        {
            Uri? site = page.WebBase ?? Site;
            yield return new ResultPage<RetrievedPage?>([.. page.Items.Select(item => convert(item, site))], page.ContinuationToken);
        }
    }

    /// <summary>The items of an embedded collection if it is whole; null when the rest has to be listed.</summary>
    protected static IReadOnlyList<T>? Whole<T>(IReadOnlyList<T>? items, CollectionMeta? meta) => meta?.HasMoreOrNull == true ? null : items;
}

/// <summary>One list of content.</summary>
/// <param name="SpaceId">The space; null for all.</param>
/// <param name="Statuses">The statuses; empty for those that the list gives by itself.</param>
/// <param name="Body">The body that comes along; null for none.</param>
/// <param name="ByChange">Whether the latest change comes first; otherwise the smallest id does.</param>
/// <param name="Size">How many come at a time.</param>
internal sealed record ListCall(string? SpaceId, IReadOnlyList<ContentStatus> Statuses, BodyFormat? Body, bool ByChange, int Size)
{
    /// <summary>The key of the space, for a person to read; null when it is not known.</summary>
    public string? SpaceKey { get; init; }

    /// <summary>With <see cref="ByChange"/>: what changed last before this moment is not wanted.</summary>
    public DateTimeOffset? Since { get; init; }
}

/// <summary>One request for one page or blog post.</summary>
/// <param name="Body">The body that comes along; null for none.</param>
/// <param name="Parts">What else comes along.</param>
internal sealed record DetailsCall(BodyDetailsFormat? Body, PageParts Parts)
{
    public bool? If(PageParts part) => (Parts & part) != 0 ? true : null;
}

using Confluence.Generated.Retrieval.Options;
using Confluence.Generated.Retrieval.Pages.Options;
using Confluence.Generated.V2.Models;

namespace Confluence.Generated.Retrieval;

/// <summary>
/// A query in the words of <c>GET /wiki/rest/api/content</c>, which guides for v1 still use and which Atlassian has removed. It is translated
/// to v2; what cannot be translated is refused with a message that says what to call instead.
/// </summary>
public sealed record ContentQuery : RetrievalOptions
{
    /// <summary><c>page</c> or <c>blogpost</c>; null, the default, means <c>page</c>, as in v1.</summary>
    public string? Type { get; init; }

    /// <summary>The key of the space, such as <c>DOCS</c>; case-insensitive. Null, the default, for all spaces.</summary>
    public string? SpaceKey { get; init; }

    /// <summary>Only what has exactly this title; case-insensitive. Null, the default, for all titles.</summary>
    public string? Title { get; init; }

    /// <summary><c>current</c>, <c>archived</c>, <c>trashed</c> or <c>any</c>; null, the default, means <c>current</c>, as in v1.</summary>
    public string? Status { get; init; }

    /// <summary>How many results to skip, 0 or more; none by default. They are read all the same.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public int? Start
    {
        get;
        init => field = value is < 0 ? throw new ArgumentOutOfRangeException(nameof(Start), value, "Give 0 or more.") : value;
    }

    /// <summary>How many to give at most. Null, the default, gives all: in v1 it was the size of a page of results, which calling code no longer sees.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is less than 1.</exception>
    public int? Limit
    {
        get;
        init => field = value is < 1 ? throw new ArgumentOutOfRangeException(nameof(Limit), value, "Give 1 or more, or null for all.") : value;
    }

    /// <summary>
    /// What comes along, as in v1: names with commas between them, such as <c>body.storage,version,space,history</c>.
    /// </summary>
    /// <remarks>
    /// <list type="table">
    /// <listheader><term>v1</term><description>here</description></listheader>
    /// <item><term>body.storage</term><description><see cref="RetrievedPage.Storage"/>; no further request</description></item>
    /// <item><term>body.atlas_doc_format</term><description><see cref="RetrievedPage.AtlasDocFormat"/>; no further request, beside body.storage one a page</description></item>
    /// <item><term>body.view</term><description><see cref="RetrievedPage.View"/>; one request a page</description></item>
    /// <item><term>version</term><description><see cref="RetrievedPage.Version"/>; always there</description></item>
    /// <item><term>history, history.lastUpdated</term><description><see cref="RetrievedPage.AuthorId"/>, <see cref="RetrievedPage.CreatedAt"/>, <see cref="RetrievedPage.Version"/>; always there</description></item>
    /// <item><term>history.previousVersion, history.contributors</term><description><see cref="RetrievedPage.Versions"/>; one request a page that has more than one</description></item>
    /// <item><term>space, container</term><description><see cref="RetrievedPage.Space"/>; one request a space</description></item>
    /// <item><term>metadata.labels</term><description><see cref="RetrievedPage.Labels"/>; one request a page</description></item>
    /// <item><term>metadata.properties</term><description><see cref="RetrievedPage.Properties"/>; one request a page</description></item>
    /// <item><term>children.attachment</term><description><see cref="RetrievedPage.Attachments"/>; one request a page</description></item>
    /// </list>
    /// </remarks>
    public string? Expand { get; init; }

    internal PageRetrievalOptions ToOptions(string parameter) => this.Each(new PageRetrievalOptions
    {
        Kinds = [Type switch
        {
            null or "page" => PageKind.Page,
            "blogpost" => PageKind.BlogPost,
            "comment" => throw Refuse(nameof(Type), Type, parameter, "client.Comments.GetPageFooterCommentsAsync and GetPageInlineCommentsAsync list the comments of a page"),
            "attachment" => throw Refuse(nameof(Type), Type, parameter, "client.Attachments.GetAttachmentsAsync lists them"),
            _ => throw Refuse(nameof(Type), Type, parameter, "there are page and blogpost"),
        }],
        SpaceKeys = string.IsNullOrEmpty(SpaceKey) ? null : [SpaceKey],
        Title = string.IsNullOrEmpty(Title) ? null : Title,
        Statuses = Status switch
        {
            null or "current" => [ContentStatus.Current],
            "archived" => [ContentStatus.Archived],
            "trashed" => [ContentStatus.Trashed],
            "any" => [ContentStatus.Current, ContentStatus.Archived, ContentStatus.Trashed],
            "draft" => throw Refuse(nameof(Status), Status, parameter, "drafts are in no list; client.Pages.GetPageByIdAsync with GetDraft reads one"),
            "historical" => throw Refuse(nameof(Status), Status, parameter, "client.Versions.GetPageVersionsAsync lists the earlier versions of a page"),
            _ => throw Refuse(nameof(Status), Status, parameter, "there are current, archived, trashed and any"),
        },
        Include = ExpandNames.Parts(Expand, parameter),
        PageSize = PageSize,
        MaxConcurrency = MaxConcurrency,
        OnGap = OnGap,
    });

    private static ArgumentException Refuse(string member, string value, string parameter, string instead) =>
        new($"{member} is '{value}'; this query cannot give that: {instead}.", parameter);
}

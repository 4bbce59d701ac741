using Confluence.Generated.Retrieval;

namespace Confluence.Generated.Tests.Retrieval.Pages;

/// <summary>The words of v1.</summary>
public sealed class ContentQueryTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_guide_for_v1_is_followed_word_by_word()
    {
        await using TestSite site = await TestSite.StartAsync();
        string key = site.Truth.SpaceKeys.First();
        string[] ids = [.. site.Truth.CurrentPageIds.Intersect(site.Truth.PageIdsInSpace(key))];

        List<RetrievedPage> pages = await site.Client.Retrieval.Pages
            .GetContentAsync(new ContentQuery { SpaceKey = key, Start = 3, Limit = 5, Expand = "body.storage, version,space,history" }, Token).ToListAsync(Token);

        Assert.Equal(ids.Skip(3).Take(5), pages.Select(static page => page.Id));
        Assert.All(pages, page => Assert.Equal(site.Truth.PageStorageBody(page.Id), page.Storage?.Value));
        Assert.All(pages, page => Assert.Equal((key, site.Truth.PageVersionCount(page.Id)), (page.Space?.Key, page.Version?.Number)));
        Assert.All(pages, page => Assert.Equal(site.Truth.PageVersionAuthors(page.Id)[0], page.AuthorId));
        Assert.Equal(2, site.Requests.Count);
    }

    [Theory]
    [InlineData(null, PageParts.None)]
    [InlineData("version,history,history.lastUpdated,body,metadata,children", PageParts.None)]
    [InlineData("body.view", PageParts.ViewBody)]
    [InlineData("body.atlas_doc_format", PageParts.AtlasDocFormatBody)]
    [InlineData("history.contributors", PageParts.Versions)]
    [InlineData("history.contributors.publishers", PageParts.Versions)]
    [InlineData("history.previousVersion", PageParts.Versions)]
    [InlineData("container", PageParts.Space)]
    [InlineData("metadata.labels,metadata.properties", PageParts.Labels | PageParts.Properties)]
    [InlineData("metadata.properties.editor", PageParts.Properties)]
    [InlineData("children.attachment", PageParts.Attachments)]
    public void Each_name_becomes_a_part(string? expand, PageParts parts) => Assert.Equal(parts, new ContentQuery { Expand = expand }.ToOptions("query").Include);

    [Theory]
    [InlineData("body.export_view", "BodyDetailsFormat.ExportView")]
    [InlineData("body.styled_view", "BodyDetailsFormat.StyledView")]
    [InlineData("body.anonymous_export_view", "BodyDetailsFormat.AnonymousExportView")]
    [InlineData("body.editor", "BodyDetailsFormat.Editor")]
    [InlineData("ancestors", "GetPageAncestorsAsync")]
    [InlineData("children.page", "GetPageDirectChildrenAsync")]
    [InlineData("children.comment.body", "GetPageFooterCommentsAsync")]
    [InlineData("descendants.page", "GetPageDescendantsAsync")]
    [InlineData("restrictions.read.restrictions.user", "GetRestrictionsAsync")]
    [InlineData("operations", "GetPageOperationsAsync")]
    [InlineData("metadata.currentuser", "SearchContentByCqlAsync")]
    [InlineData("macroRenderedOutput", "client.V1.Macros")]
    [InlineData("bodystorage", "which is not known. Known are body, body.atlas_doc_format, body.storage,")]
    public async Task What_cannot_be_done_says_how_else(string name, string instead)
    {
        await using TestSite site = await TestSite.StartAsync();

        ArgumentException error = Assert.Throws<ArgumentException>(() => site.Client.Retrieval.Pages.GetContentAsync(new ContentQuery { Expand = $"version,{name}" }, Token));

        Assert.StartsWith($"Expand holds '{name}'", error.Message, StringComparison.Ordinal);
        Assert.Contains(instead, error.Message, StringComparison.Ordinal);
        Assert.Equal("query", error.ParamName);
        Assert.Empty(site.Requests);
    }

    /// <summary>What the messages tell people to call has to be there.</summary>
    [Theory]
    [InlineData("Ancestors", "GetPageAncestorsAsync")]
    [InlineData("Children", "GetPageDirectChildrenAsync")]
    [InlineData("Comments", "GetPageFooterCommentsAsync")]
    [InlineData("Comments", "GetPageInlineCommentsAsync")]
    [InlineData("Descendants", "GetPageDescendantsAsync")]
    [InlineData("Operations", "GetPageOperationsAsync")]
    [InlineData("Attachments", "GetAttachmentsAsync")]
    [InlineData("Versions", "GetPageVersionsAsync")]
    public void The_way_that_is_pointed_to_exists(string group, string method) =>
        Assert.NotNull(typeof(ConfluenceClient).GetProperty(group)?.PropertyType.GetMethod(method));

    [Theory]
    [InlineData("comment", null, "Type is 'comment'; this query cannot give that: client.Comments.")]
    [InlineData("attachment", null, "Type is 'attachment'; this query cannot give that: client.Attachments.")]
    [InlineData("folder", null, "Type is 'folder'; this query cannot give that: there are page and blogpost.")]
    [InlineData(null, "draft", "Status is 'draft'; this query cannot give that: drafts are in no list;")]
    [InlineData(null, "historical", "Status is 'historical'; this query cannot give that: client.Versions.")]
    [InlineData(null, "x", "Status is 'x'; this query cannot give that: there are current, archived, trashed and any.")]
    public void Types_and_statuses_that_are_elsewhere_say_where(string? type, string? status, string said) =>
        Assert.StartsWith(said, Assert.Throws<ArgumentException>(() => new ContentQuery { Type = type, Status = status }.ToOptions("query")).Message, StringComparison.Ordinal);

    [Fact]
    public void Numbers_that_make_no_sense_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(static () => new ContentQuery { Start = -1 });
        Assert.Throws<ArgumentOutOfRangeException>(static () => new ContentQuery { Limit = 0 });
    }
}

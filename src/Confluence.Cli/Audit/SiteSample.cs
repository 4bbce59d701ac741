using Confluence.Cli.Connection;
using Confluence.Generated;
using Confluence.Generated.V1;
using Confluence.Generated.V2;
using Confluence.Generated.V2.Models;
using Confluence.SpecTool.Drift.Words;

namespace Confluence.Cli.Audit;

/// <summary>Reads a little of everything that a site has, one page of each list, and looks at what came.</summary>
internal sealed class SiteSample(ConfluenceClient client, CallSettings calls, int results)
{
    /// <summary>The most requests that it makes, apart from repetitions.</summary>
    public const int MostRequests = 26;

    private const string Nothing = "the site has none that the account can see";

    private readonly AuditTally _tally = new();
    private readonly List<AuditAnnouncement> _announced = [];
    private readonly List<AuditGap> _notRead = [];
    private string _request = "";
    private int _answers;
    private ConfluenceException? _firstFailure;

    /// <summary>Reads the sample.</summary>
    /// <exception cref="ConfluenceException">The site could not be reached, or refused everything.</exception>
    public async Task<AuditReport> ReadAsync(string source, DateTimeOffset at, CancellationToken cancellationToken)
    {
        Space? space = await FirstAsync("spaces", client.Spaces.GetSpacesAsync(List<GetSpacesOptions>(), cancellationToken), cancellationToken).ConfigureAwait(false);
        await WithAsync("a space", IdOf(space, static one => one.Id), id => client.Spaces.GetSpaceByIdAsync(id, Call<GetSpaceByIdOptions>(), cancellationToken)).ConfigureAwait(false);
        await PagesAsync(cancellationToken).ConfigureAwait(false);
        await BlogPostsAsync(cancellationToken).ConfigureAwait(false);
        await CommentsAsync(cancellationToken).ConfigureAwait(false);
        Attachment? attachment = await FirstAsync("attachments", client.Attachments.GetAttachmentsAsync(List<GetAttachmentsOptions>(), cancellationToken), cancellationToken).ConfigureAwait(false);
        await WithAsync("an attachment", IdOf(attachment, static one => one.Id), id => client.Attachments.GetAttachmentByIdAsync(id, Call<GetAttachmentByIdOptions>(), cancellationToken)).ConfigureAwait(false);
        await FirstAsync("tasks", client.Tasks.GetTasksAsync(List<GetTasksOptions>(), cancellationToken), cancellationToken).ConfigureAwait(false);
        await VersionOneAsync(cancellationToken).ConfigureAwait(false);
        if (_answers == 0 && _firstFailure is { } failure)
        {
            throw failure;
        }

        AuditAnnouncement[] announced =
        [
            .. _announced.Distinct().OrderBy(static end => end.Date ?? DateOnly.MaxValue).ThenBy(static end => end.Operation, StringComparer.Ordinal).ThenBy(static end => end.Header, StringComparer.Ordinal),
        ];
        return new AuditReport(source, at, _answers, _tally.Findings(), announced, _notRead);
    }

    private async Task PagesAsync(CancellationToken token)
    {
        Page? page = await FirstAsync("pages", client.Pages.GetPagesAsync(List<GetPagesOptions>(), token), token).ConfigureAwait(false);
        string? id = IdOf(page, static one => one.Id);
        await WithAsync("a page", id, page => client.Pages.GetPageByIdAsync(page, Call<GetPageByIdOptions>() with { BodyFormat = BodyDetailsFormat.Storage }, token)).ConfigureAwait(false);
        await WithAsync("versions of a page", id, page => client.Versions.GetPageVersionsAsync(page, List<GetPageVersionsOptions>(), token), token).ConfigureAwait(false);
        await WithAsync("likes of a page", id, page => client.Likes.GetPageLikeUsersAsync(page, List<ConfluenceListOptions>(), token), token).ConfigureAwait(false);
        await WithAsync("labels of a page", id, page => client.Labels.GetPageLabelsAsync(page, List<GetPageLabelsOptions>(), token), token).ConfigureAwait(false);
        await WithAsync("properties of a page", id, page => client.ContentProperties.GetPageContentPropertiesAsync(page, List<GetPageContentPropertiesOptions>(), token), token).ConfigureAwait(false);
        await WithAsync("children of a page", id, page => client.Children.GetPageDirectChildrenAsync(page, List<GetPageDirectChildrenOptions>(), token), token).ConfigureAwait(false);
        await WithAsync("footer comments of a page", id, page => client.Comments.GetPageFooterCommentsAsync(page, List<GetPageFooterCommentsOptions>(), token), token).ConfigureAwait(false);
        await WithAsync("inline comments of a page", id, page => client.Comments.GetPageInlineCommentsAsync(page, List<GetPageInlineCommentsOptions>(), token), token).ConfigureAwait(false);
        await WithAsync("attachments of a page", id, page => client.Attachments.GetPageAttachmentsAsync(page, List<GetPageAttachmentsOptions>(), token), token).ConfigureAwait(false);
    }

    private async Task BlogPostsAsync(CancellationToken token)
    {
        BlogPost? post = await FirstAsync("blog posts", client.BlogPosts.GetBlogPostsAsync(List<GetBlogPostsOptions>(), token), token).ConfigureAwait(false);
        await WithAsync("a blog post", IdOf(post, static one => one.Id), id => client.BlogPosts.GetBlogPostByIdAsync(id, Call<GetBlogPostByIdOptions>(), token)).ConfigureAwait(false);
        await WithAsync("versions of a blog post", IdOf(post, static one => one.Id), id => client.Versions.GetBlogPostVersionsAsync(id, List<GetBlogPostVersionsOptions>(), token), token).ConfigureAwait(false);
    }

    private async Task CommentsAsync(CancellationToken token)
    {
        FooterComment? footer = await FirstAsync("footer comments", client.Comments.GetFooterCommentsAsync(List<GetFooterCommentsOptions>(), token), token).ConfigureAwait(false);
        await WithAsync("a footer comment", IdOf(footer, static one => one.Id), id => client.Comments.GetFooterCommentByIdAsync(id, Call<GetFooterCommentByIdOptions>(), token)).ConfigureAwait(false);
        InlineComment? inline = await FirstAsync("inline comments", client.Comments.GetInlineCommentsAsync(List<GetInlineCommentsOptions>(), token), token).ConfigureAwait(false);
        await WithAsync("an inline comment", IdOf(inline, static one => one.Id), id => client.Comments.GetInlineCommentByIdAsync(id, Call<GetInlineCommentByIdOptions>(), token)).ConfigureAwait(false);
    }

    private async Task VersionOneAsync(CancellationToken token)
    {
        await OneAsync("the account", () => client.V1.Users.GetCurrentUserAsync(Call<GetCurrentUserOptions>(), token)).ConfigureAwait(false);
        await FirstAsync("users", client.V1.Search.SearchUserAsync("type=user", List<SearchUserOptions>(), token), token).ConfigureAwait(false);
        await FirstAsync("a search", client.V1.Search.SearchByCqlAsync("type = page", List<SearchByCqlOptions>(), token), token).ConfigureAwait(false);
        await FirstAsync("groups", client.V1.Groups.GetGroupsAsync(List<GetGroupsOptions>(), token), token).ConfigureAwait(false);
    }

    /// <summary>The id of a result; null where there is no result, or it came without the id, which has been told by then.</summary>
    private static string? IdOf<T>(T? result, Func<T, string> id)
        where T : class
    {
        try
        {
            return result is null ? null : id(result);
        }
        catch (ConfluenceResponseException)
        {
            return null;
        }
    }

    private T Call<T>()
        where T : ConfluenceRequestOptions, new() => calls.Of(new T() with { OnResponse = Note });

    private T List<T>()
        where T : ConfluenceListOptions, new() => calls.Of(new T() with { OnResponse = Note, PageSize = results });

    /// <summary>Reads one page of a list.</summary>
    /// <returns>Its first result; null when there is none.</returns>
    private async Task<T?> FirstAsync<T>(string name, Paged<T> list, CancellationToken cancellationToken)
        where T : class
    {
        ResultPage<T>? page = await OneAsync(name, () => list.AsPages(null, cancellationToken).FirstOrDefaultAsync(cancellationToken).AsTask()).ConfigureAwait(false);
        if (page is { Items: [] })
        {
            _notRead.Add(new AuditGap(name, Nothing, IsEmpty: true));
        }

        return page is { Items: [var first, ..] } ? first : null;
    }

    private Task WithAsync<T>(string name, string? id, Func<string, Paged<T>> list, CancellationToken cancellationToken)
        where T : class => id is null ? Skip(name) : FirstAsync(name, list(id), cancellationToken);

    private Task WithAsync<T>(string name, string? id, Func<string, Task<T>> read)
        where T : class => id is null ? Skip(name) : OneAsync(name, () => read(id));

    private Task Skip(string name)
    {
        _notRead.Add(new AuditGap(name, Nothing, IsEmpty: true));
        return Task.CompletedTask;
    }

    private async Task<T?> OneAsync<T>(string name, Func<Task<T>> read)
        where T : class?
    {
        try
        {
            T value = await read().ConfigureAwait(false);
            _answers++;
            new ModelWalk(_tally).Visit(IsPage(value) ? value?.GetType().GetProperty("Items")?.GetValue(value) : value, _request);
            return value;
        }
        catch (ConfluenceApiException exception) when (exception.Kind != ConfluenceErrorKind.CredentialRejected)
        {
            _firstFailure ??= exception;
            _notRead.Add(new AuditGap(name, FormattableString.Invariant($"refused with {(int)exception.StatusCode} ({exception.Kind.Value})"), IsEmpty: false));
        }
        catch (ConfluenceResponseException exception)
        {
            _firstFailure ??= exception;
            _notRead.Add(new AuditGap(name, $"the answer could not be read as {exception.TypeName ?? "what it should be"}", IsEmpty: false));
        }

        return null;
    }

    private static bool IsPage(object? value) => value?.GetType() is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(ResultPage<>);

    private void Note(ConfluenceResponseDetails details)
    {
        ConfluenceOperation operation = details.Operation;
        _request = $"{operation.Method} {operation.PathTemplate}";
        foreach (AnnouncedEnd end in AnnouncedEnd.Read(details.Headers.SelectMany(static header => header.Value.Select(value => (header.Key, value)))))
        {
            _announced.Add(new AuditAnnouncement(operation.Api, operation.Id, _request, end.Header, end.Date, end.Note));
        }
    }
}

using Confluence.Cli.Connection;
using Confluence.Generated;
using Confluence.Generated.Retrieval;
using Confluence.Generated.V1;
using Confluence.Generated.V1.Models;
using Confluence.Generated.V2;
using Confluence.Generated.V2.Models;

namespace Confluence.Cli.Doctor;

/// <summary>Tries everything that the commands read, one result each, and names the scope that is missing where one is.</summary>
internal sealed class ReadingCheck(ConfluenceClient client, CallSettings calls, MissingScopes scopes, DoctorReport report)
{
    private const string NoPage = "not tried: there is no page to try it on";

    /// <summary>Runs the checks.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await TryAsync("Users", "for users and export", async () =>
            await client.V1.Search.SearchUserAsync("type=user", new SearchUserOptions { PageSize = 1 }, cancellationToken).AnyAsync(cancellationToken).ConfigureAwait(false)
                ? null
                : Nothing("Users", "the site shows no user", "Give the account access to Confluence, and the global permission to browse users.")).ConfigureAwait(false);
        await TryAsync("Groups", "for users --group, and for sites of more than 10,000 users", () => GroupsAsync(cancellationToken), isNeeded: false).ConfigureAwait(false);
        await TryAsync("Spaces", "for spaces, export and --space", async () =>
            await client.Spaces.GetSpacesAsync(new GetSpacesOptions { PageSize = 1 }, cancellationToken).AnyAsync(cancellationToken).ConfigureAwait(false)
                ? null
                : Nothing("Spaces", "the account can see no space", "Ask an administrator of a space for the permission to view it; commands give what the account can see.")).ConfigureAwait(false);

        Page? page = null;
        await TryAsync("Pages", "for pages, activity and export", async () =>
        {
            page = await client.Pages.GetPagesAsync(new GetPagesOptions { PageSize = 1 }, cancellationToken).FirstOrDefaultAsync(cancellationToken).ConfigureAwait(false);
            return page is not null ? null : Nothing("Pages", "the account can see no page", "Ask an administrator of a space for the permission to view it; commands give what the account can see.");
        }).ConfigureAwait(false);
        await TryAsync("Blog posts", "for --kind blogpost and export", () => AnyAsync(client.BlogPosts.GetBlogPostsAsync(new GetBlogPostsOptions { PageSize = 1 }, cancellationToken), cancellationToken)).ConfigureAwait(false);
        await TryAsync("Versions and likes", "for activity and export", page, async id =>
        {
            await AnyAsync(client.Versions.GetPageVersionsAsync(id, new GetPageVersionsOptions { PageSize = 1 }, cancellationToken), cancellationToken).ConfigureAwait(false);
            return await AnyAsync(client.Likes.GetPageLikeUsersAsync(id, new ConfluenceListOptions { PageSize = 1 }, cancellationToken), cancellationToken).ConfigureAwait(false);
        }).ConfigureAwait(false);
        await TryAsync("Comments", "for activity and export", page, id => AnyAsync(client.Comments.GetPageFooterCommentsAsync(id, new GetPageFooterCommentsOptions { PageSize = 1 }, cancellationToken), cancellationToken)).ConfigureAwait(false);
        await TryAsync("Attachments", "for activity and export", page, id => AnyAsync(client.Attachments.GetPageAttachmentsAsync(id, new GetPageAttachmentsOptions { PageSize = 1 }, cancellationToken), cancellationToken)).ConfigureAwait(false);
        await TryAsync("Tasks", "for activity and export", () => AnyAsync(client.Tasks.GetTasksAsync(new GetTasksOptions { PageSize = 1 }, cancellationToken), cancellationToken)).ConfigureAwait(false);
        await TryAsync("Search", "for activity --since and --user, and --estimate", () => AnyAsync(client.V1.Search.SearchByCqlAsync("type = page", new SearchByCqlOptions { PageSize = 1 }, cancellationToken), cancellationToken)).ConfigureAwait(false);

        await TryAsync("Analytics", "for activity --what views", page, async id =>
        {
            await client.V1.Analytics.GetViewsAsync(id, new GetViewsOptions(), cancellationToken).ConfigureAwait(false);
            return null;
        }, isNeeded: false).ConfigureAwait(false);
        await TryAsync("Audit log", "for the library's audit retrieval", () => AnyAsync(client.V1.Audit.GetAuditRecordsAsync(new GetAuditRecordsOptions { PageSize = 1 }, cancellationToken), cancellationToken), isNeeded: false).ConfigureAwait(false);
    }

    private static async Task<Finding?> AnyAsync<T>(IAsyncEnumerable<T> results, CancellationToken cancellationToken)
    {
        await results.AnyAsync(cancellationToken).ConfigureAwait(false);
        return null;
    }

    /// <summary>Reads one member of one group, all the way that <c>users --group</c> goes.</summary>
    private async Task<Finding?> GroupsAsync(CancellationToken cancellationToken)
    {
        Group? group = await client.V1.Groups.GetGroupsAsync(new GetGroupsOptions { PageSize = 1 }, cancellationToken).FirstOrDefaultAsync(cancellationToken).ConfigureAwait(false);
        if (group is null)
        {
            return Nothing("Groups", "the account can see no group", "Ask an administrator of the site, if users --group is needed.");
        }

        return (group.Name ?? group.Id) is { Length: > 0 } name
            ? await AnyAsync(client.Retrieval.Users.GetByGroupAsync(name, calls.Of(new UserRetrievalOptions()), cancellationToken), cancellationToken).ConfigureAwait(false)
            : Nothing("Groups", "the site gives a group neither a name nor an id", "users --group cannot find it; everything else works without it.");
    }

    private static Finding Nothing(string what, string text, string remedy) => Finding.Warning(what, text, remedy);

    private Task TryAsync(string what, string purpose, Page? page, Func<string, Task<Finding?>> read, bool isNeeded = true)
    {
        if (page is not null)
        {
            return TryAsync(what, purpose, () => read(page.Id), isNeeded);
        }

        report.Add(Finding.Skipped(what, NoPage));
        return Task.CompletedTask;
    }

    private async Task TryAsync(string what, string purpose, Func<Task<Finding?>> read, bool isNeeded = true)
    {
        try
        {
            report.Add(await read().ConfigureAwait(false) ?? Finding.Ok(what, $"can be read; {purpose}"));
        }
        catch (ConfluenceException error)
        {
            scopes.Note(error);
            report.Add(Refusals.Explain(what, purpose, error, isNeeded));
        }
    }
}

using System.Net;
using Confluence.Generated.Configuration;
using Confluence.Generated.Retrieval;
using Confluence.Generated.V1;
using Confluence.Generated.V2;
using Confluence.Generated.V2.Models;

namespace Confluence.Generated.Tests.Configuration;

/// <summary>
/// Every way to make calls, as far along as it goes: each retrieval with all that it can be asked for, lists of each style, a single call. One call runs at a time, since
/// the refusal of one makes all others wait.
/// </summary>
internal static class SettingWalks
{
    private const PageParts AllParts =
        PageParts.StorageBody | PageParts.AtlasDocFormatBody | PageParts.ViewBody | PageParts.Space | PageParts.Versions | PageParts.Labels | PageParts.Properties | PageParts.Attachments;

    private static readonly PageKind[] s_kinds = [PageKind.Page, PageKind.BlogPost];

    private static readonly DateTimeOffset s_ever = new(2001, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The retrievals, by the names of their methods.</summary>
    public static IReadOnlyDictionary<string, Func<WatchedSite, CallSettings, Task>> Retrievals { get; } = new Dictionary<string, Func<WatchedSite, CallSettings, Task>>(StringComparer.Ordinal)
    {
        ["Users.GetAllAsync"] = static (site, settings) => DrainAsync(site.Client.Retrieval.Users.GetAllAsync(new() { ThroughGroups = true, MaxConcurrency = 1, Settings = settings }, Token)),
        ["Users.GetByIdsAsync"] = static async (site, settings) =>
        {
            await DrainAsync(site.Client.Retrieval.Users.GetByIdsAsync(site.Truth.AccountIds, new() { MaxConcurrency = 1, Settings = settings }, Token));
            await DrainAsync(site.Client.Retrieval.Users.GetByIdsAsync(site.Truth.AccountIds, new() { Api = UserLookupApi.V1, MaxConcurrency = 1, Settings = settings }, Token));
        },
        ["Users.GetByGroupAsync"] = static async (site, settings) =>
        {
            await DrainAsync(site.Client.Retrieval.Users.GetByGroupAsync("confluence-users", new() { MaxConcurrency = 1, Settings = settings }, Token));
            V1.Models.Group group = await site.Client.V1.Groups.SearchGroupsAsync("confluence-users", new() { Settings = settings }, Token).FirstAsync(Token);
            await DrainAsync(site.Client.Retrieval.Users.GetByGroupAsync(group.Id, new() { MaxConcurrency = 1, Settings = settings }, Token));
        },
        ["Pages.GetAsync"] = static async (site, settings) =>
        {
            await DrainAsync(site.Client.Retrieval.Pages.GetAsync(Pages(site, settings), Token));
            await DrainAsync(site.Client.Retrieval.Pages.GetAsync(Pages(site, settings) with { ChangedSince = site.Clock.GetUtcNow(), KnownIds = [.. site.Truth.PageIds, "999"] }, Token));
        },
        ["Pages.GetContentAsync"] = static (site, settings) => DrainAsync(site.Client.Retrieval.Pages.GetContentAsync(
            new() { SpaceKey = site.Truth.SpaceKeys.First(), Expand = "body.storage,history.contributors,metadata.labels", MaxConcurrency = 1, Settings = settings }, Token)),
        ["Pages.GetByIdsAsync"] = static (site, settings) =>
        {
            // What the site fails to give with the page comes from lists of its own, and the refusal makes the client ask whether the site still works.
            site.Instead = static address => address.AbsolutePath.EndsWith("/999", StringComparison.Ordinal) ? HttpStatusCode.Forbidden
                : address.Query.Contains("include-", StringComparison.Ordinal) ? HttpStatusCode.InternalServerError
                : null;
            return DrainAsync(site.Client.Retrieval.Pages.GetByIdsAsync([.. site.Truth.PageIds.Take(2), .. site.Truth.BlogPostIds, "999"], new() { Include = AllParts & ~PageParts.StorageBody, MaxConcurrency = 1, Settings = settings }, Token));
        },
        ["Pages.EstimateRequestsAsync"] = static (site, settings) => site.Client.Retrieval.Pages.EstimateRequestsAsync(Pages(site, settings), Token),
        ["Activity.GetAsync"] = static async (site, settings) =>
        {
            ActivityOptions everything = Activity(site, settings);
            await DrainAsync(site.Client.Retrieval.Activity.GetAsync(everything, Token));
            await DrainAsync(site.Client.Retrieval.Activity.GetAsync(everything with { SpaceKeys = null, Since = s_ever, AccountIds = [.. site.Truth.AccountIds.Take(2)] }, Token));
            await DrainAsync(site.Client.Retrieval.Activity.GetAsync(
                everything with { SpaceKeys = null, Sources = ActivitySources.Comments, PageIds = [.. site.Truth.PageIds, .. site.Truth.BlogPostIds] }, Token));
        },
        ["Activity.EstimateRequestsAsync"] = static async (site, settings) =>
        {
            ActivityOptions everything = Activity(site, settings);
            await site.Client.Retrieval.Activity.EstimateRequestsAsync(everything, Token);
            await site.Client.Retrieval.Activity.EstimateRequestsAsync(everything with { Since = s_ever }, Token);
            await site.Client.Retrieval.Activity.EstimateRequestsAsync(everything with { SpaceKeys = null, PageIds = [.. site.Truth.PageIds.Take(2)] }, Token);
        },
        ["Activity.GetAuditAsync"] = static (site, settings) => DrainAsync(site.Client.Retrieval.Activity.GetAuditAsync(new() { PageSize = 20, Settings = settings }, Token)),
    };

    /// <summary>What the retrievals are made of.</summary>
    public static IReadOnlyDictionary<string, Func<WatchedSite, CallSettings, Task>> Calls { get; } = new Dictionary<string, Func<WatchedSite, CallSettings, Task>>(StringComparer.Ordinal)
    {
        ["a list by cursor"] = static (site, settings) => DrainAsync(site.Client.Pages.GetPagesAsync(new() { PageSize = 2, Settings = settings }, Token)),
        ["a list by position"] = static (site, settings) => DrainAsync(site.Client.V1.Groups.GetGroupsAsync(new() { PageSize = 1, Settings = settings }, Token)),
        ["a search"] = static (site, settings) => DrainAsync(site.Client.V1.Search.SearchByCqlAsync("type = page", new() { PageSize = 2, Settings = settings }, Token)),
        ["a call"] = static (site, settings) => site.Client.Pages.GetPageByIdAsync(site.Truth.PageIds.First(), new() { BodyFormat = BodyDetailsFormat.Storage, Settings = settings }, Token),
        ["a raw call"] = static (site, settings) => site.Client.Raw.SendAsync(HttpMethod.Get, $"/wiki/api/v2/pages/{site.Truth.PageIds.First()}?body-format=storage", options: new() { Settings = settings }, cancellationToken: Token),
        ["a raw list"] = static (site, settings) => DrainAsync(site.Client.Raw.GetListAsync("/wiki/api/v2/pages?limit=2", new() { Settings = settings }, Token)),
        ["a write"] = static (site, settings) => site.Client.Users.LookUpUsersAsync(new() { AccountIds = [site.Truth.CallerAccountId] }, new() { Settings = settings }, Token),
    };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static PageRetrievalOptions Pages(WatchedSite site, CallSettings settings) =>
        new() { Kinds = s_kinds, SpaceKeys = [.. site.Truth.SpaceKeys], Include = AllParts, PageSize = 3, MaxConcurrency = 1, Settings = settings };

    private static ActivityOptions Activity(WatchedSite site, CallSettings settings) =>
        new() { PageKinds = s_kinds, SpaceKeys = [.. site.Truth.SpaceKeys], Sources = ActivitySources.All, MaxConcurrency = 1, Settings = settings };

    private static async Task DrainAsync<T>(IAsyncEnumerable<T> walk) => Assert.True(await walk.CountAsync(Token) > 0, "The walk gave nothing, so it did not go far.");
}

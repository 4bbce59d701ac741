using System.Net;
using Confluence.Generated.V2;
using Confluence.Generated.V2.Models;
using Confluence.Sandbox;

namespace Confluence.Generated.Tests.ReadModifyWrite;

/// <summary>Reading, changing and writing pages of a site that keeps what is written.</summary>
public sealed class SandboxRoundTripTests : IAsyncLifetime
{
    private static readonly GetPageByIdOptions s_storage = new() { BodyFormat = BodyDetailsFormat.Storage };

    private ConfluenceSandbox? _sandbox;
    private ConfluenceClient? _client;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private ConfluenceSandbox Sandbox => _sandbox ?? throw new InvalidOperationException("The sandbox was not started.");

    private PagesClient Pages => _client?.Pages ?? throw new InvalidOperationException("The client was not made.");

    public async ValueTask InitializeAsync()
    {
        _sandbox = await ConfluenceSandbox.StartAsync(new SandboxOptions { Pages = 40 }, Token);
        _client = new ConfluenceClient(_sandbox.BaseAddress.ToString(), new ApiTokenCredential(_sandbox.Email, _sandbox.ApiToken));
    }

    public async ValueTask DisposeAsync()
    {
        _client?.Dispose();
        if (_sandbox is not null)
        {
            await _sandbox.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_changed_title_is_written_and_all_else_stays()
    {
        PageDetails page = await FirstAsync(static page => page.ParentId is not null);

        PageDetails written = await Pages.UpdatePageAsync(page.Id ?? "", PageUpdateRequest.From(page, title: "A title of its own", message: "renamed"), cancellationToken: Token);

        PageDetails read = await ReadAsync(page.Id);
        Assert.Equal("A title of its own", read.Title);
        Assert.Equal(page.Version?.Number + 1, written.Version?.Number);
        Assert.Equal("renamed", read.Version?.Message);
        Assert.Equal(page.Body?.Storage?.Value, read.Body?.Storage?.Value);
        Assert.Equal((page.SpaceId, page.ParentId, page.OwnerId, page.Status), (read.SpaceId, read.ParentId, read.OwnerId, read.Status));
    }

    [Fact]
    public async Task A_page_of_a_list_is_written_with_a_changed_body()
    {
        await foreach (Page page in Pages.GetPagesAsync(new GetPagesOptions { BodyFormat = BodyFormat.Storage, PageSize = 1 }, Token))
        {
            string changed = page.Body?.Storage?.Value + "<p>Ünd more &amp; more</p>";
            PageBodyWrite body = new() { Representation = BodyWriteRepresentation.Storage, Value = changed };

            await Pages.UpdatePageAsync(page.Id ?? "", PageUpdateRequest.From(page, body: body), cancellationToken: Token);

            Assert.Equal(changed, Sandbox.Truth.PageStorageBody(page.Id ?? ""));
            Assert.Equal(page.Title, Sandbox.Truth.PageTitle(page.Id ?? ""));
            return;
        }

        Assert.Fail("The sandbox has no page.");
    }

    [Fact]
    public async Task A_request_that_changes_nothing_is_accepted_and_makes_no_version()
    {
        PageDetails page = await FirstAsync(static _ => true);

        PageDetails written = await Pages.UpdatePageAsync(page.Id ?? "", PageUpdateRequest.From(page), cancellationToken: Token);

        Assert.Equal(page.Version?.Number, written.Version?.Number);
        Assert.Equal(page.Version?.Number, (await ReadAsync(page.Id)).Version?.Number);
    }

    [Fact]
    public async Task A_request_from_a_stale_page_conflicts_and_one_from_a_fresh_page_goes_through()
    {
        PageDetails stale = await FirstAsync(static _ => true);
        await Pages.UpdatePageAsync(stale.Id ?? "", PageUpdateRequest.From(stale, title: "First to save"), cancellationToken: Token);

        ConfluenceApiException conflict = await Assert.ThrowsAsync<ConfluenceApiException>(
            () => Pages.UpdatePageAsync(stale.Id ?? "", PageUpdateRequest.From(stale, title: "Second to save"), cancellationToken: Token));

        Assert.Equal(HttpStatusCode.Conflict, conflict.StatusCode);
        Assert.Equal(ConfluenceErrorKind.VersionConflict, conflict.Kind);
        Assert.Equal("First to save", Sandbox.Truth.PageTitle(stale.Id ?? ""));

        PageDetails fresh = await ReadAsync(stale.Id);
        await Pages.UpdatePageAsync(stale.Id ?? "", PageUpdateRequest.From(fresh, title: "Second to save"), cancellationToken: Token);
        Assert.Equal("Second to save", Sandbox.Truth.PageTitle(stale.Id ?? ""));
    }

    [Fact]
    public async Task A_draft_is_changed_and_published()
    {
        PageDetails created = await Pages.CreatePageAsync(
            new PageCreateRequest
            {
                SpaceId = Sandbox.Truth.SpaceIds.First(),
                Status = ContentStatus.Draft,
                Title = "Draft",
                Body = new PageBodyWrite { Representation = BodyWriteRepresentation.Storage, Value = "<p>one</p>" },
            },
            cancellationToken: Token);
        GetPageByIdOptions asDraft = s_storage with { GetDraft = true };
        PageDetails draft = await Pages.GetPageByIdAsync(created.Id ?? "", asDraft, Token);

        await Pages.UpdatePageAsync(created.Id ?? "", PageUpdateRequest.From(draft, title: "Better draft"), cancellationToken: Token);
        PageDetails better = await Pages.GetPageByIdAsync(created.Id ?? "", asDraft, Token);
        Assert.Equal(("Better draft", ContentStatus.Draft, 1), (better.Title, better.Status, better.Version?.Number));

        await Pages.UpdatePageAsync(created.Id ?? "", PageUpdateRequest.From(better, status: ContentStatus.Current), cancellationToken: Token);
        PageDetails published = await ReadAsync(created.Id);
        Assert.Equal(("Better draft", ContentStatus.Current, "<p>one</p>"), (published.Title, published.Status, published.Body?.Storage?.Value));
    }

    private async Task<PageDetails> FirstAsync(Predicate<PageDetails> fits)
    {
        foreach (string id in Sandbox.Truth.CurrentPageIds)
        {
            PageDetails page = await ReadAsync(id);
            if (fits(page))
            {
                return page;
            }
        }

        throw new InvalidOperationException("No page of the sandbox fits.");
    }

    private Task<PageDetails> ReadAsync(string? id) => Pages.GetPageByIdAsync(id ?? "", s_storage, Token);
}

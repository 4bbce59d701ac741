using System.Net;
using Confluence.Generated.Tests.Contract.Wire;
using Confluence.Generated.V2.Models;

namespace Confluence.Generated.Tests.Contract;

/// <summary>Connections that break: what may be carried out twice is repeated, and nothing else.</summary>
public sealed class ConnectionTests : IDisposable
{
    private readonly CapturedLog _log = new();

    [Fact]
    public async Task A_read_whose_connection_is_reset_is_repeated()
    {
        await using RawServer server = new(null, RawServer.Answer("""{"id":"42"}"""));
        using ConfluenceClient client = server.CreateClient(_log);

        PageDetails page = await client.Pages.GetPageByIdAsync("42");

        Assert.Equal("42", page.Id);
        Assert.Equal(2, server.Heads.Count);
        Assert.Equal(server.Heads[0], server.Heads[1]);
        Assert.Contains(_log.Entries, static entry => entry.Text.Contains("a lost connection", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_read_whose_answer_breaks_off_is_repeated()
    {
        await using RawServer server = new(RawServer.BrokenAnswer("""{"id":"4"""), RawServer.Answer("""{"id":"42"}"""));
        using ConfluenceClient client = server.CreateClient(_log);

        PageDetails page = await client.Pages.GetPageByIdAsync("42");

        Assert.Equal("42", page.Id);
        Assert.Equal(2, server.Heads.Count);
    }

    [Fact]
    public async Task A_read_that_never_gets_through_fails_with_the_number_of_its_attempts()
    {
        await using RawServer server = new(null, null, null, null, null);
        using ConfluenceClient client = server.CreateClient(_log);

        ConfluenceConnectionException exception = await Assert.ThrowsAsync<ConfluenceConnectionException>(() => client.Pages.GetPageByIdAsync("42"));

        Secrets.AssertAbsent(exception);
        Assert.Equal(5, exception.Attempts);
        Assert.Equal("getPageById", exception.Operation?.Id);
    }

    [Fact]
    public async Task A_write_whose_connection_is_reset_has_an_unknown_outcome()
    {
        await using RawServer server = new(null, RawServer.Answer("""{"id":"43"}"""));
        using ConfluenceClient client = server.CreateClient(_log);

        ConfluenceOutcomeUnknownException exception = await Assert.ThrowsAsync<ConfluenceOutcomeUnknownException>(
            () => client.Pages.CreatePageAsync(new PageCreateRequest { SpaceId = "1" }));

        Secrets.AssertAbsent(exception);
        Assert.Null(exception.StatusCode);
        Assert.Equal("createPage", exception.Operation?.Id);
        Assert.Single(server.Heads);
    }

    [Fact]
    public async Task A_write_whose_answer_breaks_off_has_an_unknown_outcome()
    {
        await using RawServer server = new(RawServer.BrokenAnswer("""{"id":"4"""), RawServer.Answer("""{"id":"43"}"""));
        using ConfluenceClient client = server.CreateClient(_log);

        ConfluenceOutcomeUnknownException exception = await Assert.ThrowsAsync<ConfluenceOutcomeUnknownException>(
            () => client.Pages.CreatePageAsync(new PageCreateRequest { SpaceId = "1" }));

        Secrets.AssertAbsent(exception);
        Assert.Equal(HttpStatusCode.OK, exception.StatusCode);
        Assert.Single(server.Heads);
    }

    [Fact]
    public async Task A_write_that_cannot_even_be_sent_has_a_known_outcome()
    {
        RawServer server = new();
        await server.DisposeAsync();
        using ConfluenceClient client = server.CreateClient(_log);

        ConfluenceConnectionException exception = await Assert.ThrowsAsync<ConfluenceConnectionException>(
            () => client.Pages.CreatePageAsync(new PageCreateRequest { SpaceId = "1" }));

        Secrets.AssertAbsent(exception);
    }

    [Fact]
    public async Task A_conflict_after_a_lost_answer_says_that_the_write_may_have_succeeded()
    {
        const string Conflict = """{"errors":[{"status":"409","code":"CONFLICT","title":"Version must be incremented"}]}""";
        await using RawServer server = new(null, RawServer.Answer(Conflict).Replace("200 OK", "409 Conflict", StringComparison.Ordinal));
        using ConfluenceClient client = server.CreateClient(_log);

        ConfluenceApiException exception = await Assert.ThrowsAsync<ConfluenceApiException>(
            () => client.Pages.UpdatePageTitleAsync("42", new PageTitleUpdateRequest { Status = ContentStatus.Current, Title = "T" }));

        Secrets.AssertAbsent(exception);
        Assert.Equal(ConfluenceErrorKind.VersionConflict, exception.Kind);
        Assert.Equal(2, exception.Attempts);
        Assert.Contains("may have succeeded", exception.Message, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        Assert.All(_log.Entries, static entry => Secrets.AssertAbsent(entry.Text));
        _log.Dispose();
    }
}

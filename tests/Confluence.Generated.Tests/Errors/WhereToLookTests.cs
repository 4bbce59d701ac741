using System.Text.RegularExpressions;
using Confluence.Generated.Errors;
using Confluence.Generated.Tests.Http;
using static Confluence.Generated.Tests.Http.TestOperations;

namespace Confluence.Generated.Tests.Errors;

/// <summary>What an exception for a lost answer says about finding out.</summary>
public sealed partial class WhereToLookTests
{
    [Fact]
    public void Only_operations_that_exist_are_named_and_they_read()
    {
        foreach (string id in WhereToLook.Operations)
        {
            ConfluenceOperation write = Assert.Single(ConfluenceOperations.All.Where(operation => operation.Id == id).DistinctBy(static operation => operation.Id));
            Assert.True(write is { IsWrite: true, IsIdempotent: false }, id);
            MatchCollection named = OperationId().Matches(WhereToLook.For(write) ?? string.Empty);
            Assert.NotEmpty(named);
            Assert.All(named, match => Assert.Contains(ConfluenceOperations.All, operation => operation.Id == match.Value && operation.Method == "GET"));
        }
    }

    [Fact]
    public async Task The_exception_has_the_sentence_apart_and_in_its_message()
    {
        using Harness harness = Harness.Create();
        harness.Handler.Fail(new HttpRequestException(HttpRequestError.ResponseEnded, "ended"));

        ConfluenceOutcomeUnknownException exception = await Assert.ThrowsAsync<ConfluenceOutcomeUnknownException>(() => harness.SendAsync(Request(CreatePage)));

        Assert.Equal("Look for a page with the title in the space, with getPages.", exception.HowToFindOut);
        Assert.EndsWith(exception.HowToFindOut, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_operation_without_a_sentence_has_none()
    {
        using Harness harness = Harness.Create();
        harness.Handler.Fail(new HttpRequestException(HttpRequestError.ResponseEnded, "ended"));

        Assert.Null((await Assert.ThrowsAsync<ConfluenceOutcomeUnknownException>(() => harness.SendAsync(Request(AddWatcher)))).HowToFindOut);
    }

    [Fact]
    public async Task Whether_all_of_the_request_was_sent_is_known_of_a_connection_of_our_own()
    {
        using RawServer server = new(static (_, _) => Task.FromResult(false));
        using ConfluenceClient client = new(server.Site, new BearerTokenCredential("abc"));

        ConfluenceOutcomeUnknownException exception = await Assert.ThrowsAsync<ConfluenceOutcomeUnknownException>(
            () => client.Transport.SendAsync(Request(CreatePage), TestContext.Current.CancellationToken));

        Assert.True(exception.WasSentCompletely);
    }

    [Fact]
    public async Task Whether_all_of_the_request_was_sent_is_unknown_if_nobody_was_seen_to_read_it()
    {
        using Harness harness = Harness.Create();
        harness.Handler.IsUnreachable = true;
        harness.Handler.Fail(new HttpRequestException(HttpRequestError.ResponseEnded, "ended"));

        Assert.Null((await Assert.ThrowsAsync<ConfluenceOutcomeUnknownException>(() => harness.SendAsync(Request(CreatePage)))).WasSentCompletely);
    }

    [GeneratedRegex(@"\bget[A-Z]\w+")]
    private static partial Regex OperationId();
}

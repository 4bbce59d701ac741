using System.Net;
using Confluence.Generated.Tests.Http;
using Confluence.Generated.V2.Models;

namespace Confluence.Generated.Tests.Errors;

/// <summary>Answers that lack members which all known answers carry.</summary>
public sealed class MissingMemberTests
{
    private const string Spaces = """{"results":[{"id":"1","key":"A","name":"A","type":"global","status":"current"},{"id":"2","key":"B","type":"global","status":"current"},{"id":"3","type":"global","status":"current"}]}""";

    [Fact]
    public async Task The_error_names_type_member_and_operation_and_says_how_to_go_on()
    {
        using Harness harness = Harness.Create();
        harness.Handler.Answer(HttpStatusCode.OK, Spaces, headers: ("atl-request-id", "req-1"));

        ConfluenceResponseException exception = await Assert.ThrowsAsync<ConfluenceResponseException>(() => ReadAsync(harness));

        Assert.Equal(("Space", "name", "getSpaces"), (exception.TypeName, exception.Member, exception.Operation?.Id));
        Assert.Equal((HttpStatusCode.OK, "req-1"), (exception.StatusCode, exception.RequestId));
        Assert.InRange(exception.BytePosition ?? -1, Spaces.IndexOf("},{\"id\":\"3\"", StringComparison.Ordinal), Spaces.Length);
        Assert.StartsWith("getSpaces (GET /wiki/api/v2/spaces) answered 200, but the answer cannot be read as ", exception.Message, StringComparison.Ordinal);
        Assert.Contains("In item 1: The Space lacks the member 'name', which must be there (before byte ", exception.Message, StringComparison.Ordinal);
        Assert.Contains("All known answers carry Space.name; please report this one. To read the answer without it, set Lenient in the options of the call, or in ConfluenceClientOptions for all calls. Request id: req-1.", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Other_unreadable_answers_name_no_member()
    {
        using Harness harness = Harness.Create();
        harness.Handler.Answer(HttpStatusCode.OK, "[]");

        Assert.Null((await Assert.ThrowsAsync<ConfluenceResponseException>(() => ReadAsync(harness))).Member);
    }

    [Fact]
    public async Task A_lenient_client_reads_on_and_warns_once_for_an_answer()
    {
        using Harness harness = Harness.Create(static options => options.Lenient = true);
        harness.Handler.Answer(HttpStatusCode.OK, Spaces);

        Space[] spaces = await ReadAsync(harness);

        Assert.Equal(["A", "", ""], spaces.Select(static space => space.Name));
        Assert.Equal(["A", "B", ""], spaces.Select(static space => space.Key));
        string warning = Assert.Single(harness.Log, static line => line.StartsWith("Warning:", StringComparison.Ordinal));
        Assert.StartsWith("Warning: getSpaces (GET /wiki/api/v2/spaces): the answer lacks members that should always be there, and was read without them: Space.name (2 times), Space.key.", warning, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lenient_client_has_nothing_to_say_of_a_complete_answer()
    {
        using Harness harness = Harness.Create(static options => options.Lenient = true);
        harness.Handler.Answer(HttpStatusCode.OK, """{"results":[{"id":"1","key":"A","name":"A","type":"global","status":"current"}]}""");

        Assert.Single(await ReadAsync(harness));
        Assert.DoesNotContain(harness.Log, static line => line.StartsWith("Warning:", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_lenient_client_still_refuses_what_is_no_answer()
    {
        using Harness harness = Harness.Create(static options =>
        {
            options.Lenient = true;
            options.Retry.MaxRetries = 0;
        });
        harness.Handler.Answer(HttpStatusCode.OK, """{"results":[{"id":"1"}]""");

        await Assert.ThrowsAsync<ConfluenceResponseException>(() => ReadAsync(harness));
    }

    private static async Task<Space[]> ReadAsync(Harness harness) =>
        await harness.Client.Spaces.GetSpacesAsync(cancellationToken: TestContext.Current.CancellationToken).ToArrayAsync(TestContext.Current.CancellationToken);
}

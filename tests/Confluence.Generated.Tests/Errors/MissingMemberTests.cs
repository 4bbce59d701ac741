using System.Net;
using Confluence.Generated.Tests.Http;
using Confluence.Generated.V2.Models;

namespace Confluence.Generated.Tests.Errors;

/// <summary>Answers that lack members which all known answers carry.</summary>
public sealed class MissingMemberTests
{
    private const string Spaces = """{"results":[{"id":"1","key":"A","name":"A","type":"global","status":"current","authorId":"u","createdAt":"2026-01-01T00:00:00Z","_links":{"webui":"/x"}},{"id":"2","key":"B","type":"global","status":"current","authorId":"u","createdAt":"2026-01-01T00:00:00Z","_links":{"webui":"/x"}},{"id":"3","type":"global","status":"current"}]}""";

    [Fact]
    public async Task The_error_names_type_member_and_operation_and_says_how_to_go_on()
    {
        using Harness harness = Harness.Create(static options => options.ValidateResponses = true);
        harness.Handler.Answer(HttpStatusCode.OK, Spaces, headers: ("atl-request-id", "req-1"));

        ConfluenceResponseException exception = await Assert.ThrowsAsync<ConfluenceResponseException>(() => ReadAsync(harness));

        Assert.Equal(("Space", "name", "getSpaces"), (exception.TypeName, exception.Member, exception.Operation?.Id));
        Assert.Equal((HttpStatusCode.OK, "req-1"), (exception.StatusCode, exception.RequestId));
        Assert.InRange(exception.BytePosition ?? -1, Spaces.IndexOf("},{\"id\":\"3\"", StringComparison.Ordinal), Spaces.Length);
        Assert.StartsWith("getSpaces (GET /wiki/api/v2/spaces) answered 200, but the answer cannot be read as ", exception.Message, StringComparison.Ordinal);
        Assert.Contains("In item 1: The Space lacks the member 'name' (before byte ", exception.Message, StringComparison.Ordinal);
        Assert.Contains("Answers usually carry Space.name. To read the answer without it, leave ValidateResponses off. Request id: req-1.", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Other_unreadable_answers_name_no_member()
    {
        using Harness harness = Harness.Create();
        harness.Handler.Answer(HttpStatusCode.OK, "[]");

        Assert.Null((await Assert.ThrowsAsync<ConfluenceResponseException>(() => ReadAsync(harness))).Member);
    }

    private static async Task<Space[]> ReadAsync(Harness harness) =>
        await harness.Client.Spaces.GetSpacesAsync(cancellationToken: TestContext.Current.CancellationToken).ToArrayAsync(TestContext.Current.CancellationToken);
}

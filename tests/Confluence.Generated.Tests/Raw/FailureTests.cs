using System.Net;
using Confluence.Generated.Tests.Http;

namespace Confluence.Generated.Tests.Raw;

/// <summary>A raw request fails as every other call does: with a kind, advice and its name.</summary>
public sealed class FailureTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<HttpStatusCode, string, string, ConfluenceErrorKind, string> Refusals => new()
    {
        { HttpStatusCode.Unauthorized, "/wiki/api/v2/things/7", """{"code":401,"message":"Unauthorized"}""", ConfluenceErrorKind.Unauthenticated, "The credential was not accepted" },
        { HttpStatusCode.Unauthorized, "/wiki/api/v2/things/7", """{"code":401,"message":"Unauthorized; scope does not match"}""", ConfluenceErrorKind.ScopeMissing, "The token lacks a scope that this operation needs" },
        { HttpStatusCode.Forbidden, "/wiki/rest/api/things/7", """{"statusCode":403,"message":"Not permitted"}""", ConfluenceErrorKind.PermissionDenied, "The account may not do this" },
        { HttpStatusCode.NotFound, "/wiki/api/v2/things/7", """{"errors":[{"status":404,"code":"NOT_FOUND","title":"Not Found","detail":null}]}""", ConfluenceErrorKind.NotFoundOrCredentialRefused, "if the item does not exist" },
        { HttpStatusCode.NotFound, "/wiki/rest/api/things/7", """{"statusCode":404,"message":"No thing with id 7"}""", ConfluenceErrorKind.NotFound, "No thing with id 7" },
        { HttpStatusCode.Gone, "/wiki/rest/api/things/7", "", ConfluenceErrorKind.OperationRemoved, "has removed this operation" },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task A_refusal_has_its_kind_and_says_what_to_do(HttpStatusCode status, string path, string body, ConfluenceErrorKind kind, string advice)
    {
        using Harness harness = Harness.Create(site: "https://api.atlassian.com/ex/confluence/abc-1");
        harness.Handler.Answer(status, body);

        ConfluenceApiException error = await Assert.ThrowsAsync<ConfluenceApiException>(() => harness.Client.Raw.SendAsync(HttpMethod.Get, path + "?q=private", cancellationToken: Token));

        Assert.Equal((status, kind), (error.StatusCode, error.Kind));
        Assert.Contains($"rawRequest (GET {path})", error.Message, StringComparison.Ordinal);
        Assert.Contains(advice, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("private", error.ToString() + string.Join('\n', harness.Log), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Operations_are_told_apart_by_api_and_by_the_name_that_the_caller_gives()
    {
        using Harness harness = Harness.Create();
        harness.Handler.Answer(HttpStatusCode.Forbidden).Answer(HttpStatusCode.Forbidden).Answer(HttpStatusCode.Forbidden).Answer(HttpStatusCode.Forbidden);

        Assert.Equal(("v2", "Raw.Get", "/wiki/api/v2/{path}"), await OperationOfAsync(harness, "/wiki/api/v2/things/7", null));
        Assert.Equal(("v3", "Raw.Get", "/wiki/api/v3/{path}"), await OperationOfAsync(harness, "/wiki/api/v3/things/7", null));
        Assert.Equal(("v1", "Raw.Get", "/wiki/{path}"), await OperationOfAsync(harness, "/wiki/api/7/things", null));
        Assert.Equal(
            ("v1", "Things.Get", "/wiki/rest/api/things/{id}"),
            await OperationOfAsync(harness, "/wiki/rest/api/things/7", new RawOptions { OperationName = "Things.Get", PathTemplate = "/wiki/rest/api/things/{id}" }));
    }

    [Fact]
    public async Task A_write_of_v1_that_restricts_is_told_as_one_when_its_template_says_so()
    {
        using Harness harness = Harness.Create();
        harness.Handler.Answer(HttpStatusCode.Forbidden);
        RawOptions options = new() { PathTemplate = "/wiki/rest/api/content/{id}/restriction" };

        ConfluenceApiException error = await Assert.ThrowsAsync<ConfluenceApiException>(
            () => harness.Client.Raw.SendAsync(HttpMethod.Put, "/wiki/rest/api/content/7/restriction", options: options, cancellationToken: Token));

        Assert.Equal(ConfluenceErrorKind.RestrictionsNotPermitted, error.Kind);
    }

    private static async Task<(string Api, string Name, string Template)> OperationOfAsync(Harness harness, string path, RawOptions? options)
    {
        ConfluenceApiException error = await Assert.ThrowsAsync<ConfluenceApiException>(() => harness.Client.Raw.SendAsync(HttpMethod.Get, path, options: options, cancellationToken: Token));
        return error.Operation is { } operation ? (operation.Api, operation.Name, operation.PathTemplate) : throw new InvalidOperationException("The error names no operation.");
    }
}

using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Confluence.Sandbox.Tests;

public sealed class ErrorTests : IAsyncLifetime
{
    private SandboxSession _session = null!; // Set before each test, in InitializeAsync.

    public async ValueTask InitializeAsync() => _session = await SandboxSession.StartAsync(new SandboxOptions { Pages = 30, Email = "ann@example.org" });

    public ValueTask DisposeAsync() => _session.DisposeAsync();

    public static TheoryData<string, string?> WrongCredentials => new()
    {
        { "none", null },
        { "wrong token", "Basic " + Base64("ann@example.org:wrong") },
        { "wrong e-mail", "Basic " + Base64("bob@example.org:{token}") },
        { "no colon", "Basic " + Base64("ann@example.org") },
        { "no base64", "Basic ###" },
        { "wrong bearer", "Bearer wrong" },
        { "other scheme", "Digest abc" },
        { "empty", "Basic" },
    };

    [Theory]
    [MemberData(nameof(WrongCredentials))]
    public async Task A_wrong_credential_looks_like_a_missing_page_in_v2_and_like_a_missing_licence_in_v1(string name, string? authorization)
    {
        Assert.NotEmpty(name);
        Answer v2 = await WithAuthorizationAsync("/wiki/api/v2/spaces", authorization);
        Assert.Equal((HttpStatusCode.NotFound, "application/json"), (v2.Status, v2.MediaType));
        Assert.Equal("""{"errors":[{"status":404,"code":"NOT_FOUND","title":"Not Found","detail":null}]}""", v2.Text);

        Answer v1 = await WithAuthorizationAsync("/wiki/rest/api/user/current", authorization);
        Assert.Equal((HttpStatusCode.Forbidden, "application/json"), (v1.Status, v1.MediaType));
        Assert.Equal("""{"message":"Current user not permitted to use Confluence","statusCode":403}""", v1.Text);
    }

    [Theory]
    [InlineData("Basic", "ann@example.org")]
    [InlineData("basic", "ANN@example.org")]
    public async Task The_right_credential_is_taken_whatever_the_case_of_scheme_and_email(string scheme, string email)
    {
        string parameter = Base64($"{email}:{_session.Sandbox.ApiToken}");

        Assert.Equal(HttpStatusCode.OK, (await WithAuthorizationAsync("/wiki/api/v2/spaces", $"{scheme} {parameter}")).Status);
    }

    [Fact]
    public async Task The_cloud_id_needs_no_credential()
    {
        Answer answer = await WithAuthorizationAsync("/_edge/tenant_info", null);

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.True(Guid.TryParseExact(answer.Json.GetProperty("cloudId").GetString(), "D", out _));
    }

    [Theory]
    [InlineData("/wiki/api/v2/pages/9", "Cannot find a page with id [9]")]
    [InlineData("/wiki/api/v2/pages/9/versions", "Cannot find a page with id [9]")]
    [InlineData("/wiki/api/v2/pages/9/footer-comments", "Cannot find a page with id [9]")]
    [InlineData("/wiki/api/v2/pages/9/likes/users", "Cannot find a page with id [9]")]
    [InlineData("/wiki/api/v2/pages/9/labels", "Cannot find a page with id [9]")]
    [InlineData("/wiki/api/v2/pages/9/direct-children", "Cannot find a page with id [9]")]
    [InlineData("/wiki/api/v2/spaces/8", "Cannot find a space with id [8]")]
    [InlineData("/wiki/api/v2/spaces/8/pages", "Cannot find a space with id [8]")]
    [InlineData("/wiki/api/v2/footer-comments/7", "Cannot find a comment with id [7]")]
    [InlineData("/wiki/api/v2/inline-comments/7/likes/count", "Cannot find a comment with id [7]")]
    public async Task What_does_not_exist_is_named_with_its_id(string path, string title)
    {
        Answer answer = await _session.SendAsync(HttpMethod.Get, path);

        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
        Assert.Equal(JsonValueKind.Number, answer.Error.GetProperty("status").ValueKind);
        Assert.Equal("NOT_FOUND", answer.Error.GetProperty("code").GetString());
        Assert.Equal(title, answer.Error.GetProperty("title").GetString());
    }

    [Theory]
    [InlineData("pages?limit=0", "limit", "{0}")]
    [InlineData("pages?limit=251", "limit", "1 to 250")]
    [InlineData("pages?limit=ten", "limit", "{ten}")]
    [InlineData("pages?sort=size", "sort", "{size}")]
    [InlineData("pages?status=draft", "status", "{draft}")]
    [InlineData("pages?body-format=view", "body-format", "{view}")]
    [InlineData("pages?id=abc", "id", "{abc}")]
    [InlineData("pages?subtype=blog", "subtype", "{blog}")]
    [InlineData("pages/abc", "id", "{abc}")]
    [InlineData("pages/99999999999999999999", "id", "99999999999999999999")]
    [InlineData("spaces?type=team", "type", "{team}")]
    [InlineData("spaces?include-icon=maybe", "include-icon", "{maybe}")]
    [InlineData("spaces?sort=size", "sort", "{size}")]
    public async Task A_parameter_that_does_not_fit_is_named_with_its_value(string path, string name, string part)
    {
        Answer answer = await _session.SendAsync(HttpMethod.Get, "/wiki/api/v2/" + path);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal("INVALID_REQUEST_PARAMETER", answer.Error.GetProperty("code").GetString());
        string title = answer.Error.GetProperty("title").GetString() ?? "";
        Assert.Contains($"'{name}'", title, StringComparison.Ordinal);
        Assert.Contains(part, title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_than_250_ids_are_too_many()
    {
        string ids = string.Join(',', Enumerable.Range(1, 251));

        Assert.Equal(HttpStatusCode.BadRequest, (await _session.SendAsync(HttpMethod.Get, "/wiki/api/v2/pages?id=" + ids)).Status);
        Assert.Equal(HttpStatusCode.OK, (await _session.SendAsync(HttpMethod.Get, "/wiki/api/v2/pages?id=" + ids[..^4])).Status);
    }

    [Theory]
    [InlineData("garbage")]
    [InlineData("")]
    [InlineData("bm90IGpzb24=")]
    [InlineData("e30=")]
    [InlineData("W10=")]
    [InlineData("{spaces}")]
    [InlineData("{sorted}")]
    public async Task A_cursor_that_is_none_of_this_list_is_refused(string cursor)
    {
        string text = cursor switch
        {
            "{spaces}" => await CursorAsync("/wiki/api/v2/spaces?limit=1"),
            "{sorted}" => await CursorAsync("/wiki/api/v2/pages?limit=1&sort=title"),
            _ => cursor,
        };

        Answer answer = await _session.SendAsync(HttpMethod.Get, "/wiki/api/v2/pages?limit=1&cursor=" + Uri.EscapeDataString(text));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal("INVALID_REQUEST_PARAMETER", answer.Error.GetProperty("code").GetString());
        Assert.Equal(
            "Provided value for 'cursor' is not the correct type. Expected type is Cursor.", answer.Error.GetProperty("title").GetString());
    }

    [Theory]
    [InlineData("GET", "/wiki/api/v2/folders/1/children")]
    [InlineData("GET", "/wiki/api/v2/nothing")]
    [InlineData("GET", "/wiki/rest/api/nothing")]
    [InlineData("GET", "/wiki")]
    [InlineData("GET", "/")]
    [InlineData("GET", "/wiki/api/v2/pages/1/2/3/4")]
    public async Task A_route_that_does_not_exist_answers_404_with_html(string method, string path)
    {
        Answer answer = await _session.SendAsync(new HttpMethod(method), path);

        Assert.Equal((HttpStatusCode.NotFound, "text/html"), (answer.Status, answer.MediaType));
    }

    [Fact]
    public async Task A_method_that_a_route_does_not_have_answers_405_with_those_it_has()
    {
        Answer answer = await _session.SendAsync(HttpMethod.Patch, "/wiki/api/v2/pages/1");
        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.Status);

        using HttpRequestMessage request = new(HttpMethod.Patch, "/wiki/api/v2/pages/1");
        using HttpResponseMessage response = await _session.Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(["GET", "PUT", "DELETE"], response.Content.Headers.Allow);
    }

    [Theory]
    [InlineData("GET", "content")]
    [InlineData("GET", "content/123")]
    [InlineData("POST", "content")]
    [InlineData("PUT", "content/123")]
    [InlineData("GET", "content/123/child/page")]
    [InlineData("GET", "content/123/history")]
    [InlineData("GET", "content/123/label")]
    [InlineData("GET", "space")]
    [InlineData("GET", "space/ENG1")]
    [InlineData("GET", "group/by-name?name=a")]
    [InlineData("GET", "group/member?name=a")]
    public async Task Operations_that_left_v1_answer_410(string method, string path)
    {
        Answer answer = await _session.SendAsync(
            new HttpMethod(method), "/wiki/rest/api/" + path, method == "GET" ? null : "{}", static request => request.Headers.Add("X-Atlassian-Token", "no-check"));

        Assert.Equal(HttpStatusCode.Gone, answer.Status);
        Assert.Equal(410, answer.Json.GetProperty("statusCode").GetInt32());
        Assert.Contains("This deprecated endpoint has been removed", answer.Json.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Contains("rel=\"deprecation\"", answer.Headers["Link"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("POST", null)]
    [InlineData("DELETE", null)]
    [InlineData("PUT", "check")]
    public async Task A_write_to_v1_without_the_xsrf_header_fails_in_plain_text(string method, string? header)
    {
        Answer answer = await _session.SendAsync(new HttpMethod(method), "/wiki/rest/api/content/1", "{}", request =>
        {
            if (header is not null)
            {
                request.Headers.Add("X-Atlassian-Token", header);
            }
        });

        Assert.Equal((HttpStatusCode.Forbidden, "text/plain", "XSRF check failed"), (answer.Status, answer.MediaType, answer.Text));
    }

    [Theory]
    [InlineData("/wiki/rest/api/user", "'accountId' is required")]
    [InlineData("/wiki/rest/api/search", "'cql' is required")]
    [InlineData("/wiki/rest/api/search/user?limit=1", "'cql' is required")]
    [InlineData("/wiki/rest/api/group?limit=-1", "'limit' must be an integer")]
    [InlineData("/wiki/rest/api/search/user?cql=type%3Duser&start=x", "'start' must be an integer")]
    [InlineData("/wiki/rest/api/search/user?cql=type%3Duser&sitePermissionTypeFilter=some", "'sitePermissionTypeFilter' must be")]
    [InlineData("/wiki/rest/api/search?cql=type%3Dpage&cursor=x", "cursor is not valid")]
    public async Task A_bad_request_to_v1_has_the_v1_form(string path, string message)
    {
        Answer answer = await _session.SendAsync(HttpMethod.Get, path);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal(400, answer.Json.GetProperty("statusCode").GetInt32());
        Assert.False(answer.Json.GetProperty("data").GetProperty("successful").GetBoolean());
        Assert.Contains(message, answer.Json.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_account_is_404_in_v1()
    {
        Answer answer = await _session.SendAsync(HttpMethod.Get, "/wiki/rest/api/user?accountId=712020:nobody");

        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
        Assert.Equal(404, answer.Json.GetProperty("statusCode").GetInt32());
    }

    [Fact]
    public async Task A_write_without_content_type_is_refused()
    {
        Answer answer = await _session.SendAsync(HttpMethod.Post, "/wiki/api/v2/pages");
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.Status);

        answer = await _session.SendAsync(
            HttpMethod.Post, "/wiki/api/v2/pages", null, static request => request.Content = new StringContent("{}", Encoding.UTF8, "text/plain"));
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.Status);
    }

    [Fact]
    public async Task A_body_above_five_megabytes_is_too_large_with_and_without_a_length()
    {
        byte[] large = Encoding.UTF8.GetBytes("{\"a\":\"" + new string('x', 5 * 1024 * 1024) + "\"}");
        foreach (bool chunked in (bool[])[false, true])
        {
            Answer answer = await _session.SendAsync(HttpMethod.Post, "/wiki/api/v2/pages", null, request =>
            {
                request.Content = new ByteArrayContent(large) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
                request.Headers.TransferEncodingChunked = chunked;
            });

            Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.Status);
        }
    }

    [Fact]
    public async Task Every_answer_carries_request_ids_of_its_own()
    {
        Answer first = await _session.SendAsync(HttpMethod.Get, "/wiki/api/v2/spaces");
        Answer second = await _session.SendAsync(HttpMethod.Get, "/wiki/api/v2/nothing");

        Assert.True(Guid.TryParse(first.Headers["atl-request-id"], out _));
        Assert.Equal(first.Headers["atl-request-id"].Replace("-", "", StringComparison.Ordinal), first.Headers["atl-traceid"]);
        Assert.NotEqual(first.Headers["atl-request-id"], second.Headers["atl-request-id"]);
    }

    private async Task<string> CursorAsync(string path)
    {
        string next = (await _session.GetAsync(path)).GetProperty("_links").GetProperty("next").GetString() ?? "";
        int from = next.IndexOf("cursor=", StringComparison.Ordinal) + "cursor=".Length;
        return Uri.UnescapeDataString(next[from..next.IndexOf('&', from)]);
    }

    private async Task<Answer> WithAuthorizationAsync(string path, string? authorization)
    {
        string? value = authorization;
        if (value?.StartsWith("Basic ", StringComparison.Ordinal) == true)
        {
            // The token is known only now; the data of the theory holds a place for it.
            byte[] bytes = new byte[value.Length];
            if (Convert.TryFromBase64String(value["Basic ".Length..], bytes, out int length))
            {
                value = "Basic " + Base64(Encoding.UTF8.GetString(bytes, 0, length).Replace("{token}", _session.Sandbox.ApiToken, StringComparison.Ordinal));
            }
        }

        using HttpClient client = new() { BaseAddress = _session.Sandbox.BaseAddress };
        using HttpRequestMessage request = new(HttpMethod.Get, path);
        if (value is not null)
        {
            Assert.True(request.Headers.TryAddWithoutValidation("Authorization", value));
        }

        using HttpResponseMessage response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return new Answer(
            response.StatusCode,
            response.Content.Headers.ContentType?.MediaType,
            await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            new Dictionary<string, string>());
    }

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}

using Confluence.Generated.Tests.Http;

namespace Confluence.Generated.Tests.Raw;

/// <summary>A path stays at the site and below /wiki, however it is written.</summary>
public sealed class PathTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("", "is empty")]
    [InlineData("  ", "is empty")]
    [InlineData("?cql=type=page", "is empty")]
    [InlineData("https://evil.example/wiki/api/v2/pages", "host")]
    [InlineData("HTTP:/wiki/api/v2/pages", "host")]
    [InlineData("//evil.example/wiki/api/v2/pages", "host")]
    [InlineData("/\\evil.example/wiki/api/v2/pages", "backslash")]
    [InlineData("\\\\evil.example\\wiki", "backslash")]
    [InlineData("@evil.example/wiki/api/v2/pages", "does not begin with '/wiki/'")]
    [InlineData(".evil.example/wiki/api/v2/pages", "does not begin with '/wiki/'")]
    [InlineData(":80/wiki/api/v2/pages", "host")]
    [InlineData("/wiki", "does not begin with '/wiki/'")]
    [InlineData("/wiki/", "does not begin with '/wiki/'")]
    [InlineData("/wikis/api", "does not begin with '/wiki/'")]
    [InlineData("/WIKI/api/v2/pages", "does not begin with '/wiki/'")]
    [InlineData("/admin/users", "does not begin with '/wiki/'")]
    [InlineData("/rest/api/content/7", "lacks '/wiki/'")]
    [InlineData("/api/v2/pages", "lacks '/wiki/'")]
    [InlineData("rest/api/content/7", "lacks '/wiki/'")]
    [InlineData("wiki/api/v2/pages", "does not begin with '/wiki/'")]
    [InlineData("/ex/confluence/11111111-2222-3333-4444-555555555555/wiki/api/v2/pages", "prefix of the gateway")]
    [InlineData("/wiki/../admin", "'.' or '..' segment")]
    [InlineData("/wiki/api/v2/pages/..", "'.' or '..' segment")]
    [InlineData("/wiki/./api", "'.' or '..' segment")]
    [InlineData("/wiki/%2e%2e/admin", "'.' or '..' segment")]
    [InlineData("/wiki/.%2E/admin", "'.' or '..' segment")]
    [InlineData("/wiki/%252e%252e/admin", "'.' or '..' segment")]
    [InlineData("/wiki/%25252e%25252e/admin", "'.' or '..' segment")]
    [InlineData("/wiki/%2525252525252e/admin", "too many times")]
    [InlineData("/wiki/api%2f..%2f..%2fadmin", "'.' or '..' segment")]
    [InlineData("/wiki/..;/admin", "'.' or '..' segment")]
    [InlineData("/wiki/..%3Bx=1/admin", "'.' or '..' segment")]
    [InlineData("/wiki/%20..%20/admin", "'.' or '..' segment")]
    [InlineData("/wiki/a%5c..%5cadmin", "backslash")]
    [InlineData("/wiki/api\\..\\admin", "backslash")]
    [InlineData("/wiki//api/v2/pages", "two slashes")]
    [InlineData("/wiki/api//evil.example", "two slashes")]
    [InlineData("/wiki/api/v2/pages#x", "fragment")]
    [InlineData("/wiki/api/v2/pages?title=a#b", "fragment")]
    [InlineData("/wiki/api/v2/pages\r\nHost: evil.example", "U+000D")]
    [InlineData("/wiki/api/v2/pages?x=1\nHost: evil.example", "U+000A")]
    [InlineData("/wiki/api/v2/\0pages", "U+0000")]
    [InlineData("/wiki/api/v2/\u202Epages", "U+202E")]
    [InlineData("/wiki/api/v2/pages%0d%0aHost:x", "control character")]
    [InlineData("/wiki/api/v2/pages%00", "control character")]
    [InlineData("/wiki/api/v2/pages%2500", "control character")]
    [InlineData("/wiki/api/v2/%c0%ae%c0%ae/admin", "not percent-encoded UTF-8")]
    [InlineData("/wiki/api/v2/100%", "not percent-encoded UTF-8")]
    [InlineData("/wiki/api/v2/%zz", "not percent-encoded UTF-8")]
    [InlineData("/wiki/api/v2/my page", "%20")]
    [InlineData("/wiki/api/v2/pages/{id}", "a placeholder without its value")]
    public void A_path_that_leads_elsewhere_is_refused_and_nothing_is_sent(string path, string problem)
    {
        using Harness harness = Harness.Create();
        RawClient raw = harness.Client.Raw;

        ArgumentException error = Assert.Throws<ArgumentException>(() => { _ = raw.SendAsync(HttpMethod.Get, path, cancellationToken: Token); });
        Assert.Throws<ArgumentException>(() => raw.GetListAsync(path, cancellationToken: Token));
        Assert.Throws<ArgumentException>(() => { _ = raw.DownloadAsync(path, cancellationToken: Token); });

        Assert.Equal("path", error.ParamName);
        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
        Assert.Contains("such as '/wiki/api/v2/pages/123?body-format=storage'", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(error.Message, char.IsControl);
        Assert.Empty(harness.Handler.Requests);
    }

    [Theory]
    [InlineData("/wiki/api/v2/pages", "/wiki/api/v2/pages")]
    [InlineData("/wiki/api/v2/pages/", "/wiki/api/v2/pages/")]
    [InlineData("/wiki/api/v2/pages?", "/wiki/api/v2/pages")]
    [InlineData("/wiki/api/v2/a..b/...", "/wiki/api/v2/a..b/...")]
    [InlineData("/wiki/api/v2/x%2Fy", "/wiki/api/v2/x%2Fy")]
    [InlineData("/wiki/api/v2/100%25", "/wiki/api/v2/100%25")]
    [InlineData("/wiki/api/v2/50%25%20off", "/wiki/api/v2/50%25%20off")]
    [InlineData("/wiki/rest/api/user/557058:ab@c", "/wiki/rest/api/user/557058%3Aab%40c")]
    [InlineData("/wiki/rest/api/Pläne", "/wiki/rest/api/Pl%C3%A4ne")]
    [InlineData("/wiki/api/v2/a%E2%80%8Db?title=a\u200Db", "/wiki/api/v2/a%E2%80%8Db?title=a%E2%80%8Db")]
    [InlineData("/wiki/api/v2/pages?x=/../..&y=%0a&z={a}", "/wiki/api/v2/pages?x=%2F..%2F..&y=%0A&z=%7Ba%7D")]
    [InlineData("/wiki/api/v2/pages?url=https://a.example/b?c", "/wiki/api/v2/pages?url=https%3A%2F%2Fa.example%2Fb%3Fc")]
    public async Task Other_paths_arrive_as_they_are_meant(string path, string expected)
    {
        using Harness harness = Harness.Create();
        harness.Handler.Json("{}");

        await harness.Client.Raw.SendAsync(HttpMethod.Get, path, cancellationToken: Token);

        Assert.Equal("https://acme.atlassian.net" + expected, harness.Handler.Last.Uri.AbsoluteUri);
    }

    [Fact]
    public void Half_a_character_is_refused() // The rows of a theory cannot hold one.
    {
        using Harness harness = Harness.Create();

        ArgumentException error = Assert.Throws<ArgumentException>(() => { _ = harness.Client.Raw.SendAsync(HttpMethod.Get, "/wiki/api/v2/\uD800", cancellationToken: Token); });

        Assert.Contains("not percent-encoded UTF-8", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_error_shows_neither_the_query_nor_a_credential_in_an_address()
    {
        using Harness harness = Harness.Create();

        string address = Assert.Throws<ArgumentException>(() => { _ = harness.Client.Raw.SendAsync(HttpMethod.Get, "https://ada:hunter2@evil.example/wiki/x?q=private", cancellationToken: Token); }).Message;
        string path = Assert.Throws<ArgumentException>(() => { _ = harness.Client.Raw.SendAsync(HttpMethod.Get, "/admin/x?q=private", cancellationToken: Token); }).Message;

        Assert.Contains("'evil.example/wiki/x'", address, StringComparison.Ordinal);
        Assert.Contains("'/admin/x'", path, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", address, StringComparison.Ordinal);
        Assert.DoesNotContain("private", address + path, StringComparison.Ordinal);
    }
}

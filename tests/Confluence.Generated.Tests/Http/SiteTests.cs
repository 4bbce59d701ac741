namespace Confluence.Generated.Tests.Http;

public class SiteTests
{
    [Theory]
    [InlineData("your-company", "https://your-company.atlassian.net")]
    [InlineData("  Your-Company ", "https://your-company.atlassian.net")]
    [InlineData("your-company.atlassian.net", "https://your-company.atlassian.net")]
    [InlineData("your-company.atlassian.net/wiki", "https://your-company.atlassian.net")]
    [InlineData("https://your-company.atlassian.net", "https://your-company.atlassian.net")]
    [InlineData("https://your-company.atlassian.net/", "https://your-company.atlassian.net")]
    [InlineData("https://your-company.atlassian.net/wiki", "https://your-company.atlassian.net")]
    [InlineData("https://your-company.atlassian.net/wiki/", "https://your-company.atlassian.net")]
    [InlineData("https://your-company.atlassian.net/wiki/spaces/ABC/overview", "https://your-company.atlassian.net")]
    [InlineData("HTTPS://YOUR-COMPANY.ATLASSIAN.NET:443", "https://your-company.atlassian.net")]
    [InlineData("https://wiki.example.com", "https://wiki.example.com")]
    [InlineData("wiki.example.com:8443", "https://wiki.example.com:8443")]
    [InlineData("https://bücher.example", "https://xn--bcher-kva.example")]
    [InlineData("http://127.0.0.1:8080", "http://127.0.0.1:8080")]
    [InlineData("http://localhost:8080/wiki", "http://localhost:8080")]
    [InlineData("http://[::1]:8080", "http://[::1]:8080")]
    public void Every_form_of_a_site_is_understood(string given, string address)
    {
        ConfluenceSite site = ConfluenceSite.Parse(given);

        Assert.Equal(address, site.ToString());
        Assert.Equal(new Uri(address), site.BaseAddress);
        Assert.Equal(new Uri(address + "/wiki"), site.WebBase);
        Assert.False(site.IsGateway);
        Assert.Null(site.CloudId);
    }

    [Theory]
    [InlineData("https://api.atlassian.com/ex/confluence/1324a887-45db-1bf4-1e99-ef0ff456d421")]
    [InlineData("https://api.atlassian.com/ex/confluence/1324a887-45db-1bf4-1e99-ef0ff456d421/")]
    [InlineData("https://api.atlassian.com/ex/confluence/1324a887-45db-1bf4-1e99-ef0ff456d421/wiki/api/v2")]
    [InlineData("api.atlassian.com/ex/confluence/1324a887-45db-1bf4-1e99-ef0ff456d421")]
    public void The_gateway_keeps_its_prefix(string given)
    {
        ConfluenceSite site = ConfluenceSite.Parse(given);

        Assert.Equal("https://api.atlassian.com/ex/confluence/1324a887-45db-1bf4-1e99-ef0ff456d421", site.ToString());
        Assert.True(site.IsGateway);
        Assert.Equal("1324a887-45db-1bf4-1e99-ef0ff456d421", site.CloudId);
        Assert.Null(site.WebBase);
    }

    [Theory]
    [InlineData("your-agency.atlassian-us-gov-mod.net", null)]
    [InlineData("https://your-agency.atlassian-us-gov-mod.net/wiki/spaces/A", null)]
    [InlineData("https://api.atlassian-us-gov-mod.com/ex/confluence/1324a887", "1324a887")]
    [InlineData("https://gateway.example.com/ex/confluence/1324a887/wiki", "1324a887")]
    public void Other_clouds_and_gateways_on_any_host_are_understood(string given, string? cloudId)
    {
        ConfluenceSite site = ConfluenceSite.Parse(given);

        Assert.Equal((cloudId, cloudId is not null), (site.CloudId, site.IsGateway));
        Assert.Equal(cloudId is null ? "your-agency.atlassian-us-gov-mod.net" : new Uri(given).Host, site.BaseAddress.Host);
    }

    [Fact]
    public void Whatever_is_given_is_understood_or_refused()
    {
        const string Odd = "aZ0.-:/\\@?#[]%\u00df\u0130\u2488\u3002\uff0e\u200b\u0301\u0627\ufdfa\ufffe\uffff\ud83d\ude00\ud800\0\r\n ";
        Random random = new(7);
        for (int round = 0; round < 20_000; round++)
        {
            string given = new([.. Enumerable.Range(0, random.Next(1, 12)).Select(_ => Odd[random.Next(Odd.Length)])]);
            Exception? refused = Record.Exception(() => ConfluenceSite.Parse((round % 2 == 0 ? "https://" : "") + given));

            Assert.True(refused is null or ArgumentException, $"{string.Join(' ', given.Select(static character => $"{(int)character:X4}"))}: {refused}");
        }
    }

    [Theory]
    [InlineData("me@example.com:ATATT3xFfGF0secret")]
    [InlineData("https://me:ATATT3xFfGF0secret@acme.atlassian.net")]
    [InlineData("https://me%40example.com:ATATT3xFfGF0secret@acme.atlassian.net")]
    [InlineData("ATATT3xFfGF0secret0123456789012345678901234567890123456789=AB12CD34")]
    [InlineData("Basic bWU6c2VjcmV0c2VjcmV0c2VjcmV0")]
    [InlineData("https://acme.atlassian.net/?token=ATATT3xFfGF0secret")]
    [InlineData("https://acme.example/ATATT3xFfGF0secret0123456789012345678901234567890123456789")]
    [InlineData("ftp://me:ATATT3xFfGF0secret@host")]
    public void What_may_be_a_secret_is_not_shown(string given)
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => ConfluenceSite.Parse(given));

        Assert.DoesNotContain("secret0", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("GF0secret", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("bWU6", error.Message, StringComparison.Ordinal);
        Assert.Contains("your-company", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://127.0.0.1:8080/ex/confluence/1324a887", "http://127.0.0.1:8080/ex/confluence/1324a887")]
    [InlineData("http://localhost:8080/ex/confluence/1324a887/wiki", "http://localhost:8080/ex/confluence/1324a887")]
    public void A_server_on_this_machine_may_stand_in_for_the_gateway(string given, string address)
    {
        ConfluenceSite site = ConfluenceSite.Parse(given);

        Assert.Equal(address, site.ToString());
        Assert.Equal("1324a887", site.CloudId);
        Assert.Null(site.WebBase);
    }

    [Theory]
    [InlineData("https://example.com/ex/other/1324a887", "does not begin with /wiki")]
    [InlineData("https://api.atlassian-us-gov-mod.com", "without the id")]
    [InlineData("https://admin.atlassian-us-gov-mod.com", "not a Confluence site")]
    [InlineData("your\u200Bcompany", "invisible")]
    [InlineData("your-company\u200B.atlassian.net", "U+200B")]
    [InlineData("your-company.atlassian.net\uFFFF", "invisible or invalid character")]
    [InlineData("https://a..b/", "is not an address")]
    [InlineData("http://127.0.0.1:8080/ex/confluence/", "without the id")]
    [InlineData("http://127.0.0.1:8080/ex/confluence/..%2f..", "without the id")]
    [InlineData("http://127.0.0.1:8080/ex/jira/1324a887", "does not begin with /wiki")]
    [InlineData("", "is empty")]
    [InlineData("   ", "is empty")]
    [InlineData("https://", "is not an address")]
    [InlineData("your company", "is not an address")]
    [InlineData("http://your-company.atlassian.net", "plain http")]
    [InlineData("http://10.0.0.1", "plain http")]
    [InlineData("ftp://your-company.atlassian.net", "scheme 'ftp'")]
    [InlineData("https://your-company.atlassian.net?x=1", "query")]
    [InlineData("https://your-company.atlassian.net/wiki#x", "fragment")]
    [InlineData("ada@example.com", "user name or an e-mail address")]
    [InlineData("https://ada:pass@your-company.atlassian.net", "user name or an e-mail address")]
    [InlineData("https://api.atlassian.com", "without the id")]
    [InlineData("https://api.atlassian.com/ex/confluence/", "without the id")]
    [InlineData("https://api.atlassian.com/ex/jira/1324a887", "without the id")]
    [InlineData("https://api.atlassian.com/ex/confluence/..%2f..", "without the id")]
    [InlineData("https://admin.atlassian.com", "not a Confluence site")]
    [InlineData("https://atlassian.net", "not a Confluence site")]
    [InlineData("https://example.com/confluence", "does not begin with /wiki")]
    [InlineData("https://example.com/wikipedia", "does not begin with /wiki")]
    public void What_is_no_site_is_refused_with_what_is_wrong_and_what_to_write(string given, string problem)
    {
        ArgumentException exception = Assert.Throws<ArgumentException>(() => ConfluenceSite.Parse(given));

        Assert.Contains(problem, exception.Message, StringComparison.Ordinal);
        Assert.Contains("Write the site's name ('your-company')", exception.Message, StringComparison.Ordinal);
        Assert.Equal("site", exception.ParamName);
    }

    [Theory]
    [InlineData("https://ada:hunter2@your-company.atlassian.net")]
    [InlineData("https://your-company.atlassian.net?token=hunter2")]
    [InlineData("https://your-company.atlassian.net#hunter2")]
    [InlineData("ada:hunter2@your-company.atlassian.net")]
    [InlineData("https://ada:hunter2@your-company.atlassian.net?x")]
    public void A_secret_in_a_refused_site_is_not_repeated(string given)
    {
        ArgumentException exception = Assert.Throws<ArgumentException>(() => ConfluenceSite.Parse(given));

        Assert.DoesNotContain("hunter2", exception.ToString(), StringComparison.Ordinal);
        Assert.Contains("your-company.atlassian.net", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_forms_of_one_site_are_equal()
    {
        Assert.Equal(ConfluenceSite.Parse("acme"), ConfluenceSite.Parse("https://acme.atlassian.net/wiki"));
        Assert.NotEqual(ConfluenceSite.Parse("acme"), ConfluenceSite.Parse("acme2"));
    }
}

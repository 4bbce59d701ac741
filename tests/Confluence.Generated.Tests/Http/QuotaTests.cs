using System.Globalization;
using System.Net;
using static Confluence.Generated.Tests.Http.TestOperations;

namespace Confluence.Generated.Tests.Http;

/// <summary>What the quota headers become, in the documented form and in others.</summary>
public class QuotaTests
{
    [Fact]
    public async Task Every_header_of_the_quota_arrives()
    {
        ConfluenceQuota? quota = await QuotaAsync(
            ("X-RateLimit-Limit", "65000"), ("X-RateLimit-Remaining", "120"), ("X-RateLimit-Reset", "2026-11-02T11:00:00Z"),
            ("X-RateLimit-NearLimit", "true"), ("RateLimit-Reason", "confluence-quota-tenant-based"), ("Retry-After", "90"));

        Assert.NotNull(quota);
        Assert.Equal(65000, quota.Limit);
        Assert.Equal(120, quota.Remaining);
        Assert.Equal(new DateTimeOffset(2026, 11, 2, 11, 0, 0, TimeSpan.Zero), quota.Reset);
        Assert.True(quota.NearLimit);
        Assert.Equal("confluence-quota-tenant-based", quota.Reason);
        Assert.Equal(TimeSpan.FromSeconds(90), quota.RetryAfter);
        Assert.Equal("Limit = 65000, Remaining = 120, Reset = 2026-11-02T11:00:00Z, NearLimit = True, Reason = confluence-quota-tenant-based, RetryAfter = 00:01:30", quota.ToString());
    }

    [Fact]
    public async Task Without_such_headers_there_is_no_quota() => Assert.Null(await QuotaAsync(("X-Other", "1")));

    [Theory]
    [InlineData("X-RateLimit-Limit", "many")]
    [InlineData("X-RateLimit-Limit", "-1")]
    [InlineData("X-RateLimit-Remaining", "99999999999999999999")]
    [InlineData("X-RateLimit-Remaining", "")]
    [InlineData("X-RateLimit-Remaining", "1.5")]
    [InlineData("X-RateLimit-Reset", "1793613600")]
    [InlineData("X-RateLimit-Reset", "soon")]
    [InlineData("X-RateLimit-Reset", "11/02/2026 11:00")]
    [InlineData("X-RateLimit-NearLimit", "1")]
    [InlineData("RateLimit-Reason", " ")]
    [InlineData("Retry-After", "0")]
    public async Task What_makes_no_sense_counts_as_not_sent(string name, string value)
    {
        Assert.Null(await QuotaAsync((name, value)));

        ConfluenceQuota? others = await QuotaAsync((name, value), (name == "X-RateLimit-Limit" ? "X-RateLimit-Remaining" : "X-RateLimit-Limit", "7"));
        Assert.Equal(7, others?.Limit ?? others?.Remaining);
    }

    [Theory]
    [InlineData("2026-11-02T11:00Z", "2026-11-02T11:00:00Z")]
    [InlineData("2026-11-02T11:00:00.250Z", "2026-11-02T11:00:00.25Z")]
    [InlineData("2026-11-02T12:00:00+01:00", "2026-11-02T11:00:00Z")]
    [InlineData("2026-11-02T11:00:00", "2026-11-02T11:00:00Z")]
    [InlineData(" 2026-11-02T11:00:00Z ", "2026-11-02T11:00:00Z")]
    public async Task The_reset_may_have_any_form_of_ISO_8601(string sent, string reset) =>
        Assert.Equal(DateTimeOffset.Parse(reset, CultureInfo.InvariantCulture), (await QuotaAsync(("X-RateLimit-Reset", sent)))?.Reset);

    [Theory]
    [InlineData("100, 100;w=3600")]
    [InlineData("100;w=3600")]
    [InlineData(" 100 ")]
    public async Task A_count_may_be_followed_by_more(string sent) => Assert.Equal(100, (await QuotaAsync(("X-RateLimit-Limit", sent)))?.Limit);

    [Fact]
    public async Task A_header_that_came_twice_counts_once() =>
        Assert.Equal(5, (await QuotaAsync(("X-RateLimit-Remaining", "5"), ("X-RateLimit-Remaining", "9")))?.Remaining);

    [Theory]
    [InlineData("FALSE", false)]
    [InlineData("True", true)]
    public async Task Whether_the_limit_is_near_may_have_capitals(string sent, bool near) => Assert.Equal(near, (await QuotaAsync(("X-RateLimit-NearLimit", sent)))?.NearLimit);

    [Fact]
    public async Task A_reason_is_fit_to_be_shown()
    {
        Assert.Equal("burst Bearer [removed]", (await QuotaAsync(("RateLimit-Reason", "burst\tBearer abcdefghijklmnop")))?.Reason);
        Assert.Equal(201, (await QuotaAsync(("RateLimit-Reason", new string('x', 999))))?.Reason?.Length);
    }

    [Fact]
    public void A_quota_of_which_nothing_is_known_is_an_empty_text() => Assert.Equal(string.Empty, new ConfluenceQuota().ToString());

    private static async Task<ConfluenceQuota?> QuotaAsync(params (string Name, string Value)[] headers)
    {
        using Harness harness = Harness.Create();
        List<ConfluenceResponseDetails> told = [];
        harness.Handler.Answer(HttpStatusCode.NoContent, headers: headers);
        await harness.SendAsync(Request(DeletePage, options: new ConfluenceRequestOptions { OnResponse = told.Add }));
        return Assert.Single(told).Quota;
    }
}

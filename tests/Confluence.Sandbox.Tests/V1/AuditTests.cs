using System.Net;
using System.Text.Json;
using Confluence.Generated;
using Confluence.Generated.V1;
using Confluence.Generated.V1.Models;

namespace Confluence.Sandbox.Tests.V1;

public sealed class AuditTests : IAsyncLifetime
{
    private readonly TestTime _time = new(new DateTimeOffset(2024, 6, 1, 0, 0, 0, TimeSpan.Zero));
    private SandboxSession _session = null!; // Set before each test, in InitializeAsync.

    public async ValueTask InitializeAsync() =>
        _session = await SandboxSession.StartAsync(new SandboxOptions { Users = 40, Spaces = 5, Pages = 5, TimeProvider = _time });

    public ValueTask DisposeAsync() => _session.DisposeAsync();

    [Fact]
    public async Task The_log_pages_by_offset_the_newest_record_first()
    {
        List<long> dates = [];
        int records = 0;
        for (string? path = "/rest/api/audit?limit=7"; path is not null;)
        {
            JsonElement page = await _session.GetAsync("/wiki" + path);
            dates.AddRange(page.GetProperty("results").EnumerateArray().Select(static record => record.GetProperty("creationDate").GetInt64()));
            records += page.GetProperty("size").GetInt32();
            path = page.GetProperty("_links").TryGetProperty("next", out JsonElement next) ? next.GetString() : null;
        }

        Assert.Equal(_session.Truth.AuditRecordCount, records);
        Assert.Equal(dates.OrderDescending(), dates);
        Assert.True(records > 40);
    }

    [Fact]
    public async Task The_library_reads_the_log_and_the_time_that_it_is_kept()
    {
        using ConfluenceClient client = new(
            _session.Sandbox.BaseAddress.ToString(), new ApiTokenCredential(_session.Sandbox.Email, _session.Sandbox.ApiToken));

        List<AuditRecord> records = await client.V1.Audit.GetAuditRecordsAsync(
            new GetAuditRecordsOptions { PageSize = 9 }, TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);

        Assert.Equal(_session.Truth.AuditRecordCount, records.Count);
        Assert.All(records, static record => Assert.False(string.IsNullOrEmpty(record.Summary)));
        Assert.Equal(1, (await client.V1.Audit.GetRetentionPeriodAsync(cancellationToken: TestContext.Current.CancellationToken)).Number);
    }

    [Fact]
    public async Task A_record_tells_who_did_what_to_what()
    {
        JsonElement record = (await _session.GetAsync("/wiki/rest/api/audit?searchString=space%20CREATED&limit=1")).GetProperty("results")[0];

        Assert.Equal("Space created", record.GetProperty("summary").GetString());
        Assert.Equal("Space", record.GetProperty("affectedObject").GetProperty("objectType").GetString());
        Assert.Equal("user", record.GetProperty("author").GetProperty("type").GetString());
        Assert.Contains(record.GetProperty("author").GetProperty("accountId").GetString(), _session.Truth.AccountIds);
        Assert.Contains(
            record.GetProperty("changedValues").EnumerateArray().Single(static value => value.GetProperty("name").GetString() == "Space key").GetProperty("newValue").GetString(),
            _session.Truth.SpaceKeys);
        foreach (string member in (string[])["remoteAddress", "description", "category", "sysAdmin", "superAdmin", "associatedObjects"])
        {
            Assert.True(record.TryGetProperty(member, out _), member);
        }
    }

    [Fact]
    public async Task A_range_of_time_and_a_time_back_from_now_bound_the_log()
    {
        long from = _time.Now.AddDays(-30).ToUnixTimeMilliseconds();
        long to = _time.Now.ToUnixTimeMilliseconds();
        List<long> all = await DatesAsync("");
        long[] expected = [.. all.Where(date => date >= from && date <= to)];

        Assert.InRange(expected.Length, 1, all.Count - 1);
        Assert.Equal(expected, await DatesAsync($"?startDate={from}&endDate={to}"));
        Assert.Equal(all.Where(date => date >= from), await DatesAsync("/since?number=30&units=DAYS"));
        Assert.Equal(all.Where(date => date >= _time.Now.AddMonths(-3).ToUnixTimeMilliseconds()), await DatesAsync("/since"));
        Assert.Equal(all, await DatesAsync("/since?number=9&units=CENTURIES"));
        Assert.Equal(all, await DatesAsync("/since?number=99999&units=YEARS"));
    }

    [Theory]
    [InlineData("?startDate=2024-01-01", "'startDate'")]
    [InlineData("?endDate=999999999999999999", "'endDate'")]
    [InlineData("/since?number=-1", "'number'")]
    [InlineData("/since?units=FORTNIGHTS", "DAYS, WEEKS")]
    public async Task A_time_that_cannot_be_read_is_refused_with_its_name(string path, string message)
    {
        Answer answer = await _session.SendAsync(HttpMethod.Get, "/wiki/rest/api/audit" + path);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains(message, answer.Json.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_time_that_records_are_kept_is_told() =>
        Assert.Equal("""{"number":1,"units":"YEARS"}""", await _session.GetTextAsync("/wiki/rest/api/audit/retention"));

    [Theory]
    [InlineData("")]
    [InlineData("/since")]
    [InlineData("/retention")]
    public async Task Others_than_administrators_are_refused(string path)
    {
        await using SandboxSession session = await SandboxSession.StartAsync(new SandboxOptions { Pages = 1, Administrator = false });

        Answer answer = await session.SendAsync(HttpMethod.Get, "/wiki/rest/api/audit" + path);

        Assert.Equal((HttpStatusCode.Forbidden, 403), (answer.Status, answer.Json.GetProperty("statusCode").GetInt32()));
    }

    private async Task<List<long>> DatesAsync(string path) =>
        [.. (await _session.GetAsync("/wiki/rest/api/audit" + path)).GetProperty("results").EnumerateArray().Select(static record => record.GetProperty("creationDate").GetInt64())];
}

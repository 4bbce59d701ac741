using System.Net;
using System.Text;
using System.Text.Json;

namespace Confluence.Sandbox.Tests.Faults;

public sealed class FaultTests
{
    private const string Pages = "/wiki/api/v2/pages?limit=3&body-format=storage";

    [Theory]
    [InlineData(SandboxFault.TooManyRequests, 429, "Retry-After", "3")]
    [InlineData(SandboxFault.TooManyRequestsWithoutRetryAfter, 429, "Retry-After", null)]
    [InlineData(SandboxFault.Unavailable, 503, "Retry-After", "3")]
    [InlineData(SandboxFault.UnavailableWithoutRetryAfter, 503, "Retry-After", null)]
    [InlineData(SandboxFault.TooManyRequests, 429, "RateLimit-Reason", "confluence-burst-based")]
    public async Task A_refusal_comes_with_or_without_a_time_to_wait(SandboxFault fault, int status, string header, string? value)
    {
        await using SandboxSession session = await StartAsync(fault, static faults => faults.RetryAfter = TimeSpan.FromSeconds(3));

        Answer answer = await session.SendAsync(HttpMethod.Get, Pages);

        Assert.Equal(status, (int)answer.Status);
        Assert.Equal(value, answer.Headers.GetValueOrDefault(header));
        Assert.Contains("atl-request-id", answer.Headers.Keys);
        Assert.Equal((fault, status), (session.Sandbox.Requests[^1].Fault, session.Sandbox.Requests[^1].Status));
    }

    [Fact]
    public async Task A_reset_before_the_answer_leaves_no_answer()
    {
        await using SandboxSession session = await StartAsync(SandboxFault.ResetBeforeAnswer);

        await Assert.ThrowsAsync<HttpRequestException>(() => session.SendAsync(HttpMethod.Get, Pages));

        SandboxRequest request = Assert.Single(session.Sandbox.Requests);
        Assert.Equal((SandboxFault.ResetBeforeAnswer, null), (request.Fault, request.Status));
    }

    [Fact]
    public async Task A_connection_that_closes_in_the_body_does_so_after_the_headers_and_a_part_of_it()
    {
        await using SandboxSession session = await StartAsync(SandboxFault.ClosedInBody);

        using HttpResponseMessage response = await session.Client.GetAsync(Pages, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        await using Stream body = await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        byte[] buffer = new byte[16];
        Assert.True(await body.ReadAsync(buffer, TestContext.Current.CancellationToken) > 0);
        Assert.StartsWith("{\"results\":[", Encoding.UTF8.GetString(buffer), StringComparison.Ordinal);
        await Assert.ThrowsAnyAsync<IOException>(() => body.CopyToAsync(Stream.Null, TestContext.Current.CancellationToken));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(200, session.Sandbox.Requests[^1].Status);
    }

    [Fact]
    public async Task A_truncated_body_is_complete_by_its_headers_and_no_json()
    {
        await using SandboxSession session = await StartAsync(SandboxFault.TruncatedBody);
        await using SandboxSession whole = await SandboxSession.StartAsync(new SandboxOptions { Pages = 10, SiteAddress = new Uri("https://site.example") });

        Answer answer = await session.SendAsync(HttpMethod.Get, Pages);

        string expected = await whole.GetTextAsync(Pages);
        Assert.Equal((HttpStatusCode.OK, "application/json"), (answer.Status, answer.MediaType));
        Assert.InRange(answer.Text.Length, 1, (expected.Length / 2) + 1);
        Assert.StartsWith(answer.Text, expected, StringComparison.Ordinal);
        Assert.ThrowsAny<JsonException>(() => answer.Json);
    }

    [Fact]
    public async Task A_web_page_may_call_itself_json()
    {
        await using SandboxSession session = await StartAsync(SandboxFault.HtmlAsJson);

        Answer answer = await session.SendAsync(HttpMethod.Get, Pages);

        Assert.Equal((HttpStatusCode.OK, "application/json"), (answer.Status, answer.MediaType));
        Assert.StartsWith("<!DOCTYPE html>", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_slow_answer_is_right_and_ends_with_the_patience_of_the_caller()
    {
        await using SandboxSession session = await StartAsync(SandboxFault.Slow, static faults => faults.Delay = TimeSpan.FromMilliseconds(1));
        await using SandboxSession slow = await StartAsync(SandboxFault.Slow, static faults => faults.Delay = TimeSpan.FromMinutes(10));

        Assert.NotEmpty((await session.SendAsync(HttpMethod.Get, Pages)).Json.GetProperty("results").EnumerateArray());
        using CancellationTokenSource patience = new();
        Task<HttpResponseMessage> waiting = slow.Client.GetAsync(Pages, patience.Token);
        while (slow.Sandbox.Requests.Count == 0)
        {
            await Task.Yield();
        }

        await patience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }

    [Theory]
    [InlineData(SandboxFault.TruncatedBody)]
    [InlineData(SandboxFault.HtmlAsJson)]
    [InlineData(SandboxFault.ClosedInBody)]
    public async Task A_refusal_of_the_site_has_no_body_to_spoil(SandboxFault fault)
    {
        await using SandboxSession session = await StartAsync(fault);

        Assert.Equal("NOT_FOUND", (await session.SendAsync(HttpMethod.Get, "/wiki/api/v2/pages/9")).Error.GetProperty("code").GetString());
    }

    [Fact]
    public async Task The_same_seed_spoils_the_same_requests_at_about_the_rate_asked_for()
    {
        List<SandboxFault?> first = await FaultsAsync(seed: 3, requests: 400);

        Assert.Equal(first, await FaultsAsync(seed: 3, requests: 400));
        Assert.NotEqual(first, await FaultsAsync(seed: 4, requests: 400));
        Assert.InRange(first.Count(static fault => fault == SandboxFault.TooManyRequests), 50, 110); // 80 of 400 expected.
        Assert.InRange(first.Count(static fault => fault == SandboxFault.UnavailableWithoutRetryAfter), 20, 65); // 40 of 400 expected.
        Assert.DoesNotContain(SandboxFault.HtmlAsJson, first);
    }

    [Fact]
    public async Task With_a_bound_a_caller_that_repeats_often_enough_gets_through_whatever_it_sends_besides()
    {
        await using SandboxSession session = await StartAsync(SandboxFault.Unavailable, static faults => faults.MaximumInARow = 2);

        List<int> statuses = [];
        for (int attempt = 0; attempt < 6; attempt++)
        {
            statuses.Add((int)(await session.SendAsync(HttpMethod.Get, Pages)).Status);
            await session.SendAsync(HttpMethod.Get, "/wiki/api/v2/spaces?limit=" + (attempt + 1));
        }

        Assert.Equal([503, 503, 200, 503, 503, 200], statuses);
    }

    [Theory]
    [InlineData(SandboxFaultedWrites.None, SandboxFault.Unavailable, 200, 1)]
    [InlineData(SandboxFaultedWrites.BeforeChange, SandboxFault.Unavailable, 503, 0)]
    [InlineData(SandboxFaultedWrites.AfterChange, SandboxFault.Unavailable, 503, 1)]
    [InlineData(SandboxFaultedWrites.BeforeChange, SandboxFault.TooManyRequests, 429, 0)]
    [InlineData(SandboxFaultedWrites.AfterChange, SandboxFault.TooManyRequests, 429, 0)]
    [InlineData(SandboxFaultedWrites.BeforeChange, SandboxFault.ResetBeforeAnswer, 0, 0)]
    [InlineData(SandboxFaultedWrites.AfterChange, SandboxFault.ResetBeforeAnswer, 0, 1)]
    [InlineData(SandboxFaultedWrites.BeforeChange, SandboxFault.TruncatedBody, 200, 1)]
    [InlineData(SandboxFaultedWrites.AfterChange, SandboxFault.ClosedInBody, 0, 1)]
    public async Task A_write_is_struck_when_the_options_say_so(SandboxFaultedWrites writes, SandboxFault fault, int status, int changed)
    {
        await using SandboxSession session = await StartAsync(fault, faults => faults.Writes = writes);

        int answered = 0;
        try
        {
            answered = (int)(await session.CreatePageAsync(session.Truth.SpaceIds.First(), "A page")).Status;
        }
        catch (HttpRequestException)
        {
            Assert.Equal(0, status);
        }

        Assert.Equal(status, answered);
        Assert.Equal(changed, session.Truth.ChangedPageCount);
    }

    [Fact]
    public async Task A_lost_answer_keeps_nothing_of_the_one_that_was_made()
    {
        await using SandboxSession session = await StartAsync(SandboxFault.UnavailableWithoutRetryAfter, static faults => faults.Writes = SandboxFaultedWrites.AfterChange);

        Answer answer = await session.CreatePageAsync(session.Truth.SpaceIds.First(), "A page");

        Assert.Equal("text/html", answer.MediaType);
        Assert.DoesNotContain("Link", answer.Headers.Keys);
        Assert.Contains("atl-request-id", answer.Headers.Keys);
    }

    [Fact]
    public async Task The_cloud_id_is_never_struck()
    {
        await using SandboxSession session = await StartAsync(SandboxFault.ResetBeforeAnswer);

        Assert.NotEmpty(await session.GetTextAsync("/_edge/tenant_info"));
    }

    private static Task<SandboxSession> StartAsync(SandboxFault fault, Action<SandboxFaults>? configure = null)
    {
        SandboxFaults faults = new();
        typeof(SandboxFaults).GetProperty(fault.ToString())!.SetValue(faults, 1.0); // Each fault has a rate of its name.
        configure?.Invoke(faults);
        return SandboxSession.StartAsync(new SandboxOptions { Pages = 10, SiteAddress = new Uri("https://site.example"), Faults = faults });
    }

    private static async Task<List<SandboxFault?>> FaultsAsync(int seed, int requests)
    {
        SandboxFaults faults = new() { TooManyRequests = 0.2, UnavailableWithoutRetryAfter = 0.1 };
        await using SandboxSession session = await SandboxSession.StartAsync(new SandboxOptions { Seed = seed, Pages = 1, Faults = faults });
        for (int request = 0; request < requests; request++)
        {
            await session.SendAsync(HttpMethod.Get, "/wiki/api/v2/spaces?limit=1");
        }

        return [.. session.Sandbox.Requests.Select(static request => request.Fault)];
    }
}

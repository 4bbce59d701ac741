using System.Diagnostics;
using System.Net;
using Confluence.Generated.Tests.Http;
using Confluence.Generated.Tests.Telemetry;

namespace Confluence.Generated.Tests.Raw;

/// <summary>Listeners hear of raw requests under few names, and never of their paths.</summary>
[Collection(nameof(TelemetryTestsAlone))]
public sealed class RawTelemetryTests
{
    [Fact]
    public async Task Neither_spans_nor_measurements_hold_the_path()
    {
        using TelemetryListener listener = new("Raw.Patch");
        using Harness harness = Harness.Create();
        harness.Handler.Answer(HttpStatusCode.TooManyRequests, headers: ("Retry-After", "1")).Answer(HttpStatusCode.NotFound);

        await Assert.ThrowsAsync<ConfluenceApiException>(
            () => harness.Client.Raw.SendAsync(HttpMethod.Patch, "/wiki/api/v2/things/4711?q=4711", cancellationToken: TestContext.Current.CancellationToken));

        Activity span = Assert.Single(listener.Spans);
        Assert.Equal(("/wiki/api/v2/{path}", "PATCH"), (span.GetTagItem("url.template"), span.GetTagItem("http.request.method")));
        Assert.NotEmpty(listener.Measurements);
        Assert.DoesNotContain("4711", listener.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_caller_can_name_the_operation_and_its_path()
    {
        using TelemetryListener listener = new("Things.List");
        using Harness harness = Harness.Create();
        harness.Handler.Json("""{"results":[]}""");
        RawListOptions options = new() { OperationName = "Things.List", PathTemplate = "/wiki/api/v2/spaces/{id}/things" };

        Assert.Empty(await Paging.Pages.CollectAsync(harness.Client.Raw.GetListAsync("/wiki/api/v2/spaces/4711/things", options, TestContext.Current.CancellationToken)));

        Assert.Equal("/wiki/api/v2/spaces/{id}/things", Assert.Single(listener.Spans).GetTagItem("url.template"));
        Assert.DoesNotContain("4711", listener.Text, StringComparison.Ordinal);
    }
}

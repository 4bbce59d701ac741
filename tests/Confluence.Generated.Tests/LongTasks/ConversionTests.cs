using System.Net;
using Confluence.Generated.Tests.Http;
using Confluence.Generated.V1.Models;

namespace Confluence.Generated.Tests.LongTasks;

/// <summary>Waiting for a converted body.</summary>
public sealed class ConversionTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_converted_body_comes_when_it_is_complete()
    {
        using Harness harness = Script.Site();
        harness.Handler
            .Json("""{"asyncId":"c-1"}""")
            .Json(Script.Conversion("QUEUED")).Json(Script.Conversion("WORKING")).Json(Script.Conversion("RERUNNING", ",\"value\":\"old\"")).Json(Script.Conversion("NEW_STATE"))
            .Json(Script.Conversion("COMPLETED", ",\"value\":\"<p>new</p>\""));
        Told told = new();

        BodyConversion conversion = await harness.Client.V1.ContentBodies.AsyncConvertContentBodyRequestAsync(
            BodyConversionTarget.ExportView, new() { Value = "<p/>", Representation = ContentBodyCreateRepresentation.Storage }, cancellationToken: Token);
        AsyncContentBody body = await harness.Client.WaitForConversionAsync(conversion, new() { Progress = told }, Token);

        Assert.Equal("<p>new</p>", body.Value);
        Assert.Equal(6, harness.Handler.Requests.Count);
        Assert.Equal("/wiki/rest/api/contentbody/convert/async/c-1", harness.Handler.Last.Uri.AbsolutePath);
        Assert.Equal(5, told.All.Count);
        Assert.All(told.All, static progress => Assert.Equal(("c-1", null), (progress.TaskId, progress.PercentageComplete)));
    }

    [Fact]
    public async Task A_failed_conversion_says_why()
    {
        using Harness harness = Script.Site();
        harness.Handler.Json(Script.Conversion("FAILED", ",\"error\":\"macro\""));

        ConfluenceLongTaskException error = await Assert.ThrowsAsync<ConfluenceLongTaskException>(() => harness.Client.WaitForConversionAsync("c-1", cancellationToken: Token));

        Assert.StartsWith("The conversion 'c-1' failed. Confluence says: macro", error.Message, StringComparison.Ordinal);
        Assert.Equal(("c-1", (int?)null), (error.TaskId, error.PercentageComplete));
        Assert.Equal(["macro"], error.Messages);
    }

    [Fact]
    public async Task A_conversion_that_is_not_known_any_more_is_explained()
    {
        using Harness harness = Script.Site();
        harness.Handler.Answer(HttpStatusCode.NotFound);

        ConfluenceApiException error = await Assert.ThrowsAsync<ConfluenceApiException>(() => harness.Client.WaitForConversionAsync("c-1", cancellationToken: Token));

        Assert.Contains("for five minutes", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_time_limit_says_how_to_wait_again()
    {
        using Harness harness = Script.Site();
        TimeSpan limit = TimeSpan.FromSeconds(0.5);
        harness.Clock.Limits.Add(limit);
        harness.Handler.Json(Script.Conversion("WORKING"));

        ConfluenceTimeoutException error = await Assert.ThrowsAsync<ConfluenceTimeoutException>(() => harness.Client.WaitForConversionAsync("c-1", new() { TimeLimit = limit }, Token));

        Assert.Contains("call WaitForConversionAsync with this id", error.Message, StringComparison.Ordinal);
    }
}

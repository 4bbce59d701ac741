using System.Net;
using System.Text;
using Confluence.Generated.Tests.Http;
using Confluence.Generated.Tests.Telemetry;
using Polly;
using static Confluence.Generated.Tests.Http.TestOperations;

namespace Confluence.Generated.Tests.Pipeline;

/// <summary>With everything attached and servers that echo what they get, nothing secret is told to anybody.</summary>
public sealed class SecrecyTests
{
    private static readonly string[] s_echoing = ["X-Echo", "Deprecation", "Sunset", "RateLimit-Reason", "atl-request-id", "X-Seraph-LoginReason", "X-Failure-Category", "Set-Cookie", "X-Token"];

    private const string MediaToken = "eyJhbGciOiJIUzI1NiJ9-media-token";
    private const string Signature = "c2lnbmF0dXJlLW9mLXRoZS1maWxl";
    private const string Media = "https://media.example.com/file/1/binary?token=" + MediaToken + "&sig=" + Signature;

    private static readonly string s_basic = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{Harness.Email}:{Harness.Token}"));

    private readonly RecordingObserver _observer = new();
    private readonly List<string> _told = [];

    public static TheoryData<string> Runs() => ["success", "retries", "refusal", "download", "refused download", "lost download", "too many redirects", "redirect elsewhere", "download that waits", "unreadable", "a web page"];

    [Theory]
    [MemberData(nameof(Runs))]
    public async Task Nothing_secret_is_told_to_anybody(string run)
    {
        ConfluenceOperation operation = new($"secret{run.Replace(" ", string.Empty, StringComparison.Ordinal)}", "v1", "GET", "/wiki/rest/api/content/{id}/child/attachment/{attachmentId}/download");
        using TelemetryListener telemetry = new(operation.Name);
        using Harness harness = Harness.Create(options =>
        {
            (options.Observer, options.Retry.MaxRetries) = (_observer, 2);
            options.Pipeline = new ResiliencePipelineBuilder<ConfluenceResponseDetails>()
                .AddRetry(new Polly.Retry.RetryStrategyOptions<ConfluenceResponseDetails>
                {
                    ShouldHandle = arguments =>
                    {
                        _told.Add(arguments.Outcome.Result is { } result ? $"{result} {Headers(result)}" : RecordingObserver.Everything(arguments.Outcome.Exception!)); // One of the two is there.
                        return new ValueTask<bool>(false);
                    },
                })
                .Build();
        });
        Script(harness.Handler, run);
        ConfluenceRequestOptions settings = new()
        {
            OnWait = wait => _told.Add($"{wait}"),
            OnResponse = answer => _told.Add($"{answer} {answer.Quota} {answer.RequestId} {Headers(answer)}"),
            MaxWait = TimeSpan.FromMinutes(1),
        };
        bool isDownload = run.Contains("download", StringComparison.Ordinal) || run.Contains("redirect", StringComparison.Ordinal);

        Exception? failure = await Record.ExceptionAsync(async () =>
        {
            if (isDownload)
            {
                await using ConfluenceDownload download = await harness.DownloadAsync(Request(operation, options: settings));
                _told.Add($"{download} {download.FileName} {download.ContentType}");
            }
            else
            {
                await harness.GetAsync(Request(operation, options: settings));
            }
        });

        bool succeeds = run is "success" or "retries" or "download" or "download that waits";
        Assert.Equal(succeeds, failure is null);
        string all = string.Join("\n", [.. _observer.Texts, .. harness.Log, .. _told, telemetry.Text, failure is null ? string.Empty : RecordingObserver.Everything(failure)]);
        Assert.Contains(operation.Id, all, StringComparison.Ordinal);
        Assert.NotEmpty(telemetry.Spans);
        foreach (string secret in new[] { Harness.Token, Harness.Email, s_basic, MediaToken, Signature })
        {
            Assert.DoesNotContain(secret, all, StringComparison.OrdinalIgnoreCase);
        }
    }

    private static string Headers(ConfluenceResponseDetails answer) => string.Join("\n", answer.Headers.Select(static header => $"{header.Key}: {string.Join(", ", header.Value)}"));

    private static void Script(StubHandler handler, string run)
    {
        _ = run switch
        {
            "success" => Echo(handler, HttpStatusCode.OK),
            "retries" => Echo(Echo(Echo(handler, HttpStatusCode.ServiceUnavailable), HttpStatusCode.TooManyRequests), HttpStatusCode.OK),
            "refusal" => Echo(handler, HttpStatusCode.Forbidden),
            "download" => Echo(Redirected(handler), HttpStatusCode.OK),
            "refused download" => Echo(Redirected(handler), HttpStatusCode.Forbidden),
            "lost download" => Redirected(Redirected(Redirected(handler).Fail(Lost())).Fail(Lost())).Fail(Lost()),
            "too many redirects" => Enumerable.Range(0, 9).Aggregate(handler, static (all, _) => Redirected(all)),
            "redirect elsewhere" => handler.Answer(HttpStatusCode.Found, headers: ("Location", Media.Replace("https:", "http:", StringComparison.Ordinal))),
            "download that waits" => Echo(Redirected(Echo(Redirected(handler), HttpStatusCode.TooManyRequests)), HttpStatusCode.OK),
            "a web page" => Echo(Echo(Echo(handler, HttpStatusCode.OK, "text/html"), HttpStatusCode.OK, "text/html"), HttpStatusCode.OK, "text/html"),
            _ => Echo(handler, HttpStatusCode.OK, json: "[{0}"),
        };
    }

    private static StubHandler Redirected(StubHandler handler) => handler.Answer(HttpStatusCode.Found, headers: ("Location", Media));

    private static HttpRequestException Lost() => new(HttpRequestError.ResponseEnded, "The connection ended.");

    /// <summary>An answer that holds all that was sent, in its body and in headers of all kinds.</summary>
    private static StubHandler Echo(StubHandler handler, HttpStatusCode status, string contentType = "application/json", string json = "{0}") => handler.Then((sent, _) =>
    {
        bool isMedia = sent.Uri.Host == "media.example.com";
        string secret = isMedia ? sent.Uri.AbsoluteUri : $"{sent.Header("Authorization")} {Harness.Email}:{Harness.Token}";
        string page = $$"""{"id":"9","message":"{{secret}}"}""";
        HttpResponseMessage response = new(status)
        {
            Content = new StringContent(contentType == "text/html" ? $"<html><title>{secret}</title>{secret}</html>" : json.Replace("{0}", page, StringComparison.Ordinal), Encoding.UTF8, contentType),
        };
        foreach (string name in s_echoing)
        {
            response.Headers.TryAddWithoutValidation(name, secret);
        }

        response.Headers.TryAddWithoutValidation("Warning", $"299 - \"{secret}\"");
        response.Headers.TryAddWithoutValidation("X-RateLimit-Remaining", "60000");
        response.Headers.TryAddWithoutValidation("Location", Media);
        response.Headers.TryAddWithoutValidation("Link", $"<{(isMedia ? Media : "https://acme.atlassian.net/x")}>; rel=next");
        return Task.FromResult(response);
    });
}

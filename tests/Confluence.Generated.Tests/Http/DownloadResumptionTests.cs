using System.Net;
using System.Text;
using static Confluence.Generated.Tests.Http.TestOperations;

namespace Confluence.Generated.Tests.Http;

/// <summary>Downloads that break off, and go on where the server allows it.</summary>
public sealed class DownloadResumptionTests
{
    private const string Tag = "\"v1\"";

    [Fact]
    public async Task A_download_that_breaks_goes_on_from_the_site_to_a_new_address_without_the_credential()
    {
        using Harness harness = Harness.Create();
        Redirect(harness, "https://media.example/1?token=old");
        Break(harness, "abc", ("Content-Length", "7"));
        Redirect(harness, "https://media.example/1?token=new");
        Part(harness, "defg", "bytes 3-6/7");

        Assert.Equal("abcdefg", await ReadAsync(harness));

        Sent[] sent = [.. harness.Handler.Requests];
        Assert.Equal(4, sent.Length);
        Assert.Equal((null, null), (sent[1].Header("Range"), sent[1].Header("If-Range")));
        Assert.NotNull(sent[2].Header("Authorization"));
        Assert.Equal(new Uri("https://media.example/1?token=new"), sent[3].Uri);
        Assert.Null(sent[3].Header("Authorization"));
        Assert.Equal(("bytes=3-", Tag), (sent[3].Header("Range"), sent[3].Header("If-Range")));
    }

    [Fact]
    public async Task Disposing_a_resumed_download_lets_all_answers_go()
    {
        using Harness harness = Harness.Create();
        Break(harness, "abc");
        Part(harness, "defg", "bytes 3-6/7");

        await ReadAsync(harness);

        Assert.Equal(2, harness.Handler.Contents.Count);
        Assert.All(harness.Handler.Contents, static content => Assert.True(content.IsDisposed));
    }

    [Fact]
    public async Task Content_that_ends_before_its_length_goes_on()
    {
        using Harness harness = Harness.Create();
        harness.Handler.Stream(HttpStatusCode.OK, new MemoryStream("abc"u8.ToArray()), headers: [("Accept-Ranges", "bytes"), ("ETag", Tag), ("Content-Length", "7")]);
        Part(harness, "defg", "bytes 3-6/7");

        Assert.Equal("abcdefg", await ReadAsync(harness));
    }

    [Fact]
    public async Task A_download_that_stalls_goes_on()
    {
        using Harness harness = Harness.Create();
        harness.Handler.Stream(HttpStatusCode.OK, new BrokenStream("abc"u8.ToArray(), isStalling: true), headers: [("Accept-Ranges", "bytes"), ("ETag", Tag)]);
        Part(harness, "defg", "bytes 3-6/7");
        await using ConfluenceDownload download = await harness.DownloadAsync(Request(Download));
        byte[] buffer = new byte[10];
        Assert.Equal(3, await download.Content.ReadAsync(buffer, TestContext.Current.CancellationToken));

        Task<int> read = download.Content.ReadAsync(buffer, TestContext.Current.CancellationToken).AsTask();
        harness.Clock.Advance(TimeSpan.FromSeconds(60));

        Assert.Equal(4, await read);
    }

    [Fact]
    public async Task The_length_of_the_rest_is_checked_too()
    {
        using Harness harness = Harness.Create();
        Break(harness, "abc");
        Part(harness, "de", "bytes 3-6/7");
        Part(harness, "fg", "bytes 5-6/7");

        Assert.Equal("abcdefg", await ReadAsync(harness));
        Assert.Equal("bytes=5-", harness.Handler.Last.Header("Range"));
    }

    [Fact]
    public async Task A_file_that_has_changed_is_named_and_never_mixed()
    {
        using Harness harness = Harness.Create();
        Break(harness, "abc", ("Content-Disposition", "attachment; filename=\"plan.pdf\""));
        harness.Handler.Answer(HttpStatusCode.OK, "ABCDEFG");

        ConfluenceConnectionException exception = await Assert.ThrowsAsync<ConfluenceConnectionException>(() => ReadAsync(harness));

        Assert.Contains("after 3 bytes of the file 'plan.pdf', and it could not be resumed: the server sent a whole file instead of the rest, so the file has changed.", exception.Message, StringComparison.Ordinal);
        Assert.Same(Download, exception.Operation);
    }

    [Theory]
    [InlineData("bytes 2-6/7", Tag)]
    [InlineData("bytes 3-7/8", Tag)]
    [InlineData("pages 3-6/7", Tag)]
    [InlineData(null, Tag)]
    [InlineData("bytes 3-6/7", "\"v2\"")]
    public async Task A_part_of_something_else_is_refused(string? range, string tag)
    {
        using Harness harness = Harness.Create();
        Break(harness, "abc", ("Content-Length", "7"));
        Part(harness, "defg", range, tag);

        ConfluenceConnectionException exception = await Assert.ThrowsAsync<ConfluenceConnectionException>(() => ReadAsync(harness));

        Assert.Contains("after 3 bytes of the file without a name, and it could not be resumed: ", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_resumption_says_why()
    {
        using Harness harness = Harness.Create();
        Break(harness, "abc");
        harness.Handler.Answer(HttpStatusCode.Forbidden);

        ConfluenceConnectionException exception = await Assert.ThrowsAsync<ConfluenceConnectionException>(() => ReadAsync(harness));

        Assert.Equal(HttpStatusCode.Forbidden, Assert.IsType<ConfluenceApiException>(exception.InnerException).StatusCode);
    }

    [Fact]
    public async Task Three_resumptions_that_bring_nothing_are_the_last()
    {
        using Harness harness = Harness.Create();
        Break(harness, "abc");
        for (int i = 0; i < 5; i++)
        {
            harness.Handler.Stream(HttpStatusCode.PartialContent, new BrokenStream([]), headers: [("ETag", Tag), ("Content-Range", "bytes 3-6/7")]);
        }

        await Assert.ThrowsAsync<ConfluenceConnectionException>(() => ReadAsync(harness));

        Assert.Equal(4, harness.Handler.Requests.Count);
    }

    [Theory]
    [InlineData("none", Tag, null)]
    [InlineData(null, Tag, null)]
    [InlineData("bytes", "W/\"v1\"", null)]
    [InlineData("bytes", null, null)]
    [InlineData("bytes", null, "Mon, 01 Jun 2026 10:00:00 GMT")]
    public async Task Without_ranges_or_a_strong_validator_nothing_is_resumed(string? ranges, string? tag, string? modified)
    {
        using Harness harness = Harness.Create();
        (string, string)[] headers = [.. new[] { ("Accept-Ranges", ranges), ("ETag", tag), ("Last-Modified", modified), ("Date", "Mon, 01 Jun 2026 10:00:00 GMT") }
            .Where(static header => header.Item2 is not null).Select(static header => (header.Item1, header.Item2 ?? string.Empty))];
        harness.Handler.Stream(HttpStatusCode.OK, new BrokenStream("abc"u8.ToArray()), headers: headers);

        await Assert.ThrowsAsync<ConfluenceConnectionException>(() => ReadAsync(harness));

        Assert.Single(harness.Handler.Requests);
    }

    [Fact]
    public async Task A_date_that_is_older_than_the_answer_identifies_the_file()
    {
        using Harness harness = Harness.Create();
        harness.Handler.Stream(HttpStatusCode.OK, new BrokenStream("abc"u8.ToArray()), headers: [("Accept-Ranges", "bytes"), ("Last-Modified", "Mon, 01 Jun 2026 10:00:00 GMT"), ("Date", "Mon, 01 Jun 2026 10:00:01 GMT")]);
        Part(harness, "defg", "bytes 3-6/7");

        Assert.Equal("abcdefg", await ReadAsync(harness));
        Assert.Equal("Mon, 01 Jun 2026 10:00:00 GMT", harness.Handler.Last.Header("If-Range"));
    }

    [Fact]
    public async Task Progress_goes_on_counting_over_a_resumption()
    {
        using Harness harness = Harness.Create();
        Break(harness, "abc");
        Part(harness, "defg", "bytes 3-6/7");
        await using ConfluenceDownload download = await harness.DownloadAsync(Request(Download));
        Told told = new();
        using MemoryStream copy = new();

        await download.CopyToAsync(copy, told, TestContext.Current.CancellationToken);

        Assert.Equal("abcdefg"u8, copy.ToArray());
        Assert.Equal([3, 7], told.Counts);
    }

    private static async Task<string> ReadAsync(Harness harness)
    {
        await using ConfluenceDownload download = await harness.DownloadAsync(Request(Download));
        using MemoryStream copy = new();
        await download.Content.CopyToAsync(copy, TestContext.Current.CancellationToken);
        return Encoding.UTF8.GetString(copy.ToArray());
    }

    private static void Redirect(Harness harness, string to) => harness.Handler.Answer(HttpStatusCode.Found, headers: ("Location", to));

    private static void Break(Harness harness, string beginning, params (string, string)[] headers) =>
        harness.Handler.Stream(HttpStatusCode.OK, new BrokenStream(Encoding.UTF8.GetBytes(beginning)), headers: [("Accept-Ranges", "bytes"), ("ETag", Tag), .. headers]);

    private static void Part(Harness harness, string content, string? range, string tag = Tag) =>
        harness.Handler.Answer(HttpStatusCode.PartialContent, content, headers: range is null ? [("ETag", tag)] : [("ETag", tag), ("Content-Range", range)]);
}

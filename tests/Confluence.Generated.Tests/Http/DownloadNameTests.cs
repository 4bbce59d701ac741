using System.Net;
using static Confluence.Generated.Tests.Http.TestOperations;

namespace Confluence.Generated.Tests.Http;

/// <summary>The names of downloaded files.</summary>
public sealed class DownloadNameTests
{
    [Theory]
    [InlineData("attachment; filename=\"../../etc/passwd\"", "passwd")]
    [InlineData("attachment; filename=\"C:\\\\dir\\\\a.txt\"", "a.txt")]
    [InlineData("attachment; filename*=UTF-8''%C3%BC.png", "ü.png")]
    [InlineData("attachment; filename=\"u.png\"; filename*=UTF-8''%C3%BC.png", "ü.png")]
    [InlineData("attachment; filename=\".\"", null)]
    [InlineData("attachment; filename=\"folder/\"", null)]
    [InlineData("attachment; filename=\"..\"", null)]
    [InlineData("inline", null)]
    public async Task The_name_of_a_download_never_holds_a_folder(string disposition, string? name)
    {
        using Harness harness = Harness.Create();
        harness.Handler.Answer(HttpStatusCode.OK, "c", headers: ("Content-Disposition", disposition));

        using ConfluenceDownload download = await harness.DownloadAsync(Request(Download));

        Assert.Equal(name, download.FileName);
    }

    [Theory]
    [InlineData("attachment; filename=\"Übersicht ✓.png\"", "Übersicht ✓.png")]
    [InlineData("attachment; filename=Übersicht.png; size=3", "Übersicht.png")]
    [InlineData("attachment; filename=\"日本語.txt\"", "日本語.txt")]
    [InlineData("inline; filename=\"../日本.txt\"", "日本.txt")]
    public async Task A_name_in_plain_UTF8_is_read_as_such(string disposition, string name)
    {
        using RawServer server = new((_, stream) => RawServer.AnswerAsync(
            stream, [.. "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Disposition: "u8, .. System.Text.Encoding.UTF8.GetBytes(disposition), .. "\r\n\r\nx"u8]));
        using ConfluenceClient client = new(server.Site, new BearerTokenCredential("abc"));

        await using ConfluenceDownload download = await client.Transport.DownloadAsync(Request(Download), TestContext.Current.CancellationToken);

        Assert.Equal(name, download.FileName);
    }

    [Theory]
    [InlineData("attachment; filename=\"\u00FCber.png\"", "über.png")]
    [InlineData("attachment; filename=\"日本語.txt\"", "日本語.txt")]
    public async Task A_name_that_is_no_UTF8_stays_as_the_framework_reads_it(string disposition, string name)
    {
        using Harness harness = Harness.Create();
        harness.Handler.Answer(HttpStatusCode.OK, "c", headers: ("Content-Disposition", disposition));

        await using ConfluenceDownload download = await harness.DownloadAsync(Request(Download));

        Assert.Equal(name, download.FileName);
    }
}

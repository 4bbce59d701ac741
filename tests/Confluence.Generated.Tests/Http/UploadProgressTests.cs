using System.Net;
using Confluence.Generated.Requests;
using static Confluence.Generated.Tests.Http.TestOperations;

namespace Confluence.Generated.Tests.Http;

/// <summary>Who sends a file is told how far it has come.</summary>
public sealed class UploadProgressTests
{
    [Theory]
    [InlineData("bytes")]
    [InlineData("stream")]
    [InlineData("once")]
    public async Task Progress_ends_with_the_length_of_the_file(string source)
    {
        using Harness harness = Harness.Create();
        harness.Handler.Json("{}");
        Told told = new();
        byte[] content = new byte[200_000];

        await UploadAsync(harness, (source switch
        {
            "bytes" => FileUpload.FromBytes("a.txt", content),
            "stream" => FileUpload.FromStream("a.txt", new MemoryStream(content)),
            _ => FileUpload.FromStream("a.txt", new OneWayStream(content)),
        }).WithProgress(told));

        Assert.True(told.Counts.Count > 1);
        Assert.Equal(told.Counts.Order(), told.Counts);
        Assert.Equal(content.Length, told.Counts[^1]);
    }

    [Fact]
    public async Task Progress_of_a_request_that_is_sent_again_begins_again()
    {
        using Harness harness = Harness.Create();
        harness.Handler.Answer(HttpStatusCode.TooManyRequests, headers: ("Retry-After", "1")).Json("{}");
        Told told = new();

        await UploadAsync(harness, FileUpload.FromStream("a.txt", new MemoryStream("abc"u8.ToArray())).WithProgress(told));

        Assert.Equal([3, 3], told.Counts);
    }

    [Fact]
    public void Progress_changes_nothing_else()
    {
        FileUpload file = FileUpload.FromStream("a.png", new OneWayStream([]));

        FileUpload told = file.WithProgress(new Told());

        Assert.Equal((file.FileName, file.ContentType, file.IsReplayable), (told.FileName, told.ContentType, told.IsReplayable));
    }

    private static Task UploadAsync(Harness harness, FileUpload file) =>
        harness.SendAsync(Request(CreateAttachment, body: RequestBody.Multipart(new MultipartForm().File("file", file))));
}

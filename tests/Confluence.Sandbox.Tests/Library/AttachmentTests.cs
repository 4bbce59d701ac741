using System.Text;
using Confluence.Generated;
using Confluence.Generated.V1.Models;
using Confluence.Generated.V2.Models;

namespace Confluence.Sandbox.Tests.Library;

/// <summary>Attachments through the library: upload, rename, new version, and a download that follows to the media store without the credential.</summary>
public sealed class AttachmentTests
{
    [Fact]
    public async Task A_file_goes_up_gets_a_name_and_a_version_and_comes_down_again()
    {
        CancellationToken token = TestContext.Current.CancellationToken;
        await using ConfluenceSandbox sandbox = await ConfluenceSandbox.StartAsync(cancellationToken: token);
        using ConfluenceClient client = new(sandbox.BaseAddress.ToString(), new ApiTokenCredential(sandbox.Email, sandbox.ApiToken));
        string page = sandbox.Truth.BlogPostIds.First();

        var uploaded = await client.V1.Attachments.CreateAttachmentAsync(page, Upload("größe 図.txt", "one"), cancellationToken: token);
        string id = Assert.Single(uploaded.Results ?? []).Id ?? "";
        AttachmentDetails read = await client.Attachments.GetAttachmentByIdAsync(id, cancellationToken: token);
        await client.V1.Attachments.UpdateAttachmentPropertiesAsync(page, id, AttachmentPropertiesUpdateRequest.From(read, title: "new name.txt"), cancellationToken: token);
        await client.V1.Attachments.UpdateAttachmentDataAsync(page, id, Upload("ignored.txt", "two – ü"), cancellationToken: token);

        Assert.Equal(("größe 図.txt", "Größe"), (read.Title, read.Comment));
        await using ConfluenceDownload download = await client.V1.Attachments.DownloadAttachmentAsync(page, id, cancellationToken: token);
        using StreamReader reader = new(download.Content);
        Assert.Equal("two – ü", await reader.ReadToEndAsync(token));
        Assert.Equal("new name.txt", download.FileName);
        SandboxAttachment truth = sandbox.Truth.Attachments(page).Single(attachment => attachment.Id == id);
        Assert.Equal(("new name.txt", 2), (truth.Title, truth.Versions.Count));
    }

    private static AttachmentUpload Upload(string name, string text) =>
        new() { File = FileUpload.FromBytes(name, Encoding.UTF8.GetBytes(text), "text/plain"), Comment = "Größe", MinorEdit = false };
}

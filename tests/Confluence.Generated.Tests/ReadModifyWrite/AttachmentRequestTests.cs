using Confluence.Generated.V1.Models;
using Confluence.Generated.V2.Models;

namespace Confluence.Generated.Tests.ReadModifyWrite;

/// <summary>The request that renames an attachment.</summary>
public sealed class AttachmentRequestTests
{
    private const string Json = """
        {"id":"att42","status":"current","title":"plan.png","mediaType":"image/png","mediaTypeDescription":null,"comment":"first","fileId":"f","fileSize":7,
         "pageId":"9","version":{"number":3,"message":"m","minorEdit":false,"createdAt":"2026-05-27T07:09:12Z"},"surprise":1,"_links":{"webui":"/x"}}
        """;

    [Fact]
    public void An_attachment_keeps_its_version_when_only_its_properties_change()
    {
        const string Expected = """{"id":"att42","type":"attachment","title":"plan.png","metadata":{"mediaType":"image/png"},"version":{"when":"2026-05-27T07:09:12Z","number":3,"minorEdit":false}}""";

        Assert.Equal(Expected, Sent(AttachmentPropertiesUpdateRequest.From(Read.As<AttachmentDetails>(Json))));
        Assert.Equal(Expected, Sent(AttachmentPropertiesUpdateRequest.From(Read.As<Attachment>(Json))));
    }

    [Fact]
    public void Every_argument_changes_what_it_names() => Assert.Equal(
        """{"id":"att42","type":"attachment","title":"new.jpg","metadata":{"mediaType":"image/jpeg"},"version":{"when":"2026-05-27T07:09:12Z","number":3,"minorEdit":false}}""",
        Sent(AttachmentPropertiesUpdateRequest.From(Read.As<AttachmentDetails>(Json), "new.jpg", "image/jpeg")));

    [Fact]
    public void A_media_type_that_did_not_come_is_not_sent() => Assert.Equal(
        """{"id":"att42","type":"attachment","title":"a","version":{"when":null,"number":1,"minorEdit":false}}""",
        Sent(AttachmentPropertiesUpdateRequest.From(Read.As<Attachment>("""{"id":"att42","title":"a","version":{"number":1}}"""))));

    [Theory]
    [InlineData("""{"title":"a","version":{"number":1}}""", "The attachment was read without its id")]
    [InlineData("""{"id":"att1","version":{"number":1}}""", "The attachment att1 was read without its title")]
    [InlineData("""{"id":"att1","title":"a"}""", "The attachment att1 was read without a version number")]
    [InlineData("""{"id":"att1","title":"a","status":"trashed","version":{"number":1}}""", "The attachment att1 has the status trashed; an update takes only what is current. Restore it first.")]
    public void What_cannot_be_written_is_refused(string read, string said)
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => AttachmentPropertiesUpdateRequest.From(Read.As<Attachment>(read)));

        Assert.StartsWith(said, error.Message, StringComparison.Ordinal);
        Assert.Equal("attachment", error.ParamName);
    }

    [Theory]
    [InlineData("", null, "title")]
    [InlineData(null, "", "mediaType")]
    public void Empty_arguments_are_refused(string? title, string? mediaType, string argument) => Assert.Equal(
        argument,
        Assert.Throws<ArgumentException>(() => AttachmentPropertiesUpdateRequest.From(Read.As<Attachment>(Json), title, mediaType)).ParamName);

    private static string Sent(AttachmentPropertiesUpdateRequest request) => Read.Sent(request);
}

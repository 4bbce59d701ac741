using Confluence.Generated.V2.Models;

namespace Confluence.Generated.Tests.ReadModifyWrite;

/// <summary>The requests that write blog posts, custom content and comments back.</summary>
public sealed class ContentRequestTests
{
    private const string Shared = """
        "id":"42","title":"T","spaceId":"7","createdAt":"2026-05-27T07:09:12Z","version":{"number":5,"message":"last"},"body":{"storage":{"value":"x"}},"surprise":1
        """;

    private const string BlogPost = $$"""{"status":"current",{{Shared}}}""";
    private const string CustomContent = $$"""{"status":"current","type":"ac:app:note","pageId":"1",{{Shared}}}""";
    private const string Comment = $$"""{"status":"current","pageId":"1","resolutionStatus":"open",{{Shared}}}""";

    [Fact]
    public void A_blog_post_is_written_as_it_was_read()
    {
        const string Expected = """{"id":"42","status":"current","title":"T","body":{"representation":"storage","value":"x"},"version":{"number":6}}""";

        Assert.Equal(Expected, Read.Sent(BlogPostUpdateRequest.From(Read.As<BlogPostSingle>(BlogPost))));
        Assert.Equal(Expected, Read.Sent(BlogPostUpdateRequest.From(Read.As<BlogPostBulk>(BlogPost))));
    }

    [Fact]
    public void Every_argument_for_a_blog_post_changes_what_it_names()
    {
        const string Expected = """{"id":"42","status":"draft","title":"New","body":{"representation":"atlas_doc_format","value":"{}"},"version":{"number":1,"message":"why"},"createdAt":"2026-01-02T02:04:05.678Z"}""";
        BlogPostBodyWrite body = new() { Representation = BodyWriteRepresentation.AtlasDocFormat, Value = "{}" };
        DateTimeOffset createdAt = new(2026, 1, 2, 3, 4, 5, 678, TimeSpan.FromHours(1));

        WireEqual(Expected, Read.Sent(BlogPostUpdateRequest.From(Read.As<BlogPostSingle>(BlogPost), "New", body, "why", WritableContentStatus.Draft, createdAt)));
        WireEqual(Expected, Read.Sent(BlogPostUpdateRequest.From(Read.As<BlogPostBulk>(BlogPost), "New", body, "why", WritableContentStatus.Draft, createdAt)));
    }

    [Fact]
    public void A_blog_post_that_cannot_be_written_is_refused()
    {
        Read.Refused(() => BlogPostUpdateRequest.From(Read.As<BlogPostSingle>("""{"id":"42","status":"current","title":"T","version":{"number":1},"body":{}}""")), "blogPost", "blog post 42", "without its body");
        Read.Refused(() => BlogPostUpdateRequest.From(Read.As<BlogPostBulk>("""{"id":"42","status":"trashed","title":"T","version":{"number":1}}""")), "blogPost", "blog post 42", "bring it back");
        Read.Refused(() => BlogPostUpdateRequest.From((BlogPostSingle)null!), "blogPost"); // What callers without nullable types may do.
    }

    [Fact]
    public void Custom_content_is_written_as_it_was_read_where_it_is()
    {
        const string Expected = """{"id":"42","type":"ac:app:note","status":"current","title":"T","body":{"representation":"storage","value":"x"},"version":{"number":6}}""";

        Assert.Equal(Expected, Read.Sent(CustomContentUpdateRequest.From(Read.As<CustomContentSingle>(CustomContent))));
        Assert.Equal(Expected, Read.Sent(CustomContentUpdateRequest.From(Read.As<CustomContentBulk>(CustomContent))));
    }

    [Fact]
    public void Every_argument_for_custom_content_changes_what_it_names()
    {
        CustomContentSingle single = Read.As<CustomContentSingle>(CustomContent);
        CustomContentBulk bulk = Read.As<CustomContentBulk>(CustomContent);
        CustomContentBodyWrite body = new() { Representation = CustomContentBodyRepresentation.Raw, Value = "n" };
        const string Expected = """{"id":"42","type":"ac:app:note","status":"current","pageId":"2","title":"New","body":{"representation":"raw","value":"n"},"version":{"number":6,"message":"why"}}""";

        WireEqual(Expected, Read.Sent(CustomContentUpdateRequest.From(single, "New", body, "why", pageId: "2")));
        WireEqual(Expected, Read.Sent(CustomContentUpdateRequest.From(bulk, "New", body, "why", pageId: "2")));
        Assert.Equal("3", CustomContentUpdateRequest.From(single, blogPostId: "3").BlogPostId);
        Assert.Equal("3", CustomContentUpdateRequest.From(bulk, blogPostId: "3").BlogPostId);
        Assert.Equal("4", CustomContentUpdateRequest.From(single, customContentId: "4").CustomContentId);
        Assert.Equal("4", CustomContentUpdateRequest.From(bulk, customContentId: "4").CustomContentId);
        Read.Refused(() => CustomContentUpdateRequest.From(single, pageId: "2", blogPostId: "3"), "customContent", "custom content 42", "at most one of");
        Read.Refused(() => CustomContentUpdateRequest.From(single, pageId: ""), "pageId", "custom content 42", "empty");
        Read.Refused(() => CustomContentUpdateRequest.From(bulk, blogPostId: "3", customContentId: "4"), "customContent", "at most one of");
    }

    [Fact]
    public void Custom_content_takes_its_raw_body_back()
    {
        CustomContentSingle content = Read.As<CustomContentSingle>("""{"id":"42","type":"t","status":"current","title":"T","version":{"number":1},"body":{"raw":{"value":"{\"a\":1}"},"view":{"value":"v"}}}""");

        Assert.Equal(CustomContentBodyRepresentation.Raw, CustomContentUpdateRequest.From(content).Body.Representation);
        Assert.Equal("""{"a":1}""", CustomContentUpdateRequest.From(content).Body.Value);
    }

    [Fact]
    public void Custom_content_that_cannot_be_written_is_refused()
    {
        Read.Refused(() => CustomContentUpdateRequest.From(Read.As<CustomContentSingle>("""{"id":"42","type":"t","status":"current","title":"T","version":{"number":1},"body":{"view":{"value":"v"}}}""")), "customContent", "as view, which");
        Read.Refused(() => CustomContentUpdateRequest.From(Read.As<CustomContentSingle>("""{"id":"42","type":"t","status":"trashed","title":"T","version":{"number":1}}""")), "customContent", "status trashed", "Bring it back");
        Read.Refused(() => CustomContentUpdateRequest.From(Read.As<CustomContentBulk>("""{"id":"42","status":"current","title":"T","version":{"number":1},"body":{"raw":{"value":"x"}}}""")), "customContent", "without its type");
    }

    [Fact]
    public void A_footer_comment_is_written_as_it_was_read_whatever_list_it_came_in()
    {
        const string Expected = """{"version":{"number":6},"body":{"representation":"storage","value":"x"}}""";

        Assert.Equal(Expected, Read.Sent(UpdateFooterCommentModel.From(Read.As<FooterCommentModel>(Comment))));
        Assert.Equal(Expected, Read.Sent(UpdateFooterCommentModel.From(Read.As<PageCommentModel>(Comment))));
        Assert.Equal(Expected, Read.Sent(UpdateFooterCommentModel.From(Read.As<BlogPostCommentModel>(Comment))));
        Assert.Equal(Expected, Read.Sent(UpdateFooterCommentModel.From(Read.As<AttachmentCommentModel>(Comment))));
        Assert.Equal(Expected, Read.Sent(UpdateFooterCommentModel.From(Read.As<CustomContentCommentModel>(Comment))));
        Assert.Equal(Expected, Read.Sent(UpdateFooterCommentModel.From(Read.As<ChildrenCommentModel>(Comment))));
    }

    [Fact]
    public void An_inline_comment_is_written_as_it_was_read_whatever_list_it_came_in()
    {
        const string Expected = """{"version":{"number":6,"message":"why"},"body":{"representation":"storage","value":"x"},"resolved":true}""";

        Assert.Equal(Expected, Read.Sent(UpdateInlineCommentModel.From(Read.As<InlineCommentModel>(Comment), message: "why", resolved: true)));
        Assert.Equal(Expected, Read.Sent(UpdateInlineCommentModel.From(Read.As<PageInlineCommentModel>(Comment), message: "why", resolved: true)));
        Assert.Equal(Expected, Read.Sent(UpdateInlineCommentModel.From(Read.As<BlogPostInlineCommentModel>(Comment), message: "why", resolved: true)));
        Assert.Equal(Expected, Read.Sent(UpdateInlineCommentModel.From(Read.As<InlineCommentChildrenModel>(Comment), message: "why", resolved: true)));
        Assert.Equal(
            """{"version":{"number":6},"body":{"representation":"storage","value":"x"}}""", Read.Sent(UpdateInlineCommentModel.From(Read.As<InlineCommentModel>(Comment))));
    }

    [Fact]
    public void A_comment_takes_another_body_and_a_message()
    {
        CommentBodyWrite body = new() { Representation = BodyWriteRepresentation.Storage, Value = "<p>new</p>" };

        UpdateFooterCommentModel footer = UpdateFooterCommentModel.From(Read.As<FooterCommentModel>(Comment), body, "why");
        UpdateInlineCommentModel inline = UpdateInlineCommentModel.From(Read.As<InlineCommentModel>(Comment), body);

        Assert.Same(body, footer.Body);
        Assert.Equal("why", footer.Version?.Message);
        Assert.Same(body, inline.Body);
    }

    [Fact]
    public void A_comment_that_cannot_be_written_is_refused()
    {
        Read.Refused(() => UpdateFooterCommentModel.From(Read.As<FooterCommentModel>("""{"id":"42","status":"current","version":{"number":1},"body":{"view":{"value":"v"}}}""")), "comment", "footer comment 42", "as view, which");
        Read.Refused(() => UpdateFooterCommentModel.From(Read.As<PageCommentModel>("""{"id":"42","status":"historical","version":{"number":1},"body":{"storage":{"value":"v"}}}""")), "comment", "status historical", "latest version");
        Read.Refused(() => UpdateInlineCommentModel.From(Read.As<InlineCommentModel>("""{"id":"42","status":"current","body":{"storage":{"value":"v"}}}""")), "comment", "inline comment 42", "version number");
    }

    [Fact]
    public void A_dangling_comment_changes_its_text_but_not_its_resolution()
    {
        InlineCommentModel dangling = Read.As<InlineCommentModel>("""{"id":"42","status":"current","resolutionStatus":"dangling","version":{"number":1},"body":{"storage":{"value":"v"}}}""");

        Read.Refused(() => UpdateInlineCommentModel.From(dangling, resolved: true), "comment", "inline comment 42", "Leave out the argument resolved");
        Assert.Equal(2, UpdateInlineCommentModel.From(dangling).Version?.Number);
    }

    private static void WireEqual(string expected, string actual) => Contract.Wire.WireJson.AssertSame(expected, actual);
}

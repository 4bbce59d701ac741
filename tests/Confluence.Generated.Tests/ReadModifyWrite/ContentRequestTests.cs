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

        Assert.Equal(Expected, Read.Sent(BlogPostUpdateRequest.From(Read.As<BlogPostDetails>(BlogPost))));
        Assert.Equal(Expected, Read.Sent(BlogPostUpdateRequest.From(Read.As<BlogPost>(BlogPost))));
    }

    [Fact]
    public void Every_argument_for_a_blog_post_changes_what_it_names()
    {
        const string Expected = """{"id":"42","status":"draft","title":"New","body":{"representation":"atlas_doc_format","value":"{}"},"version":{"number":1,"message":"why"},"createdAt":"2026-01-02T02:04:05.678Z"}""";
        BlogPostBodyWrite body = new() { Representation = BodyWriteRepresentation.AtlasDocFormat, Value = "{}" };
        DateTimeOffset createdAt = new(2026, 1, 2, 3, 4, 5, 678, TimeSpan.FromHours(1));

        WireEqual(Expected, Read.Sent(BlogPostUpdateRequest.From(Read.As<BlogPostDetails>(BlogPost), "New", body, "why", ContentStatus.Draft, createdAt)));
        WireEqual(Expected, Read.Sent(BlogPostUpdateRequest.From(Read.As<BlogPost>(BlogPost), "New", body, "why", ContentStatus.Draft, createdAt)));
    }

    [Fact]
    public void A_blog_post_that_cannot_be_written_is_refused()
    {
        Read.Refused(() => BlogPostUpdateRequest.From(Read.As<BlogPostDetails>("""{"id":"42","status":"current","title":"T","version":{"number":1},"body":{}}""")), "blogPost", "blog post 42", "without its body");
        Read.Refused(() => BlogPostUpdateRequest.From(Read.As<BlogPost>("""{"id":"42","status":"trashed","title":"T","version":{"number":1}}""")), "blogPost", "blog post 42", "bring it back");
        Read.Refused(() => BlogPostUpdateRequest.From((BlogPostDetails)null!), "blogPost"); // What callers without nullable types may do.
    }

    [Fact]
    public void Custom_content_is_written_as_it_was_read_where_it_is()
    {
        const string Expected = """{"id":"42","type":"ac:app:note","status":"current","title":"T","body":{"representation":"storage","value":"x"},"version":{"number":6}}""";

        Assert.Equal(Expected, Read.Sent(CustomContentUpdateRequest.From(Read.As<CustomContentDetails>(CustomContent))));
        Assert.Equal(Expected, Read.Sent(CustomContentUpdateRequest.From(Read.As<CustomContent>(CustomContent))));
    }

    [Fact]
    public void Every_argument_for_custom_content_changes_what_it_names()
    {
        CustomContentDetails single = Read.As<CustomContentDetails>(CustomContent);
        CustomContent bulk = Read.As<CustomContent>(CustomContent);
        CustomContentBodyWrite body = new() { Representation = CustomContentBodyFormat.Raw, Value = "n" };
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
        CustomContentDetails content = Read.As<CustomContentDetails>("""{"id":"42","type":"t","status":"current","title":"T","version":{"number":1},"body":{"raw":{"value":"{\"a\":1}"},"view":{"value":"v"}}}""");

        Assert.Equal(CustomContentBodyFormat.Raw, CustomContentUpdateRequest.From(content).Body.Representation);
        Assert.Equal("""{"a":1}""", CustomContentUpdateRequest.From(content).Body.Value);
    }

    [Fact]
    public void Custom_content_that_cannot_be_written_is_refused()
    {
        Read.Refused(() => CustomContentUpdateRequest.From(Read.As<CustomContentDetails>("""{"id":"42","type":"t","status":"current","title":"T","version":{"number":1},"body":{"view":{"value":"v"}}}""")), "customContent", "as view, which");
        Read.Refused(() => CustomContentUpdateRequest.From(Read.As<CustomContentDetails>("""{"id":"42","type":"t","status":"trashed","title":"T","version":{"number":1}}""")), "customContent", "status trashed", "Bring it back");
        Read.Refused(() => CustomContentUpdateRequest.From(Read.As<CustomContent>("""{"id":"42","status":"current","title":"T","version":{"number":1},"body":{"raw":{"value":"x"}}}""")), "customContent", "without its type");
    }

    [Fact]
    public void A_footer_comment_is_written_as_it_was_read_whatever_list_it_came_in()
    {
        const string Expected = """{"version":{"number":6},"body":{"representation":"storage","value":"x"}}""";

        Assert.Equal(Expected, Read.Sent(FooterCommentUpdateRequest.From(Read.As<FooterComment>(Comment))));
        Assert.Equal(Expected, Read.Sent(FooterCommentUpdateRequest.From(Read.As<PageFooterComment>(Comment))));
        Assert.Equal(Expected, Read.Sent(FooterCommentUpdateRequest.From(Read.As<BlogPostFooterComment>(Comment))));
        Assert.Equal(Expected, Read.Sent(FooterCommentUpdateRequest.From(Read.As<AttachmentComment>(Comment))));
        Assert.Equal(Expected, Read.Sent(FooterCommentUpdateRequest.From(Read.As<CustomContentComment>(Comment))));
        Assert.Equal(Expected, Read.Sent(FooterCommentUpdateRequest.From(Read.As<FooterCommentReply>(Comment))));
    }

    [Fact]
    public void An_inline_comment_is_written_as_it_was_read_whatever_list_it_came_in()
    {
        const string Expected = """{"version":{"number":6,"message":"why"},"body":{"representation":"storage","value":"x"},"resolved":true}""";

        Assert.Equal(Expected, Read.Sent(InlineCommentUpdateRequest.From(Read.As<InlineComment>(Comment), message: "why", resolved: true)));
        Assert.Equal(Expected, Read.Sent(InlineCommentUpdateRequest.From(Read.As<PageInlineComment>(Comment), message: "why", resolved: true)));
        Assert.Equal(Expected, Read.Sent(InlineCommentUpdateRequest.From(Read.As<BlogPostInlineComment>(Comment), message: "why", resolved: true)));
        Assert.Equal(Expected, Read.Sent(InlineCommentUpdateRequest.From(Read.As<InlineCommentReply>(Comment), message: "why", resolved: true)));
        Assert.Equal(
            """{"version":{"number":6},"body":{"representation":"storage","value":"x"}}""", Read.Sent(InlineCommentUpdateRequest.From(Read.As<InlineComment>(Comment))));
    }

    [Fact]
    public void A_comment_takes_another_body_and_a_message()
    {
        CommentBodyWrite body = new() { Representation = BodyWriteRepresentation.Storage, Value = "<p>new</p>" };

        FooterCommentUpdateRequest footer = FooterCommentUpdateRequest.From(Read.As<FooterComment>(Comment), body, "why");
        InlineCommentUpdateRequest inline = InlineCommentUpdateRequest.From(Read.As<InlineComment>(Comment), body);

        Assert.Same(body, footer.Body);
        Assert.Equal("why", footer.Version?.Message);
        Assert.Same(body, inline.Body);
    }

    [Fact]
    public void A_comment_that_cannot_be_written_is_refused()
    {
        Read.Refused(() => FooterCommentUpdateRequest.From(Read.As<FooterComment>("""{"id":"42","status":"current","version":{"number":1},"body":{"view":{"value":"v"}}}""")), "comment", "comment 42", "as view, which");
        Read.Refused(() => FooterCommentUpdateRequest.From(Read.As<PageFooterComment>("""{"id":"42","status":"historical","version":{"number":1},"body":{"storage":{"value":"v"}}}""")), "comment", "status historical", "latest version");
        Read.Refused(() => InlineCommentUpdateRequest.From(Read.As<InlineComment>("""{"id":"42","status":"current","body":{"storage":{"value":"v"}}}""")), "comment", "inline comment 42", "version number");
    }

    [Fact]
    public void A_dangling_comment_changes_its_text_but_not_its_resolution()
    {
        InlineComment dangling = Read.As<InlineComment>("""{"id":"42","status":"current","resolutionStatus":"dangling","version":{"number":1},"body":{"storage":{"value":"v"}}}""");

        Read.Refused(() => InlineCommentUpdateRequest.From(dangling, resolved: true), "comment", "inline comment 42", "Leave out the argument resolved");
        Assert.Equal(2, InlineCommentUpdateRequest.From(dangling).Version?.Number);
    }

    private static void WireEqual(string expected, string actual) => Contract.Wire.WireJson.AssertSame(expected, actual);
}

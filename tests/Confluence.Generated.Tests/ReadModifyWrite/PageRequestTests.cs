using Confluence.Generated.V2.Models;

namespace Confluence.Generated.Tests.ReadModifyWrite;

/// <summary>The request that writes a page back.</summary>
public sealed class PageRequestTests
{
    private const string Page = """
        {"id":"42","status":"current","title":"Très <b>","spaceId":"7","parentId":"9","parentType":"page","position":3,"authorId":"a","ownerId":"o",
         "lastOwnerId":null,"createdAt":"2026-05-27T07:09:12Z","version":{"number":5,"message":"last","minorEdit":true,"authorId":"a","ncsStepVersion":"1"},
         "body":{"storage":{"representation":"storage","value":"<p>é\n\"x\"</p>","embedded":[]}},"labels":{"results":[]},"surprise":{"a":1},"_links":{"webui":"/x"}}
        """;

    private static readonly PageBodyWrite s_other = new() { Representation = BodyWriteRepresentation.Wiki, Value = "h1. New" };

    [Fact]
    public void A_page_is_written_as_it_was_read_with_the_next_version()
    {
        PageUpdateRequest request = PageUpdateRequest.From(Read.As<PageDetails>(Page));

        Assert.Equal(
            """{"id":"42","status":"current","title":"Tr\u00E8s \u003Cb\u003E","body":{"representation":"storage","value":"<p>é\n\"x\"</p>"},"version":{"number":6}}""",
            Read.Sent(request));
    }

    [Fact]
    public void A_body_is_passed_on_in_the_bytes_in_which_it_came()
    {
        const string Escaped = "\\u003cp\\u003E caf\\u00e9 \\/ 'x' \\u003c\\/p\\u003e";
        string page = $$$"""{"id":"42","status":"current","title":"T","version":{"number":5},"body":{"storage":{"representation":"storage","value":"{{{Escaped}}}"}},"_links":{"webui":"/x"}}""";

        PageUpdateRequest request = PageUpdateRequest.From(Read.As<PageDetails>(page));

        Assert.Contains($"\"value\":\"{Escaped}\"", Read.Sent(request), StringComparison.Ordinal);
        Assert.Equal("<p> café / 'x' </p>", request.Body.Value);
    }

    [Fact]
    public void A_page_of_a_list_gives_the_same_request() =>
        Assert.Equal(Read.Sent(PageUpdateRequest.From(Read.As<PageDetails>(Page))), Read.Sent(PageUpdateRequest.From(Read.As<Page>(Page))));

    [Fact]
    public void Every_argument_changes_what_it_names()
    {
        const string Expected = """{"id":"42","status":"draft","title":"New","parentId":"10","ownerId":"p","body":{"representation":"wiki","value":"h1. New"},"version":{"number":1,"message":"why"}}""";

        Assert.Equal(Expected, Read.Sent(PageUpdateRequest.From(
            Read.As<PageDetails>(Page), title: "New", body: s_other, message: "why", status: ContentStatus.Draft, parentId: "10", ownerId: "p")));
        Assert.Equal(Expected, Read.Sent(PageUpdateRequest.From(
            Read.As<Page>(Page), title: "New", body: s_other, message: "why", status: ContentStatus.Draft, parentId: "10", ownerId: "p")));
    }

    [Theory]
    [InlineData("""{"atlas_doc_format":{"representation":"atlas_doc_format","value":"{}"}}""", "atlas_doc_format", "{}")]
    [InlineData("""{"atlas_doc_format":{"value":"{}"},"storage":{"value":""},"view":{"value":"v"}}""", "storage", "")]
    [InlineData("""{"storage":{"representation":"storage","value":null},"atlas_doc_format":{"value":"{}"}}""", "atlas_doc_format", "{}")]
    public void The_best_form_of_the_body_that_can_be_written_is_taken(string body, string representation, string value)
    {
        PageDetails page = Read.As<PageDetails>($$"""{"id":"42","status":"current","title":"T","version":{"number":1},"body":{{body}}}""");

        PageBodyWrite written = PageUpdateRequest.From(page).Body;

        Assert.Equal(representation, written.Representation?.Value);
        Assert.Equal(value, written.Value);
    }

    [Theory]
    [InlineData("""{}""", "without its body")]
    [InlineData("null", "without its body")]
    [InlineData("""{"view":{"representation":"view","value":"<p/>"}}""", "as view, which")]
    [InlineData("""{"export_view":{"value":"x"},"styled_view":{"value":"x"},"anonymous_export_view":{"value":"x"},"editor":{"value":"x"},"dynamic":{"value":"x"}}""", "as export_view, anonymous_export_view, styled_view, editor, dynamic, which")]
    public void A_body_that_cannot_be_written_is_refused_unless_another_is_given(string body, string said)
    {
        PageDetails page = Read.As<PageDetails>($$"""{"id":"42","status":"current","title":"T","version":{"number":1},"body":{{body}}}""");

        Read.Refused(() => PageUpdateRequest.From(page), "page", "page 42", said, "BodyFormat = storage", "argument body");
        Assert.Same(s_other, PageUpdateRequest.From(page, body: s_other).Body);
    }

    [Fact]
    public void The_bulk_body_in_an_unknown_form_is_refused()
    {
        Page page = Read.As<Page>("""{"id":"42","status":"current","title":"T","version":{"number":1},"body":{"view":{"value":"x"}}}""");

        Read.Refused(() => PageUpdateRequest.From(page), "page", "page 42", "as view, which");
    }

    [Theory]
    [InlineData("trashed", "bring it back")]
    [InlineData("deleted", "bring it back")]
    [InlineData("archived", "archive")]
    [InlineData("any-new", "any-new")]
    [InlineData(null, "without a status")]
    public void A_status_that_no_update_takes_is_refused_unless_another_is_given(string? status, string said)
    {
        string member = status is null ? "" : $"\"status\":\"{status}\",";
        PageDetails page = Read.As<PageDetails>($$$$"""{"id":"42",{{{{member}}}}"title":"T","version":{"number":4},"body":{"storage":{"value":"x"}}}""");

        Read.Refused(() => PageUpdateRequest.From(page), "page", "page 42", said);

        PageUpdateRequest request = PageUpdateRequest.From(page, status: ContentStatus.Current);
        Assert.Equal(ContentStatus.Current, request.Status);
        Assert.Equal(5, request.Version.Number);
    }

    [Fact]
    public void An_earlier_version_is_refused_and_its_content_brought_back_through_the_latest()
    {
        PageDetails old = Read.As<PageDetails>("""{"id":"42","status":"historical","title":"Old","version":{"number":2},"body":{"storage":{"value":"old"}}}""");

        Read.Refused(() => PageUpdateRequest.From(old), "page", "page 42", "earlier version");
        Read.Refused(() => PageUpdateRequest.From(old, status: ContentStatus.Current), "page", "earlier version");

        PageUpdateRequest request = PageUpdateRequest.From(Read.As<PageDetails>(Page), title: old.Title, body: PageBodyWrite.From(old));
        Assert.Equal("""{"id":"42","status":"current","title":"Old","body":{"representation":"storage","value":"old"},"version":{"number":6}}""", Read.Sent(request));
    }

    [Fact]
    public void A_draft_stays_one_or_is_published_with_the_version_1()
    {
        PageDetails draft = Read.As<PageDetails>("""{"id":"42","status":"draft","title":"T","version":{"number":1},"body":{"storage":{"value":"x"}}}""");

        Assert.Equal("""{"id":"42","status":"draft","title":"T","body":{"representation":"storage","value":"x"},"version":{"number":1}}""", Read.Sent(PageUpdateRequest.From(draft)));
        Assert.Equal(
            """{"id":"42","status":"current","title":"T","body":{"representation":"storage","value":"x"},"version":{"number":1}}""",
            Read.Sent(PageUpdateRequest.From(draft, status: ContentStatus.Current)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("archived")]
    public void A_status_that_cannot_be_written_is_refused_as_an_argument(string status)
    {
        ContentStatus wanted = status.Length == 0 ? default : new ContentStatus(status);

        Read.Refused(() => PageUpdateRequest.From(Read.As<PageDetails>(Page), status: wanted), "status", "page 42", "current and draft only");
    }

    [Theory]
    [InlineData("null")]
    [InlineData("""{"message":"no number"}""")]
    [InlineData("""{"number":0}""")]
    [InlineData("""{"number":2147483647}""")]
    public void A_version_without_a_next_one_is_refused(string version)
    {
        PageDetails page = Read.As<PageDetails>($$$$"""{"id":"42","status":"current","title":"T","version":{{{{version}}}},"body":{"storage":{"value":"x"}}}""");

        Read.Refused(() => PageUpdateRequest.From(page), "page", "page 42", "version number", "Read it again");
    }

    [Fact]
    public void What_names_the_page_has_to_be_there()
    {
        PageDetails untitled = Read.As<PageDetails>("""{"id":"42","status":"current","title":null,"version":{"number":1},"body":{"storage":{"value":"x"}}}""");
        PageDetails nameless = Read.As<PageDetails>("""{"status":"current","title":"T","version":{"number":1},"body":{"storage":{"value":"x"}}}""");

        Read.Refused(() => PageUpdateRequest.From(untitled), "page", "page 42", "without its title", "argument title");
        Assert.Equal("New", PageUpdateRequest.From(untitled, title: "New").Title);
        Read.Refused(() => PageUpdateRequest.From(untitled, title: ""), "title", "page 42", "empty");
        Read.Refused(() => PageUpdateRequest.From(Read.As<PageDetails>(Page), parentId: ""), "parentId", "page 42", "empty");
        Read.Refused(() => PageUpdateRequest.From(Read.As<Page>(Page), ownerId: ""), "ownerId", "page 42", "empty");
        Read.Refused(() => PageUpdateRequest.From(nameless), "page", "The page was read without its id");
        Read.Refused(() => PageUpdateRequest.From((PageDetails)null!), "page"); // What callers without nullable types may do.
        Read.Refused(() => PageUpdateRequest.From((Page)null!), "page"); // The same.
    }

    [Fact]
    public void The_message_of_a_refusal_holds_no_content_and_no_line_of_its_own()
    {
        PageDetails page = Read.As<PageDetails>("""{"id":"42\nWARN forged","status":"current","title":"Secret plan","version":{"number":1},"body":{"view":{"value":"hidden"}}}""");

        ArgumentException exception = Read.Refused(() => PageUpdateRequest.From(page), "page", "page 42 WARN forged was read");
        Assert.DoesNotContain("Secret", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hidden", exception.Message, StringComparison.Ordinal);
    }
}

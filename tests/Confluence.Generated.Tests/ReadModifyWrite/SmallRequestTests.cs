using Confluence.Generated.V1.Models;
using Confluence.Generated.V2.Models;

namespace Confluence.Generated.Tests.ReadModifyWrite;

/// <summary>The requests that change one thing of what was read, or give it to something else.</summary>
public sealed class SmallRequestTests
{
    private const string Level = """{"id":"c1","status":"published","name":"Secret"}""";

    [Fact]
    public void A_title_goes_to_the_form_of_the_page_that_was_read()
    {
        Assert.Equal("""{"status":"draft","title":"New"}""", Read.Sent(PageTitleUpdateRequest.From(Read.As<PageDetails>("""{"id":"1","status":"draft","title":"Old"}"""), "New")));
        Assert.Equal("""{"status":"current","title":"New"}""", Read.Sent(PageTitleUpdateRequest.From(Read.As<Page>("""{"id":"1","status":"trashed"}"""), "New", ContentStatus.Current)));
        Read.Refused(() => PageTitleUpdateRequest.From(Read.As<Page>("""{"id":"1","status":"trashed"}"""), "New"), "status", "page 1", "trashed", "current and draft only");
        Read.Refused(() => PageTitleUpdateRequest.From(Read.As<Page>("""{"id":"1","status":"current"}"""), ""), "title", "page 1", "empty");
        Assert.Throws<ArgumentNullException>("title", () => PageTitleUpdateRequest.From(Read.As<Page>("""{"id":"1","status":"current"}"""), title: null!)); // The test is about null.
        Assert.Throws<ArgumentNullException>("page", () => PageTitleUpdateRequest.From((Page)null!, "New")); // The test is about null.
    }

    [Fact]
    public void A_classification_level_goes_to_other_content()
    {
        ClassificationLevel level = Read.As<ClassificationLevel>(Level);

        Assert.Equal("""{"id":"c1"}""", Read.Sent(SpaceDefaultClassificationLevelUpdateRequest.From(level)));
        Assert.Equal("""{"id":"c1","status":"draft"}""", Read.Sent(ContentClassificationLevelUpdateRequest.From(level, ContentStatus.Draft)));
        Assert.Equal("""{"id":"c1","status":"current"}""", Read.Sent(LiveEditContentClassificationLevelUpdateRequest.From(level)));
        Read.Refused(() => ContentClassificationLevelUpdateRequest.From(level, ContentStatus.Archived), "status", "classification level c1", "archived");
        Read.Refused(() => SpaceDefaultClassificationLevelUpdateRequest.From(Read.As<ClassificationLevel>("{}")), "level", "without its id", "Read it again");
    }

    [Fact]
    public void A_state_and_a_theme_go_to_other_content()
    {
        Assert.Equal(
            """{"name":"Rough","color":"#ff7452","id":7}""",
            Read.Sent(ContentStateSetRequest.From(Read.As<ContentStateResponse>("""{"contentState":{"id":7,"color":"#ff7452","name":"Rough"},"lastUpdated":"2024"}"""))));
        Read.Refused(() => ContentStateSetRequest.From(Read.As<ContentStateResponse>("{}")), "state", "without its name");
        Assert.Equal("""{"themeKey":"k"}""", Read.Sent(ThemeUpdate.From(Read.As<Theme>("""{"themeKey":"k","name":"K"}"""))));
    }

    [Fact]
    public void The_selected_look_goes_to_a_space()
    {
        LookAndFeelSettings settings = Read.As<LookAndFeelSettings>("""{"selected":"custom"}""");

        Assert.Equal("""{"spaceKey":"DEV","lookAndFeelType":"custom"}""", Read.Sent(LookAndFeelSelection.From(settings, "DEV")));
        Assert.Equal("""{"spaceKey":"DEV","lookAndFeelType":"theme"}""", Read.Sent(LookAndFeelSelection.From(settings, "DEV", LookAndFeelType.Theme)));
        Read.Refused(() => LookAndFeelSelection.From(settings, ""), "spaceKey", "look and feel", "empty");
        Read.Refused(() => LookAndFeelSelection.From(Read.As<LookAndFeelSettings>("{}"), "DEV"), "settings", "without its lookAndFeelType", "argument lookAndFeelType");
    }

    [Fact]
    public void The_body_of_a_comment_goes_to_another()
    {
        const string Comment = """{"id":"3","body":{"atlas_doc_format":{"representation":"atlas_doc_format","value":"{}"},"storage":{"representation":"storage","value":"<p/>"}}}""";

        Assert.Equal("""{"representation":"storage","value":"<p/>"}""", Read.Sent(CommentBodyWrite.From(Read.As<FooterComment>(Comment))).Replace("\\u003C", "<", StringComparison.Ordinal).Replace("\\u003E", ">", StringComparison.Ordinal));
        Assert.Equal("storage", CommentBodyWrite.From(Read.As<InlineCommentReply>(Comment)).Representation?.Value);
        Read.Refused(() => CommentBodyWrite.From(Read.As<PageInlineComment>("""{"id":"3"}""")), "comment", "comment 3", "without its body");
    }
}

using System.Text.Json;
using Confluence.Generated.Retrieval;

namespace Confluence.Generated.Tests.Retrieval.Activity;

/// <summary>The JSON form of events.</summary>
public sealed class ActivityJsonTests
{
    [Fact]
    public void An_event_reads_itself_back()
    {
        ActivityEvent[] events =
        [
            new()
            {
                Kind = ActivityKind.Edited, Key = "edited:1:2", At = new DateTimeOffset(2026, 1, 2, 3, 4, 5, 678, TimeSpan.FromHours(2)), ActorId = "bob", PageId = "1",
                PageKind = PageKind.BlogPost, Title = "Plan \"B\"", SpaceId = "10", WebUrl = new Uri("https://site.example/wiki/x"), Version = 2, IsMinorEdit = false, ContributorIds = ["bob", "kim"], Message = "typos",
            },
            new() { Kind = ActivityKind.Liked, Key = "liked:1:a", WebUrl = new Uri("/wiki/x", UriKind.Relative) },
            new() { Kind = ActivityKind.Viewed, Key = "viewed:1", Views = 3_000_000_000, Viewers = 5 },
            new() { Kind = ActivityKind.Replied, Key = "replied:3", CommentId = "3", ParentCommentId = "2", IsInline = true },
            new() { Kind = new ActivityKind("Celebrated"), Key = "new:1", AttachmentId = "att1", FileName = "a.png", TaskId = "9" },
        ];

        foreach (ActivityEvent activity in events)
        {
            string json = JsonSerializer.Serialize(activity);
            Assert.Equal(json, JsonSerializer.Serialize(JsonSerializer.Deserialize<ActivityEvent>(json)));
        }

        Assert.Equal(
            """{"kind":"Edited","key":"edited:1:2","at":"2026-01-02T01:04:05.678Z","actorId":"bob","pageId":"1","pageKind":"BlogPost","title":"Plan \u0022B\u0022","spaceId":"10","webUrl":"https://site.example/wiki/x","version":2,"isMinorEdit":false,"contributorIds":["bob","kim"],"message":"typos"}""",
            JsonSerializer.Serialize(events[0]));
    }

    [Fact]
    public void A_gap_keeps_its_subject_and_its_reason()
    {
        ActivityEvent gap = new() { Kind = ActivityKind.Gap, Key = "gap:x", PageId = "1", Gap = new RetrievalGap("The likes of the page 1", "refused") { ContentId = "1" } };

        ActivityEvent? read = JsonSerializer.Deserialize<ActivityEvent>(JsonSerializer.Serialize(gap));

        Assert.Equal(("The likes of the page 1", "refused", "1"), (read?.Gap?.Subject, read?.Gap?.Reason, read?.Gap?.ContentId));
    }

    [Theory]
    [InlineData("[]", "object")]
    [InlineData("""{"key":"a"}""", "'kind'")]
    [InlineData("""{"kind":"Edited"}""", "'key'")]
    [InlineData("""{"kind":"Edited","key":"a","version":"2"}""", "'version'")]
    [InlineData("""{"kind":"Edited","key":"a","views":1.5}""", "'views'")]
    [InlineData("""{"kind":"Edited","key":"a","at":"yesterday"}""", "'at'")]
    [InlineData("""{"kind":"Edited","key":"a","webUrl":"https://["}""", "'webUrl'")]
    [InlineData("""{"kind":"Edited","key":"a","contributorIds":[1]}""", "'contributorIds'")]
    public void What_is_no_event_is_refused_by_name(string json, string named)
    {
        JsonException error = Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<ActivityEvent>(json));

        Assert.Contains(named, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_form_says_what_and_when()
    {
        ActivityEvent activity = new() { Kind = ActivityKind.Edited, Key = "k", PageKind = PageKind.Page, PageId = "98400", Version = 3, At = new DateTimeOffset(2026, 5, 27, 7, 9, 12, TimeSpan.Zero), ActorId = "secret-account" };

        Assert.Equal("Edited Page 98400 version 3 at 2026-05-27T07:09:12Z", activity.ToString());
    }
}

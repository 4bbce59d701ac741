using Confluence.Sandbox.Content;

namespace Confluence.Sandbox.Tests;

public sealed class IdSchemeTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(int.MaxValue)]
    [InlineData(int.MinValue)]
    public void Ids_lead_back_to_what_they_name(int seed)
    {
        IdScheme ids = new(seed, new SandboxOptions { Users = 3_000, Spaces = 500, Pages = 20_000, BlogPosts = 20_000 });

        foreach (PageKind kind in PageKinds.All)
        {
            for (int ordinal = 0; ordinal < 20_000; ordinal++)
            {
                PagePlace place = new(kind, ordinal);
                Assert.Equal(place, PagePlace.FromIndex(place.Index));
                Assert.Equal(place, ids.FindPage(ids.Id(place)));
                Assert.True(ids.FindPage(ids.Id(place) + 1) is not PagePlace other || other.Ordinal == ordinal + 1);
                Assert.Equal(ordinal + 1, ids.FirstPageAfter(kind, ids.Id(place)));
                Assert.Equal(ordinal, ids.FirstPageAfter(kind, ids.Id(place) - 1));
                CommentSeat seat = new(place, ordinal % 2 == 0, 5);
                Assert.Equal(seat, ids.FindComment(seat.Id));
                Assert.Equal(new AttachmentSeat(place, 3), ids.FindAttachment(new AttachmentSeat(place, 3).Id));
                Assert.Equal(new TaskSeat(place, 63), ids.FindTask(new TaskSeat(place, 63).Id));
            }

            Assert.Null(ids.FindPage(ids.Id(kind, 19_999) + 32));
        }

        for (int ordinal = 0; ordinal < 3_000; ordinal++)
        {
            Assert.True(ids.TryGetUser(ids.AccountId(ordinal), out int user) && user == ordinal);
            Assert.True(ids.TryGetSpace(ids.SpaceId(ordinal % 500), out int space) && space == ordinal % 500);
        }

        Assert.False(ids.TryGetUser(ids.AccountId(3_000), out _));
        Assert.False(ids.TryGetUser("712020:zzzzzzzz-0000-4000-a000-000000000000", out _));
    }
}

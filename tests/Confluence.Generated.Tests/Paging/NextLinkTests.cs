using Confluence.Generated.Paging;

namespace Confluence.Generated.Tests.Paging;

/// <summary>Next links and <c>Link</c> headers at the edges of what servers send.</summary>
public class NextLinkTests
{
    [Theory]
    [InlineData(null, null)]
    [InlineData("", null)]
    [InlineData("/x", null)]
    [InlineData("/x?", null)]
    [InlineData("?cursor=b", "cursor=b")]
    [InlineData("/x?cursor=b", "cursor=b")]
    [InlineData("/x?cursor=b#part?c", "cursor=b")]
    [InlineData("/x?#part", null)]
    [InlineData("#part", null)]
    public void The_query_of_a_link_stands_between_question_mark_and_fragment(string? link, string? query) =>
        Assert.Equal(query, NextLink.QueryOf(link));

    [Theory]
    [InlineData(null, null)]
    [InlineData("", null)]
    [InlineData("<a>", null)]
    [InlineData("<a>rel=next", "a")]
    [InlineData("<a>; rel=next", "a")]
    [InlineData("<>; rel=next", "")]
    [InlineData("<a>; REL=\"prev NEXT\"", "a")]
    [InlineData("<a>; title=next", null)]
    [InlineData("<a>; next", null)]
    [InlineData("<a>; rel", null)]
    [InlineData("<a>; rel=nextish", null)]
    [InlineData("<a>; rel=next, <b>; rel=next", "a")]
    [InlineData("<a>rel=prev,<b>rel=next", "b")]
    [InlineData("<a>rel=next,<b>rel=prev", "a")]
    [InlineData("<a<>; rel=prev", null)]
    [InlineData("<a", null)]
    [InlineData("a>; rel=next", null)]
    public void The_target_in_a_header_is_the_one_whose_relation_is_next(string? header, string? target) =>
        Assert.Equal(target, NextLink.FromHeader(header));
}

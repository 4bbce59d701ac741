using System.Net;
using Confluence.Cli.Session;
using Confluence.Generated;
using Confluence.Generated.Retrieval;

namespace Confluence.Cli.Tests.Session;

public sealed class GapListTests
{
    [Fact]
    public void A_limit_of_the_API_is_told_and_is_no_gap()
    {
        GapList gaps = new();
        gaps.Add(new RetrievalGap("Users beyond the first 10,000", "the search ends there.") { IsLimit = true });
        gaps.Add(new RetrievalGap("Users beyond the first 10,000", "the search ends there.") { IsLimit = true });
        StringWriter error = new() { NewLine = "\n" };
        gaps.WriteTo(error);

        Assert.Equal(0, gaps.Count);
        Assert.Empty(gaps.Sorted());
        Assert.Equal(["Users beyond the first 10,000: the search ends there."], gaps.SortedLimits());
        Assert.Equal("confluence: Limit: Users beyond the first 10,000: the search ends there.\n", error.ToString());
    }

    [Fact]
    public void A_missing_scope_of_one_operation_is_told_once_and_stands_with_each_page()
    {
        GapList gaps = new();
        foreach (string id in (string[])["1", "2"])
        {
            gaps.Add(new RetrievalGap($"The tasks of the page {id}", "the token lacks a scope.") { ContentId = id, Error = Refusal("getTasks") });
        }

        gaps.Add(new RetrievalGap("The likes of the page 1", "the token lacks a scope.") { ContentId = "1", Error = Refusal("getPageLikeUsers") });

        Assert.Equal(2, gaps.Count);
        Assert.Equal(2, gaps.Of("1").Count);
        Assert.Equal(["The tasks of the page 2: the token lacks a scope."], gaps.Of("2"));
    }

    private static ConfluenceApiException Refusal(string operation) =>
        new("refused", HttpStatusCode.Unauthorized, ConfluenceErrorKind.ScopeMissing) { Operation = new ConfluenceOperation(operation, "v2", "GET", "/x") };
}

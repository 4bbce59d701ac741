using Confluence.Generated.Tests.Paging;
using Confluence.Generated.V2.Models;

namespace Confluence.Generated.Tests.Http;

/// <summary>Whether a call minds that its answer lacks a member that is never null.</summary>
public class ValidateResponsesTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_option_decides_when_a_missing_member_fails(bool validate)
    {
        using Harness harness = Harness.Create(options => options.ValidateResponses = validate);
        harness.Handler.Json("""{"id":"9"}""").Json("""{"results":[{"id":"9"},null]}""");

        Task<PageDetails> page = harness.Client.Pages.GetPageByIdAsync("9", cancellationToken: TestContext.Current.CancellationToken);
        Task<List<Page>> pages = Pages.CollectAsync(harness.Client.Pages.GetPagesAsync(cancellationToken: TestContext.Current.CancellationToken));

        if (validate)
        {
            Assert.Equal("PageDetails", (await Assert.ThrowsAsync<ConfluenceResponseException>(() => page)).TypeName);
            Assert.Equal("Page", (await Assert.ThrowsAsync<ConfluenceResponseException>(() => pages)).TypeName);
        }
        else
        {
            PageDetails read = await page;
            Assert.Equal("9", read.Id);
            Assert.Equal("title", Assert.Throws<ConfluenceResponseException>(() => read.Title).Member);
            Assert.Equal("9", Assert.Single(await pages).Id);
        }
    }
}

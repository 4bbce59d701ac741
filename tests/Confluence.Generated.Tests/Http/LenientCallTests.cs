using Confluence.Generated.Tests.Paging;
using Confluence.Generated.V2;
using Confluence.Generated.V2.Models;

namespace Confluence.Generated.Tests.Http;

/// <summary>Whether a call reads an answer that lacks what should be there: its own setting, or else the client's.</summary>
public class LenientCallTests
{
    [Theory]
    [InlineData(false, null, false)]
    [InlineData(false, true, true)]
    [InlineData(true, null, true)]
    [InlineData(true, false, false)]
    public async Task The_setting_of_the_call_comes_before_that_of_the_client(bool client, bool? call, bool isLenient)
    {
        using Harness harness = Harness.Create(options => options.Lenient = client);
        harness.Handler.Json("""{"id":"9"}""").Json("""{"results":[{"id":"9"}]}""");

        Task<PageDetails> page = harness.Client.Pages.GetPageByIdAsync("9", new GetPageByIdOptions { Lenient = call }, TestContext.Current.CancellationToken);
        Task<List<Page>> pages = Pages.CollectAsync(harness.Client.Pages.GetPagesAsync(new GetPagesOptions { Lenient = call }, TestContext.Current.CancellationToken));

        if (isLenient)
        {
            Assert.Equal("9", (await page).Id);
            Assert.Equal("9", Assert.Single(await pages).Id);
        }
        else
        {
            Assert.Equal("PageDetails", (await Assert.ThrowsAsync<ConfluenceResponseException>(() => page)).TypeName);
            Assert.Equal("Page", (await Assert.ThrowsAsync<ConfluenceResponseException>(() => pages)).TypeName);
        }
    }
}

using Confluence.Generated;

namespace Confluence.Sandbox.Tests.Library;

public sealed class LackingOperationTests
{
    [Fact]
    public async Task The_library_says_that_the_sandbox_lacks_an_operation_and_not_that_it_was_removed()
    {
        CancellationToken token = TestContext.Current.CancellationToken;
        await using ConfluenceSandbox sandbox = await ConfluenceSandbox.StartAsync(cancellationToken: token);
        using ConfluenceClient client = new(sandbox.BaseAddress.ToString(), new ApiTokenCredential(sandbox.Email, sandbox.ApiToken));

        foreach (Func<Task> call in (Func<Task>[])[
            async () => await client.Folders.GetFolderByIdAsync("9", cancellationToken: token),
            async () => await client.V1.Templates.GetContentTemplatesAsync(cancellationToken: token).ToListAsync(token)])
        {
            ConfluenceApiException error = await Assert.ThrowsAsync<ConfluenceApiException>(call);

            Assert.Equal(ConfluenceErrorKind.NotSupported, error.Kind);
            Assert.Contains("The sandbox does not have the operation", error.Message, StringComparison.Ordinal);
        }

        Assert.Equal(2, sandbox.Requests.Count);
    }
}

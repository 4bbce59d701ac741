using Confluence.Tests;

namespace Confluence.Package.Tests;

/// <summary>A fresh project tests itself against the package of the sandbox.</summary>
public sealed class SandboxPackageTests(PackedFeed feed)
{
    [Fact]
    public async Task A_fresh_project_starts_the_sandbox_and_reads_what_it_holds()
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        Consumer consumer = await Consumer.CreateAsync(feed, "Double", cancellation);

        ChildProcess run = await consumer.BuildAndRunAsync(cancellation);

        Assert.NotEmpty(run.Output);
        Assert.Empty(run.Errors);
    }
}

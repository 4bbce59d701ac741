namespace Confluence.Package.Tests;

/// <summary>Where the machine's sources fail, the tests of this project say so.</summary>
public sealed class PackageSourceTests(PackedFeed feed)
{
    [Fact]
    public async Task A_source_that_is_not_there_is_named()
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        string nowhere = Path.Combine(feed.Folder, "nowhere");
        Consumer consumer = await Consumer.CreateAsync(feed, "Double", cancellation, source: nowhere);

        PackageSourceException error = await Assert.ThrowsAsync<PackageSourceException>(() => consumer.BuildAndRunAsync(cancellation));

        Assert.Contains("NU1301", error.Message, StringComparison.Ordinal);
        Assert.Contains(nowhere, error.Message, StringComparison.Ordinal);
        Assert.Contains("dotnet nuget list source", error.Message, StringComparison.Ordinal);
    }
}

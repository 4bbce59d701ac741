using System.Text.Json;

namespace Confluence.Sandbox.Tests.Pages;

/// <summary>What tests of writing share: a site of 160 pages and 20 blog posts whose clock stands still.</summary>
public abstract class WritingTests : IAsyncLifetime
{
    private protected SandboxSession Session { get; private set; } = null!; // Set before each test, in InitializeAsync.

    /// <summary>The id of the first space.</summary>
    protected string Space { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        Session = await SandboxSession.StartAsync(new SandboxOptions { Pages = 160, TimeProvider = new FixedClock() });
        Space = Session.Truth.SpaceIds.First();
    }

    public async ValueTask DisposeAsync()
    {
        await Session.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private protected static string Id(Answer answer)
    {
        Assert.True((int)answer.Status is 200 or 201, answer.Text);
        return answer.Json.GetProperty("id").GetString() ?? "";
    }

    protected static int VersionOf(JsonElement content) => content.GetProperty("version").GetProperty("number").GetInt32();

    protected static string? StorageOf(JsonElement content) => content.GetProperty("body").GetProperty("storage").GetProperty("value").GetString();
}

/// <summary>A clock that stands still between two milliseconds.</summary>
internal sealed class FixedClock : TimeProvider
{
    public static DateTimeOffset Now { get; } = new(2026, 5, 4, 3, 2, 1, 7, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => Now.AddTicks(1_234);
}

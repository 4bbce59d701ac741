using System.Text;
using Confluence.Tests;

namespace Confluence.Generated.Tests.Errors;

/// <summary>What people read when a call fails, whole, so that all of it can be judged in one place.</summary>
public sealed class RefusalMessageTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public Task The_messages_of_401() => CompareAsync(RefusedCalls.Of401, "Refusals.401.verified.md");

    [Fact]
    public Task The_messages_of_403() => CompareAsync(RefusedCalls.Of403, "Refusals.403.verified.md");

    [Fact]
    public Task The_messages_of_404() => CompareAsync(RefusedCalls.Of404, "Refusals.404.verified.md");

    [Fact]
    public Task The_messages_of_the_other_refusals_of_a_call() => CompareAsync(RefusedCalls.OfOthers4xx, "Refusals.4xx.verified.md");

    [Fact]
    public Task The_messages_of_servers_and_networks_that_fail() => CompareAsync(RefusedCalls.OfServers, "Refusals.Servers.verified.md");

    private static async Task CompareAsync(IEnumerable<RefusedCall> calls, string name)
    {
        StringBuilder text = new();
        foreach (RefusedCall call in calls)
        {
            (ConfluenceException error, string message) = await call.FailAsync(Token);
            text.Append("## ").Append(call.What).Append("\n\n").Append(message).Append("\n\n");

            Assert.NotNull(error.Operation);
            Assert.StartsWith(error.Operation.Id, message, StringComparison.Ordinal);
            Assert.All(RefusedCalls.Secrets, secret => Assert.DoesNotContain(secret, error.ToString(), StringComparison.Ordinal));
            Assert.DoesNotContain('\n', message);
        }

        Verified.Text(text.ToString().TrimEnd() + "\n", name);
    }
}

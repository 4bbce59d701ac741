using System.Diagnostics;

namespace Confluence.Generated.Tests.OAuth;

/// <summary>Processes that share one file of tokens, and one that is killed.</summary>
public sealed class ProcessTests : IDisposable
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"confluence-processes-{Guid.NewGuid():N}");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string File => Path.Combine(_folder, "tokens.json");

    [Fact]
    public async Task Two_processes_renew_a_thousand_times_and_lose_nothing()
    {
        await using OAuthSite site = await OAuthSite.StartAsync();
        ConfluenceOAuthApp app = site.App();
        FileTokenStore store = new(File);
        await store.TrySwapAsync(null, await site.SignInAsync(app), Token);

        using Process one = Start(site, 500);
        using Process other = Start(site, 500);
        string[] output = await Task.WhenAll(EndAsync(one), EndAsync(other));

        Assert.Equal([0, 0], [one.ExitCode, other.ExitCode]);
        Assert.Equal(1000, output.Sum(static text => text.Split('\n').Count(static line => line == "renewed")));
        Assert.InRange(site.Sandbox.Grants.TokenRequests["refresh_token"], 500, 1000);
        Assert.Equal(1, site.Sandbox.Grants.LiveFamilies);
        OAuthCredential credential = new(app, store);
        Assert.True(await credential.TryRenewAsync(await credential.GetAuthorizationAsync(Token), Token));
    }

    [Fact]
    public async Task A_process_that_is_killed_between_the_renewal_and_its_use_loses_nothing()
    {
        await using OAuthSite site = await OAuthSite.StartAsync();
        ConfluenceOAuthApp app = site.App();
        FileTokenStore store = new(File);
        await store.TrySwapAsync(null, await site.SignInAsync(app), Token);
        for (int i = 0; i < 5; i++)
        {
            using Process process = Start(site, 1_000_000, slow: true);
            Assert.Equal("renewed", await process.StandardOutput.ReadLineAsync(Token));
            process.Kill(); // SIGKILL: nothing of it runs any more. It waits after each renewal, so the next one has not begun.
            await process.WaitForExitAsync(Token);
        }

        OAuthCredential credential = new(app, store);

        Assert.True(await credential.TryRenewAsync(await credential.GetAuthorizationAsync(Token), Token)); // The lock of the dead is free, and what they kept works.
        Assert.Equal(1, site.Sandbox.Grants.LiveFamilies);
    }

    public void Dispose()
    {
        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    private Process Start(OAuthSite site, int times, bool slow = false)
    {
        ProcessStartInfo start = new("dotnet")
        {
            ArgumentList =
            {
                Path.Combine(AppContext.BaseDirectory, "Confluence.TokenProcess.dll"),
                site.Sandbox.AuthorizationAddress.AbsoluteUri,
                OAuthSite.ClientId,
                OAuthSite.Secret,
                File,
                $"{times}",
                slow ? "slow" : "fast",
            },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        return Assert.IsType<Process>(Process.Start(start));
    }

    private static async Task<string> EndAsync(Process process)
    {
        Task<string> errors = process.StandardError.ReadToEndAsync(Token);
        string output = await process.StandardOutput.ReadToEndAsync(Token);
        await process.WaitForExitAsync(Token);
        Assert.Equal("", await errors);
        return output;
    }
}

using Confluence.Cli.Surroundings;
using Confluence.Sandbox;
using Confluence.Tests;

namespace Confluence.Cli.Tests.Doctor;

/// <summary>Runs the doctor in a set-up and compares what it says with the screen that was reviewed.</summary>
internal static class DoctorScreen
{
    public const string Email = "ada@example.com";
    public const string Token = "ATATT3xFfGF0-secret";

    /// <summary>The world of a set-up by hand.</summary>
    public static ToolWorld World(string site, string email = Email, string token = Token) => World(new Dictionary<string, string>
    {
        ["CONFLUENCE_SITE"] = site,
        ["CONFLUENCE_EMAIL"] = email,
        ["CONFLUENCE_API_TOKEN"] = token,
    });

    public static ToolWorld World(Dictionary<string, string> variables) => new() { Variables = variables, Clock = new FixedDate() };

    /// <summary>Starts a small site.</summary>
    public static Task<ConfluenceSandbox> StartAsync(Action<SandboxOptions>? configure = null)
    {
        SandboxOptions options = new() { Pages = 10, SiteAddress = new Uri("https://site.example") };
        configure?.Invoke(options);
        return ConfluenceSandbox.StartAsync(options, TestContext.Current.CancellationToken);
    }

    /// <summary>Runs it and compares.</summary>
    /// <param name="name">The name of the screen.</param>
    /// <param name="world">The set-up.</param>
    /// <param name="exitCode">The exit code that it must end with.</param>
    /// <param name="sandbox">The site, whose token and port stay out of the screen; null for none.</param>
    /// <param name="port">The port that stays out of the screen, where there is no sandbox; null for none.</param>
    /// <param name="arguments">What follows <c>doctor</c> on the command line.</param>
    public static async Task CompareAsync(
        string name, ToolWorld world, int exitCode, ConfluenceSandbox? sandbox = null, int? port = null, params string[] arguments)
    {
        ToolResult result = await ToolRun.RunAsync(world, ["doctor", .. arguments]);

        Assert.Equal(exitCode, result.ExitCode);
        Assert.Empty(result.Error);
        foreach (string secret in (string[])[Token, "secret", sandbox?.ApiToken ?? Token])
        {
            Assert.DoesNotContain(secret, result.Output, StringComparison.Ordinal);
        }

        string screen = (sandbox?.BaseAddress.Port ?? port) is { } number
            ? result.Output
                .Replace(FormattableString.Invariant($":{number}"), ":PORT", StringComparison.Ordinal)
                .Replace(FormattableString.Invariant($"port {number}"), "port PORT", StringComparison.Ordinal)
            : result.Output;
        Verified.Text(screen, Path.Combine("Screens", $"{name}.verified.txt"));
    }
}

using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;

namespace Confluence.Sandbox.Tests;

public sealed class StartTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_sandbox_without_options_has_the_documented_size_and_answers_its_credential()
    {
        await using SandboxSession session = await SandboxSession.StartAsync();

        Assert.Equal(25, session.Truth.UserCount);
        Assert.Equal(3, session.Truth.SpaceCount);
        Assert.Equal(200, session.Truth.PageCount);
        Assert.Equal(0, session.Truth.ChangedPageCount);
        Assert.Equal("sandbox@example.com", (await session.GetAsync("/wiki/rest/api/user/current")).GetProperty("email").GetString());
    }

    [Fact]
    public async Task Two_sandboxes_make_two_tokens()
    {
        await using ConfluenceSandbox first = await ConfluenceSandbox.StartAsync(cancellationToken: Token);
        await using ConfluenceSandbox second = await ConfluenceSandbox.StartAsync(cancellationToken: Token);

        Assert.NotEqual(first.ApiToken, second.ApiToken);
        Assert.Equal(32, first.ApiToken.Length);
        Assert.NotEqual(first.BaseAddress, second.BaseAddress);
    }

    [Fact]
    public async Task The_credential_of_the_options_counts_and_stays_out_of_texts()
    {
        SandboxOptions options = new() { Email = "ann@example.org", ApiToken = "a-token/with=signs" };
        await using SandboxSession session = await SandboxSession.StartAsync(options);

        Assert.Equal("a-token/with=signs", session.Sandbox.ApiToken);
        Assert.NotEmpty(await session.GetTextAsync("/wiki/api/v2/spaces"));
        Assert.DoesNotContain("a-token", session.Sandbox.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("a-token", options.ToString() ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_listens_on_the_loopback_address_alone_whatever_the_environment_says()
    {
        Environment.SetEnvironmentVariable("ASPNETCORE_URLS", "http://0.0.0.0:0");
        try
        {
            await using ConfluenceSandbox sandbox = await ConfluenceSandbox.StartAsync(cancellationToken: Token);

            Assert.Equal("127.0.0.1", sandbox.BaseAddress.Host);
            IPEndPoint[] listeners = [.. IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners()
                .Where(listener => listener.Port == sandbox.BaseAddress.Port)];
            Assert.Equal([new IPEndPoint(IPAddress.Loopback, sandbox.BaseAddress.Port)], listeners);
        }
        finally
        {
            Environment.SetEnvironmentVariable("ASPNETCORE_URLS", null);
        }
    }

    [Fact]
    public async Task Disposing_frees_the_port_and_a_fixed_port_can_be_taken_again()
    {
        ConfluenceSandbox first = await ConfluenceSandbox.StartAsync(cancellationToken: Token);
        int port = first.BaseAddress.Port;
        await first.DisposeAsync();

        await using ConfluenceSandbox second = await ConfluenceSandbox.StartAsync(new SandboxOptions { Port = port }, Token);
        Assert.Equal(port, second.BaseAddress.Port);

        await Assert.ThrowsAsync<IOException>(() => ConfluenceSandbox.StartAsync(new SandboxOptions { Port = port }, Token));
    }

    [Fact]
    public async Task After_disposal_nobody_answers()
    {
        ConfluenceSandbox sandbox = await ConfluenceSandbox.StartAsync(cancellationToken: Token);
        await sandbox.DisposeAsync();

        using TcpClient client = new();
        await Assert.ThrowsAsync<SocketException>(async () => await client.ConnectAsync(IPAddress.Loopback, sandbox.BaseAddress.Port, Token));
    }

    [Fact]
    public async Task It_writes_nothing_to_the_console()
    {
        TextWriter output = Console.Out;
        TextWriter errors = Console.Error;
        using StringWriter written = new();
        Console.SetOut(written);
        Console.SetError(written);
        try
        {
            await using SandboxSession session = await SandboxSession.StartAsync();
            await session.GetTextAsync("/wiki/api/v2/pages");
            await session.SendAsync(HttpMethod.Get, "/nowhere");
        }
        finally
        {
            Console.SetOut(output);
            Console.SetError(errors);
        }

        Assert.Equal("", written.ToString());
    }

    [Fact]
    public async Task A_cancelled_start_is_cancelled()
    {
        using CancellationTokenSource source = new();
        await source.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ConfluenceSandbox.StartAsync(cancellationToken: source.Token));
    }

    public static TheoryData<string, SandboxOptions> BadOptions => new()
    {
        { "Users is 0. Give a value from 1 to 20000.", new SandboxOptions { Users = 0 } },
        { "Users is 20001.", new SandboxOptions { Users = 20_001 } },
        { "Spaces is 0. Give a value from 1 to 5000.", new SandboxOptions { Spaces = 0 } },
        { "Spaces is 5001.", new SandboxOptions { Spaces = 5_001 } },
        { "Pages is -1. Give a value from 0 to 100000.", new SandboxOptions { Pages = -1 } },
        { "Pages is 100001.", new SandboxOptions { Pages = 100_001 } },
        { "Port is 65536.", new SandboxOptions { Port = 65_536 } },
        { "Email is no e-mail address.", new SandboxOptions { Email = "ann" } },
        { "Email is no e-mail address.", new SandboxOptions { Email = "a:b@example.com" } },
        { "Email is no e-mail address.", new SandboxOptions { Email = " " } },
        { "ApiToken is empty", new SandboxOptions { ApiToken = "" } },
        { "ApiToken is empty or holds a character", new SandboxOptions { ApiToken = "two words" } },
        { "ApiToken is empty or holds a character", new SandboxOptions { ApiToken = "Zürich" } },
        { "HiddenSpaces is 4. Give a value from 0 to 3.", new SandboxOptions { HiddenSpaces = 4 } },
        { "RequestLogSize is -1. Give a value from 0 to 1000000.", new SandboxOptions { RequestLogSize = -1 } },
        { "Quota.Points is 0. Give a value from 1 to 10000000.", new SandboxOptions { Quota = new SandboxQuota { Points = 0 } } },
        { "Quota.Window is 00:00:00. Give a value from 00:00:01 to 1.00:00:00.", new SandboxOptions { Quota = new SandboxQuota { Window = TimeSpan.Zero } } },
        { "Quota.Reason is empty", new SandboxOptions { Quota = new SandboxQuota { Reason = "two words" } } },
        { "Faults.Slow is 1.5. Give a value from 0 to 1.", new SandboxOptions { Faults = new SandboxFaults { Slow = 1.5 } } },
        { "Faults.HtmlAsJson is NaN. Give a value from 0 to 1.", new SandboxOptions { Faults = new SandboxFaults { HtmlAsJson = double.NaN } } },
        { "Faults are 1.1 together.", new SandboxOptions { Faults = new SandboxFaults { Slow = 0.6, Unavailable = 0.5 } } },
        { "Faults.RetryAfter is -00:00:01.", new SandboxOptions { Faults = new SandboxFaults { RetryAfter = TimeSpan.FromSeconds(-1) } } },
        { "Faults.Delay is 01:00:00.", new SandboxOptions { Faults = new SandboxFaults { Delay = TimeSpan.FromHours(1) } } },
        { "Faults.MaximumInARow is -1.", new SandboxOptions { Faults = new SandboxFaults { MaximumInARow = -1 } } },
        { "Faults.Writes is 7. Give one of None, BeforeChange, AfterChange.", new SandboxOptions { Faults = new SandboxFaults { Writes = (SandboxFaultedWrites)7 } } },
        { "Credentials[0] is null.", new SandboxOptions { Credentials = { null! } } }, // The misuse under test.
        { "Credentials[1] has the token of another", new SandboxOptions { Credentials = { SandboxCredential.OAuth("same", []), SandboxCredential.ApiToken("a@example.com", "same") } } },
        { "Credentials[0] has the token of another", new SandboxOptions { ApiToken = "same", Credentials = { SandboxCredential.OAuth("same", []) } } },
        { "Rules[0] is null.", new SandboxOptions { Rules = { null! } } }, // The misuse under test.
        { "Rules[0].Times is 0. Give a value from 1 to", new SandboxOptions { Rules = { new SandboxRule("GET", "/wiki/**", SandboxAnswer.Forbidden) { Times = 0 } } } },
        { "SiteAddress must be an absolute", new SandboxOptions { SiteAddress = new Uri("/wiki", UriKind.Relative) } },
        { "SiteAddress must be an absolute", new SandboxOptions { SiteAddress = new Uri("ftp://site.example") } },
        { "SiteAddress must be an absolute", new SandboxOptions { SiteAddress = new Uri("https://site.example/wiki") } },
        { "SiteAddress must be an absolute", new SandboxOptions { SiteAddress = new Uri("https://user@site.example") } },
        { "TimeProvider is null.", new SandboxOptions { TimeProvider = null! } }, // The misuse under test.
    };

    [Theory]
    [MemberData(nameof(BadOptions), DisableDiscoveryEnumeration = true)]
    public async Task An_option_out_of_range_is_named_with_what_is_allowed(string message, SandboxOptions options)
    {
        ArgumentException error = await Assert.ThrowsAsync<ArgumentException>(() => ConfluenceSandbox.StartAsync(options, Token));

        Assert.Contains("SandboxOptions." + message, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("two words", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, 1, 0)]
    [InlineData(1, 1, 1)]
    [InlineData(1, 5, 3)]
    [InlineData(2, 12, 30)]
    public async Task The_smallest_sites_work(int users, int spaces, int pages)
    {
        await using SandboxSession session = await SandboxSession.StartAsync(new SandboxOptions { Users = users, Spaces = spaces, Pages = pages });

        Assert.Equal(session.Truth.PageIds, await session.WalkIdsAsync("/wiki/api/v2/pages?limit=2&body-format=storage"));
        Assert.Equal(session.Truth.SpaceIds, await session.WalkIdsAsync("/wiki/api/v2/spaces?limit=2"));
        Assert.Equal(pages, session.Truth.PageCount);
        Assert.Equal(users, session.Truth.AccountIds.Distinct().Count());
        Assert.Equal(spaces, session.Truth.SpaceKeys.Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }

    [Fact]
    public async Task Links_name_the_address_of_the_options_when_there_is_one()
    {
        await using SandboxSession session = await SandboxSession.StartAsync(new SandboxOptions { SiteAddress = new Uri("https://site.example") });

        Assert.Equal("https://site.example/wiki", (await session.GetAsync("/wiki/api/v2/spaces")).GetProperty("_links").GetProperty("base").GetString());
        Assert.Equal("127.0.0.1", session.Sandbox.BaseAddress.Host);
    }
}

using Confluence.Sandbox;

namespace Confluence.Generated.Tests.Errors;

/// <summary>
/// A call that goes wrong: what is wrong, the site that it meets, who calls through which door, and the call.
/// </summary>
internal sealed record RefusedCall(string What, Func<ConfluenceClient, SandboxTruth, Task> Call)
{
    public const string ApiToken = "the-secret-token";

    /// <summary>What the sandbox does.</summary>
    public Action<SandboxOptions> Site { get; init; } = static _ => { };

    /// <summary>Who calls; null for the good credential of the sandbox.</summary>
    public ConfluenceCredential? Credential { get; init; }

    /// <summary>Whether the call goes through the gateway.</summary>
    public bool ThroughGateway { get; init; }

    /// <summary>What a proxy on the way does to the request.</summary>
    public Action<HttpRequestMessage> Proxy { get; init; } = static _ => { };

    /// <summary>Makes the call and gives what it ends with.</summary>
    public async Task<(ConfluenceException Error, string Message)> FailAsync(CancellationToken cancellationToken)
    {
        SandboxOptions options = new() { Seed = 1, Pages = 20, ApiToken = ApiToken, TimeProvider = new FixedTime(new DateTimeOffset(2026, 11, 2, 10, 17, 30, TimeSpan.Zero)) };
        Site(options);
        await using ConfluenceSandbox sandbox = await ConfluenceSandbox.StartAsync(options, cancellationToken);
        using HttpClient http = new(new ProxyHandler(Proxy));
        Uri address = ThroughGateway ? sandbox.GatewayAddress : sandbox.BaseAddress;
        ConfluenceClientOptions clientOptions = new() { HttpClient = http };
        clientOptions.Retry.MaxRetries = 0;
        using ConfluenceClient client = new(address.ToString(), Credential ?? new ApiTokenCredential(sandbox.Email, sandbox.ApiToken), clientOptions);

        ConfluenceException error = await Assert.ThrowsAnyAsync<ConfluenceException>(() => Call(client, sandbox.Truth));
        return (error, error.Message.Replace(sandbox.BaseAddress.GetLeftPart(UriPartial.Authority), "https://your-site.example", StringComparison.Ordinal));
    }

    private sealed class FixedTime(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }

    private sealed class ProxyHandler(Action<HttpRequestMessage> change) : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            change(request);
            return base.SendAsync(request, cancellationToken);
        }
    }
}

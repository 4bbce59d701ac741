using System.Security.Cryptography;
using Confluence.Sandbox.Server;
using Confluence.Sandbox.State;

namespace Confluence.Sandbox;

/// <summary>
/// An in-memory Confluence site that speaks HTTP on the loopback address, for tests, examples and trying things out.
/// </summary>
/// <remarks>
/// It answers like a real site as far as paging, error bodies and the shapes of answers are known. It writes no logs, reads no
/// configuration and no environment, and stores only what callers change and its last requests. Dispose of it to stop it.
/// </remarks>
public sealed class ConfluenceSandbox : IAsyncDisposable
{
    private readonly SandboxServer _server;
    private readonly RequestPipeline _pipeline;

    private ConfluenceSandbox(SandboxServer server, RequestPipeline pipeline, Site site, string email, string apiToken)
    {
        _server = server;
        _pipeline = pipeline;
        Email = email;
        ApiToken = apiToken;
        Truth = new SandboxTruth(site);
        Grants = new SandboxGrants(pipeline.Grants);
    }

    /// <summary>Gets the address of the site, as <c>http://127.0.0.1:1234/</c>. The paths of the APIs begin with <c>/wiki</c>.</summary>
    public Uri BaseAddress => _server.Address;

    /// <summary>
    /// Gets the address of the site behind the gateway, as <c>http://127.0.0.1:1234/ex/confluence/{cloudId}</c>. The same server answers there:
    /// tokens with scopes, of service accounts and of OAuth are taken only there, and links in answers stay those of the site.
    /// A request whose <c>Host</c> header names <c>api.atlassian.com</c> is one to the gateway too, and without this path gets the 404 of the gateway.
    /// </summary>
    public Uri GatewayAddress => new(_server.Address, $"ex/confluence/{CloudId}");

    /// <summary>
    /// Gets the address of the media host, as <c>http://127.0.0.1:1235/</c>: another origin than the site's, as on a real site. Downloads are redirected
    /// there. It takes no credential and refuses requests that bring one; the token in the address is enough.
    /// </summary>
    public Uri MediaAddress => _pipeline.MediaAddress ?? throw new InvalidOperationException("The sandbox has not started."); // Set by its start.

    /// <summary>
    /// Gets the address of the authorization server, as <c>http://127.0.0.1:1236/</c>: another origin than the site's, as of a real one. Browsers are sent to
    /// <c>/authorize</c> there, and the apps of <see cref="SandboxOptions.Apps"/> get tokens from <c>/oauth/token</c>.
    /// </summary>
    public Uri AuthorizationAddress => _pipeline.AuthorizationAddress ?? throw new InvalidOperationException("The sandbox has not started."); // Set by its start.

    /// <summary>Gets the id of the site, which <c>/_edge/tenant_info</c> tells everybody.</summary>
    public string CloudId => _pipeline.CloudId;

    /// <summary>
    /// Gets a copy of the log of requests, the oldest first: at most the last <see cref="SandboxOptions.RequestLogSize"/> of them.
    /// A request is in it from its arrival; its status is there before its answer leaves.
    /// </summary>
    public IReadOnlyList<SandboxRequest> Requests => _pipeline.Log.Copy();

    /// <summary>Gets the e-mail address of the simple credential that the site accepts.</summary>
    public string Email { get; }

    /// <summary>Gets the API token of the simple credential that the site accepts.</summary>
    public string ApiToken { get; }

    /// <summary>Gets what the site really holds, to compare with what was read through the API.</summary>
    public SandboxTruth Truth { get; }

    /// <summary>Gets what the authorization server granted, and takes it back.</summary>
    public SandboxGrants Grants { get; }

    /// <summary>Starts a site.</summary>
    /// <param name="options">Its size, seed and credential; null for the defaults. They are read once, before this method returns.</param>
    /// <param name="cancellationToken">Cancels the start.</param>
    /// <returns>The running site, ready to be called.</returns>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    /// <exception cref="IOException">The port that the options ask for is in use.</exception>
    public static async Task<ConfluenceSandbox> StartAsync(SandboxOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new SandboxOptions();
        options.Validate();

        string email = options.Email;
        string apiToken = options.ApiToken ?? RandomNumberGenerator.GetHexString(32, lowercase: true);
        Site site = new(options);
        site.Spaces.ValidateAliases();
        RequestPipeline pipeline = new(options, site, [SandboxCredential.ApiToken(email, apiToken), .. options.Credentials]);
        SandboxServer server = await SandboxServer.StartAsync(options.Port, pipeline, cancellationToken).ConfigureAwait(false);
        return new ConfluenceSandbox(server, pipeline, site, email, apiToken);
    }

    /// <summary>
    /// Adds a rule while the site runs: it comes before those that are there, and counts from now on. So a credential dies, or a site goes away, between
    /// two things that a test does.
    /// </summary>
    /// <param name="rule">The rule.</param>
    /// <exception cref="ArgumentNullException">The rule is null.</exception>
    /// <exception cref="ArgumentException">One of its numbers is out of range.</exception>
    public void AddRule(SandboxRule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        rule.Validate();
        _pipeline.Rules.Add(rule);
    }

    /// <summary>Takes a rule away, whether the options brought it or <see cref="AddRule"/>. What it was to refuse is answered as usual again.</summary>
    /// <param name="rule">The rule.</param>
    /// <returns>Whether it was there.</returns>
    public bool RemoveRule(SandboxRule rule) => _pipeline.Rules.Remove(rule);

    /// <summary>Empties the log of requests. Requests keep counting.</summary>
    public void ClearRequests() => _pipeline.Log.Clear();

    /// <summary>Stops the site and frees its port.</summary>
    /// <returns>A task that ends when the last request was answered or broken off.</returns>
    public ValueTask DisposeAsync() => _server.DisposeAsync();

    /// <summary>Names the address; the credential stays out of it.</summary>
    /// <returns>The address of the site.</returns>
    public override string ToString() => $"Confluence sandbox at {BaseAddress}";
}

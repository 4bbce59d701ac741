namespace Confluence.Sandbox;

/// <summary>
/// Answers some requests with something else than the site would: so that callers can be tested with what only some pages, plans or sites
/// refuse. Rules come after credential and scopes and before the route, so that nothing is changed; the first one that fits counts. At the authorization
/// server a rule may answer requests for tokens, before anything of them is read.
/// </summary>
/// <example>
/// <code>
/// options.Rules.Add(new SandboxRule("GET", "/wiki/api/v2/pages/18000000007/footer-comments", SandboxAnswer.Forbidden));
/// options.Rules.Add(new SandboxRule("*", "/wiki/rest/api/analytics/**", SandboxAnswer.AnalyticsRestricted));
/// options.Rules.Add(new SandboxRule("*", "/wiki/**", SandboxAnswer.CredentialRefused) { After = 30 });
/// options.Rules.Add(new SandboxRule("GET", "/wiki/api/v2/**", SandboxAnswer.RateLimited(TimeSpan.FromMinutes(20))) { After = 10, Times = 1 });
/// </code>
/// </example>
public sealed class SandboxRule
{
    /// <summary>The one path outside <c>/wiki/</c> that rules may answer, at the authorization server.</summary>
    internal const string TokenPath = "/oauth/token";

    private readonly string[] _segments;

    /// <summary>Makes a rule.</summary>
    /// <param name="method">The method, such as <c>GET</c>, in any case; <c>*</c> for every method.</param>
    /// <param name="path">
    /// The path from the root of the site, without the gateway's prefix: <c>*</c> stands for one segment, and <c>**</c> at the end for any rest. Or
    /// <c>/oauth/token</c>, where the authorization server gives tokens; the ready refusals have the form of v1 there.
    /// </param>
    /// <param name="answer">What is answered.</param>
    /// <exception cref="ArgumentNullException">One of the three is null.</exception>
    /// <exception cref="ArgumentException">The method or the path cannot be one.</exception>
    public SandboxRule(string method, string path, SandboxAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(method);
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(answer);
        if (method != "*" && (method.Length == 0 || !method.All(char.IsAsciiLetter)))
        {
            throw new ArgumentException($"'{method}' is no method. Give one such as GET, or * for all.", nameof(method));
        }

        if ((path != TokenPath && !path.StartsWith("/wiki/", StringComparison.Ordinal)) || path.Contains('?', StringComparison.Ordinal))
        {
            throw new ArgumentException($"The path '{path}' of a rule must begin with /wiki/ and have no query, or be {TokenPath}. Write it as /wiki/api/v2/pages/*/footer-comments.", nameof(path));
        }

        _segments = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (_segments.AsSpan(..^1).Contains("**"))
        {
            throw new ArgumentException($"The path '{path}' of a rule has ** before its end. Write * for each segment there.", nameof(path));
        }

        Method = method.ToUpperInvariant();
        Path = path;
        Answer = answer;
    }

    /// <summary>Gets the method in capitals, or <c>*</c>.</summary>
    public string Method { get; }

    /// <summary>Gets the pattern of the path.</summary>
    public string Path { get; }

    /// <summary>Gets what is answered.</summary>
    public SandboxAnswer Answer { get; }

    /// <summary>Gets how many requests of one sandbox the rule answers before it ends; null, the default, for all. At least 1.</summary>
    public int? Times { get; init; }

    /// <summary>
    /// Gets how many requests that fit the rule lets pass before it answers: 0, the default, for none. With 30 the 31st is the first that it answers.
    /// </summary>
    public int After { get; init; }

    /// <summary>Names method and path.</summary>
    /// <returns>For example <c>GET /wiki/api/v2/pages/*/labels → 403</c>.</returns>
    public override string ToString() => $"{Method} {Path} → {Answer.Status}";

    /// <summary>Checks the numbers.</summary>
    /// <param name="owner">What holds them, for the message.</param>
    internal void Validate(string owner = nameof(SandboxRule))
    {
        if (Times is int times)
        {
            OptionRange.Require(nameof(Times), times, 1, int.MaxValue, owner);
        }

        OptionRange.Require(nameof(After), After, 0, int.MaxValue, owner);
    }

    internal bool Fits(string method, string[] segments)
    {
        bool open = _segments[^1] == "**";
        int length = open ? _segments.Length - 1 : _segments.Length;
        if ((Method != "*" && Method != method) || (open ? segments.Length < length : segments.Length != length))
        {
            return false;
        }

        for (int index = 0; index < length; index++)
        {
            if (_segments[index] != "*" && _segments[index] != segments[index])
            {
                return false;
            }
        }

        return true;
    }
}

using System.Globalization;
using Confluence.Sandbox.Refusals;

namespace Confluence.Sandbox;

/// <summary>
/// What a <see cref="SandboxRule"/> answers: one of the refusals that Confluence is known for, in the shape of the API that was called,
/// or any status, body and headers.
/// </summary>
public sealed class SandboxAnswer
{
    private const string V1Exceptions = "com.atlassian.confluence.api.service.exceptions.";

    private readonly Func<bool, Refusal> _refusal;

    /// <summary>Makes an answer of any kind.</summary>
    /// <param name="status">The status: 200 to 599.</param>
    /// <param name="body">The body; empty for none.</param>
    /// <param name="contentType">The content type, which need not be that of the body: Confluence now and then calls plain text JSON.</param>
    /// <exception cref="ArgumentOutOfRangeException">The status is none.</exception>
    /// <exception cref="ArgumentNullException">The body or the content type is null.</exception>
    public SandboxAnswer(int status, string body = "", string contentType = "application/json")
        : this(status, _ => Refusal.WithText(status, body, contentType))
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(status, 200);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(status, 599);
        ArgumentNullException.ThrowIfNull(body);
        ArgumentNullException.ThrowIfNull(contentType);
    }

    private SandboxAnswer(int status, Func<bool, Refusal> refusal)
    {
        Status = status;
        _refusal = refusal;
    }

    /// <summary>Gets the status; of an answer that the two APIs give with different ones, that of v2.</summary>
    public int Status { get; }

    /// <summary>Gets headers that the answer has beside its content type. None by default.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>Gets 403: the account may not do this.</summary>
    public static SandboxAnswer Forbidden { get; } = new(403, static v2 => v2
        ? V2Error.Forbidden()
        : V1Error.Of(403, V1Exceptions + "PermissionException: The user is not permitted to do this", valid: true));

    /// <summary>Gets 404: there is no such thing, it was purged, or it is not visible; nothing tells which thing.</summary>
    public static SandboxAnswer NotFound { get; } = new(404, static v2 => v2
        ? V2Error.NotFound()
        : V1Error.NotFound("No content found, or no permission to see it"));

    /// <summary>
    /// Gets what a credential gets that is not accepted any more: a bare 404 in v2, and 403 in v1. With <see cref="SandboxRule.After"/> it dies in the
    /// middle of what is being done.
    /// </summary>
    public static SandboxAnswer CredentialRefused { get; } = new(404, static v2 => v2 ? V2Error.NotFound() : V1Error.NoAccess());

    /// <summary>Gets 404 in the words of the platform: the site is suspended, was moved, or is none any more.</summary>
    public static SandboxAnswer SiteUnavailable { get; } = new(404, static _ => GatewayError.SiteUnavailable());

    /// <summary>Gets 404 with a web page: the server knows no such path.</summary>
    public static SandboxAnswer NoSuchRoute { get; } = new(404, static _ => Refusal.WithHtml(404, "Page not found"));

    /// <summary>Gets 403: the account may not see analytics, or the plan has none.</summary>
    public static SandboxAnswer AnalyticsRestricted { get; } = new(403, static _ =>
        V1Error.Of(403, V1Exceptions + """PermissionException: {"reason":"ViewAnalyticsRestricted"}""", valid: true));

    /// <summary>Gets 403: the plan of the site has no page restrictions.</summary>
    public static SandboxAnswer RestrictionsNotInPlan { get; } = new(403, static _ =>
        V1Error.Of(403, V1Exceptions + "PermissionException: Restrictions are not available", valid: true));

    /// <summary>Gets 400: the site manages access to spaces by roles, so that single permissions cannot be set.</summary>
    public static SandboxAnswer RolesOnly { get; } = new(400, static _ =>
        V1Error.Of(400, V1Exceptions + "InvalidRbacOperationException: The operation is not available on a site with space roles", valid: false));

    /// <summary>Gets 409: somebody else wrote the same thing at the same moment.</summary>
    public static SandboxAnswer ConcurrentWrite { get; } = new(409, static _ =>
        V1Error.Of(409, V1Exceptions + "ConflictException: javax.persistence.OptimisticLockException: the row was changed by another transaction", valid: true));

    /// <summary>Gets 410: Atlassian has removed the operation.</summary>
    public static SandboxAnswer Removed { get; } = new(410, static _ => V1Error.Gone());

    /// <summary>Gives 429: too many requests, in a second or in the hour of a quota.</summary>
    /// <param name="retryAfter">What <c>Retry-After</c> asks to wait, in full seconds. Hourly quotas ask for up to an hour.</param>
    /// <param name="reason">What <c>RateLimit-Reason</c> says.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative.</exception>
    /// <exception cref="ArgumentNullException">The reason is null.</exception>
    public static SandboxAnswer RateLimited(TimeSpan retryAfter, string reason = "confluence-quota-tenant-based")
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(retryAfter, TimeSpan.Zero);
        ArgumentNullException.ThrowIfNull(reason);
        return new SandboxAnswer(429, static _ => GatewayError.TooManyRequests())
        {
            Headers = new Dictionary<string, string>
            {
                ["Retry-After"] = ((long)Math.Ceiling(retryAfter.TotalSeconds)).ToString(CultureInfo.InvariantCulture),
                ["RateLimit-Reason"] = reason,
            },
        };
    }

    /// <summary>Gives 400: the content has an attachment of this name.</summary>
    /// <param name="fileName">The name of the file.</param>
    /// <returns>The answer.</returns>
    public static SandboxAnswer AttachmentExists(string fileName)
    {
        ArgumentNullException.ThrowIfNull(fileName);
        return new SandboxAnswer(400, _ => V1Error.Of(
            400, V1Exceptions + "BadRequestException: Cannot add a new attachment with same file name as an existing attachment: " + fileName, valid: true));
    }

    /// <summary>Gets 403: only administrators may do this.</summary>
    internal static SandboxAnswer AdministratorsOnly { get; } = new(403, static _ =>
        V1Error.Of(403, V1Exceptions + "PermissionException: Only Confluence administrators may do this", valid: true));

    internal Refusal ToRefusal(bool v2)
    {
        Refusal refusal = _refusal(v2);
        foreach ((string name, string value) in Headers)
        {
            refusal.Headers[name] = value;
        }

        return refusal;
    }
}

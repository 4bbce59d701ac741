namespace Confluence.Generated;

/// <summary>
/// What is probably wrong when the server refuses a call. The set is open: later versions may tell more kinds apart,
/// so code that switches over kinds needs a branch for the rest.
/// </summary>
public readonly struct ConfluenceErrorKind : IEquatable<ConfluenceErrorKind>
{
    private readonly string? _value;

    /// <summary>Makes a kind from its name.</summary>
    /// <param name="value">The name.</param>
    public ConfluenceErrorKind(string value)
    {
        ArgumentException.ThrowIfNullOrEmpty(value);
        _value = value;
    }

    /// <summary>Nothing more is known than the status. This is the default value.</summary>
    public static ConfluenceErrorKind Unknown => default;

    /// <summary>401: no credential that the server accepts; it is wrong, expired or revoked.</summary>
    public static ConfluenceErrorKind Unauthenticated => new(nameof(Unauthenticated));

    /// <summary>403 of v1: the credential is wrong, revoked or absent, or its account has no access to Confluence.</summary>
    public static ConfluenceErrorKind CredentialRejected => new(nameof(CredentialRejected));

    /// <summary>401: the token is good, but lacks a scope that the operation needs.</summary>
    public static ConfluenceErrorKind ScopeMissing => new(nameof(ScopeMissing));

    /// <summary>401 at the site: a token with scopes, or an OAuth token, was used at the site, and such tokens work only at the gateway.</summary>
    public static ConfluenceErrorKind ScopedTokenAtSite => new(nameof(ScopedTokenAtSite));

    /// <summary>403: the account may not do this.</summary>
    public static ConfluenceErrorKind PermissionDenied => new(nameof(PermissionDenied));

    /// <summary>403: the server took the write for a forged browser request.</summary>
    public static ConfluenceErrorKind XsrfRejected => new(nameof(XsrfRejected));

    /// <summary>403: the account may not see analytics here, or the plan has none.</summary>
    public static ConfluenceErrorKind AnalyticsNotPermitted => new(nameof(AnalyticsNotPermitted));

    /// <summary>403 to a change of restrictions: the plan has no restrictions, or the account may not set them.</summary>
    public static ConfluenceErrorKind RestrictionsNotPermitted => new(nameof(RestrictionsNotPermitted));

    /// <summary>403: the plan of the site does not include this; the server asks to upgrade.</summary>
    public static ConfluenceErrorKind PlanRequired => new(nameof(PlanRequired));

    /// <summary>403: the app that the token belongs to is not installed on the site.</summary>
    public static ConfluenceErrorKind AppNotInstalled => new(nameof(AppNotInstalled));

    /// <summary>404: there is no such thing, or the account may not see it.</summary>
    public static ConfluenceErrorKind NotFound => new(nameof(NotFound));

    /// <summary>404 of v2 that names nothing: the credential was refused, or the thing is not there or not visible.</summary>
    public static ConfluenceErrorKind NotFoundOrNotVisible => new(nameof(NotFoundOrNotVisible));

    /// <summary>404 with a web page: the server does not know the path at all.</summary>
    public static ConfluenceErrorKind RouteNotFound => new(nameof(RouteNotFound));

    /// <summary>404 for everything: the site is suspended, is being moved, or is there no more.</summary>
    public static ConfluenceErrorKind SiteUnavailable => new(nameof(SiteUnavailable));

    /// <summary>404 of the gateway: the address lacks the part that names the site.</summary>
    public static ConfluenceErrorKind GatewayPrefixMissing => new(nameof(GatewayPrefixMissing));

    /// <summary>409: the version number that was sent is not the next one.</summary>
    public static ConfluenceErrorKind VersionConflict => new(nameof(VersionConflict));

    /// <summary>409: somebody else was writing the same thing at the same moment.</summary>
    public static ConfluenceErrorKind ConcurrentUpdate => new(nameof(ConcurrentUpdate));

    /// <summary>409: the call does not fit the present state, for example because the thing exists already.</summary>
    public static ConfluenceErrorKind Conflict => new(nameof(Conflict));

    /// <summary>400: something in the call is not valid.</summary>
    public static ConfluenceErrorKind InvalidRequest => new(nameof(InvalidRequest));

    /// <summary>400: the cursor is not valid, or not any more.</summary>
    public static ConfluenceErrorKind InvalidCursor => new(nameof(InvalidCursor));

    /// <summary>400: the space has a page, blog post or folder of this title already.</summary>
    public static ConfluenceErrorKind TitleExists => new(nameof(TitleExists));

    /// <summary>400: the content has an attachment of this name already.</summary>
    public static ConfluenceErrorKind AttachmentExists => new(nameof(AttachmentExists));

    /// <summary>400: the site manages access to spaces by roles, so single permissions cannot be set.</summary>
    public static ConfluenceErrorKind SpaceRolesRequired => new(nameof(SpaceRolesRequired));

    /// <summary>410: Atlassian has removed the operation.</summary>
    public static ConfluenceErrorKind Gone => new(nameof(Gone));

    /// <summary>413: the body is larger than the server takes.</summary>
    public static ConfluenceErrorKind PayloadTooLarge => new(nameof(PayloadTooLarge));

    /// <summary>415: the server does not take a body of this type.</summary>
    public static ConfluenceErrorKind UnsupportedMediaType => new(nameof(UnsupportedMediaType));

    /// <summary>429: too many calls in too short a time.</summary>
    public static ConfluenceErrorKind RateLimited => new(nameof(RateLimited));

    /// <summary>3xx: the server points elsewhere, where the client does not follow.</summary>
    public static ConfluenceErrorKind Redirected => new(nameof(Redirected));

    /// <summary>408, 502, 503 or 504: the service is out of reach for the moment.</summary>
    public static ConfluenceErrorKind Unavailable => new(nameof(Unavailable));

    /// <summary>501: the server does not do this.</summary>
    public static ConfluenceErrorKind NotSupported => new(nameof(NotSupported));

    /// <summary>Any other 5xx: the server failed.</summary>
    public static ConfluenceErrorKind ServerError => new(nameof(ServerError));

    /// <summary>A download was found, but the host that keeps its content refused to hand it out.</summary>
    public static ConfluenceErrorKind ContentHostRefused => new(nameof(ContentHostRefused));

    /// <summary>A download was found, but the host that keeps its content does not have it any more.</summary>
    public static ConfluenceErrorKind FileLost => new(nameof(FileLost));

    /// <summary>The name of the kind.</summary>
    public string Value => _value ?? nameof(Unknown);

    /// <summary>Whether two kinds have the same name.</summary>
    /// <param name="left">The one.</param>
    /// <param name="right">The other.</param>
    /// <returns>True when they are equal.</returns>
    public static bool operator ==(ConfluenceErrorKind left, ConfluenceErrorKind right) => left.Equals(right);

    /// <summary>Whether two kinds have different names.</summary>
    /// <param name="left">The one.</param>
    /// <param name="right">The other.</param>
    /// <returns>True when they differ.</returns>
    public static bool operator !=(ConfluenceErrorKind left, ConfluenceErrorKind right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(ConfluenceErrorKind other) => string.Equals(Value, other.Value, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is ConfluenceErrorKind other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => string.GetHashCode(Value, StringComparison.Ordinal);

    /// <summary>The name of the kind.</summary>
    /// <returns>The same as <see cref="Value"/>.</returns>
    public override string ToString() => Value;
}

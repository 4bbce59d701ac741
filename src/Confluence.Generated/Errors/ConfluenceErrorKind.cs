using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;
using Confluence.Generated.Json;

namespace Confluence.Generated;

/// <summary>
/// What is probably wrong when the server refuses a call. The set is open: later versions may distinguish more kinds,
/// so code that switches over kinds needs a default branch.
/// </summary>
[JsonConverter(typeof(JsonModelConverter<ConfluenceErrorKind>))]
[TypeConverter(typeof(OpenEnumConverter<ConfluenceErrorKind>))]
public readonly record struct ConfluenceErrorKind : ISpanParsable<ConfluenceErrorKind>, IJsonModel<ConfluenceErrorKind>, IOpenEnum
{
    private readonly string? _value;

    /// <summary>Creates a kind from its name.</summary>
    /// <param name="value">The name.</param>
    public ConfluenceErrorKind(string value)
    {
        ArgumentException.ThrowIfNullOrEmpty(value);
        _value = value == Values.Unknown ? null : value; // Equal to the default, which has this name.
    }

    /// <summary>Only the status is known. This is the default value.</summary>
    public static ConfluenceErrorKind Unknown => default;

    /// <summary>401: the credential is wrong, expired or revoked.</summary>
    public static ConfluenceErrorKind Unauthenticated => new(Values.Unauthenticated);

    /// <summary>403 of v1: the credential is wrong, revoked or absent, or its account has no access to Confluence.</summary>
    public static ConfluenceErrorKind CredentialRejected => new(Values.CredentialRejected);

    /// <summary>401: the token is valid, but lacks a scope that the operation needs.</summary>
    public static ConfluenceErrorKind ScopeMissing => new(Values.ScopeMissing);

    /// <summary>401 at the site: a token with scopes, or an OAuth token, was used at the site, and such tokens work only at the gateway.</summary>
    public static ConfluenceErrorKind ScopedTokenAtSite => new(Values.ScopedTokenAtSite);

    /// <summary>403: the account may not do this.</summary>
    public static ConfluenceErrorKind PermissionDenied => new(Values.PermissionDenied);

    /// <summary>403: the server rejected the write as a forged browser request.</summary>
    public static ConfluenceErrorKind XsrfRejected => new(Values.XsrfRejected);

    /// <summary>403: the account may not see analytics here, or the plan has none.</summary>
    public static ConfluenceErrorKind AnalyticsNotPermitted => new(Values.AnalyticsNotPermitted);

    /// <summary>403 to a change of restrictions: the plan has no restrictions, or the account may not set them.</summary>
    public static ConfluenceErrorKind RestrictionsNotPermitted => new(Values.RestrictionsNotPermitted);

    /// <summary>403: the plan of the site does not include this; the server asks to upgrade.</summary>
    public static ConfluenceErrorKind PlanRequired => new(Values.PlanRequired);

    /// <summary>403: the app that the token belongs to is not installed on the site.</summary>
    public static ConfluenceErrorKind AppNotInstalled => new(Values.AppNotInstalled);

    /// <summary>404: the item does not exist, or the account may not see it.</summary>
    public static ConfluenceErrorKind NotFound => new(Values.NotFound);

    /// <summary>404 of v2 that names nothing: the item does not exist, the account may not see it, or the credential was refused.</summary>
    public static ConfluenceErrorKind NotFoundOrCredentialRefused => new(Values.NotFoundOrCredentialRefused);

    /// <summary>404 with a web page: the server does not know the path at all.</summary>
    public static ConfluenceErrorKind RouteNotFound => new(Values.RouteNotFound);

    /// <summary>404 for everything: the site is suspended, is being moved, or no longer exists.</summary>
    public static ConfluenceErrorKind SiteUnavailable => new(Values.SiteUnavailable);

    /// <summary>404 of the gateway: the address lacks the part that names the site.</summary>
    public static ConfluenceErrorKind GatewayPrefixMissing => new(Values.GatewayPrefixMissing);

    /// <summary>409: the version number that was sent is not the next one.</summary>
    public static ConfluenceErrorKind VersionConflict => new(Values.VersionConflict);

    /// <summary>409: somebody else wrote the same item at the same time.</summary>
    public static ConfluenceErrorKind ConcurrentUpdate => new(Values.ConcurrentUpdate);

    /// <summary>409: the call conflicts with the current state, for example because the item already exists.</summary>
    public static ConfluenceErrorKind Conflict => new(Values.Conflict);

    /// <summary>400: something in the call is not valid.</summary>
    public static ConfluenceErrorKind InvalidRequest => new(Values.InvalidRequest);

    /// <summary>400: the cursor is not valid, or is no longer valid.</summary>
    public static ConfluenceErrorKind InvalidCursor => new(Values.InvalidCursor);

    /// <summary>400: the space already has a page, blog post or folder with this title.</summary>
    public static ConfluenceErrorKind TitleExists => new(Values.TitleExists);

    /// <summary>400: the content already has an attachment with this name.</summary>
    public static ConfluenceErrorKind AttachmentExists => new(Values.AttachmentExists);

    /// <summary>400: the site manages access to spaces by roles, so individual permissions cannot be set.</summary>
    public static ConfluenceErrorKind SpaceRolesRequired => new(Values.SpaceRolesRequired);

    /// <summary>410: Atlassian has removed the operation.</summary>
    public static ConfluenceErrorKind OperationRemoved => new(Values.OperationRemoved);

    /// <summary>413: the body is larger than the server accepts.</summary>
    public static ConfluenceErrorKind PayloadTooLarge => new(Values.PayloadTooLarge);

    /// <summary>415: the server does not accept a body of this type.</summary>
    public static ConfluenceErrorKind UnsupportedMediaType => new(Values.UnsupportedMediaType);

    /// <summary>429: too many calls in a short time.</summary>
    public static ConfluenceErrorKind RateLimited => new(Values.RateLimited);

    /// <summary>3xx: the server points elsewhere, and the client does not follow.</summary>
    public static ConfluenceErrorKind Redirected => new(Values.Redirected);

    /// <summary>408, 502, 503 or 504: the service is temporarily unavailable.</summary>
    public static ConfluenceErrorKind Unavailable => new(Values.Unavailable);

    /// <summary>501: the server does not support this.</summary>
    public static ConfluenceErrorKind NotSupported => new(Values.NotSupported);

    /// <summary>Any other 5xx: the server failed.</summary>
    public static ConfluenceErrorKind ServerError => new(Values.ServerError);

    /// <summary>A download was found, but the host that stores its content refused to deliver it.</summary>
    public static ConfluenceErrorKind ContentHostRefused => new(Values.ContentHostRefused);

    /// <summary>A download was found, but the host that stores its content no longer has it.</summary>
    public static ConfluenceErrorKind FileLost => new(Values.FileLost);

    /// <summary>The name of the kind.</summary>
    public string Value => _value ?? Values.Unknown;

    /// <inheritdoc/>
    public static ConfluenceErrorKind Parse(string s, IFormatProvider? provider) => OpenEnumText.Parse<ConfluenceErrorKind>(s);

    /// <inheritdoc/>
    public static ConfluenceErrorKind Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => OpenEnumText.Parse<ConfluenceErrorKind>(s.ToString());

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out ConfluenceErrorKind result)
    {
        result = string.IsNullOrEmpty(s) ? default : new ConfluenceErrorKind(s);
        return !string.IsNullOrEmpty(s);
    }

    /// <inheritdoc/>
    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out ConfluenceErrorKind result) => TryParse(s.ToString(), provider, out result);

    /// <summary>The name of the kind.</summary>
    /// <returns>The same as <see cref="Value"/>.</returns>
    public override string ToString() => Value;

    static ConfluenceErrorKind IJsonModel<ConfluenceErrorKind>.Read(ref Utf8JsonReader reader) => OpenEnumText.Read<ConfluenceErrorKind>(ref reader);

    void IJsonModel<ConfluenceErrorKind>.Write(Utf8JsonWriter writer) => writer.WriteStringValue(Value);

    /// <summary>The known values as constants, for <c>switch</c>.</summary>
    public static class Values
    {
        /// <summary>The value of <see cref="ConfluenceErrorKind.Unknown"/>.</summary>
        public const string Unknown = "Unknown";

        /// <summary>The value of <see cref="ConfluenceErrorKind.Unauthenticated"/>.</summary>
        public const string Unauthenticated = "Unauthenticated";

        /// <summary>The value of <see cref="ConfluenceErrorKind.CredentialRejected"/>.</summary>
        public const string CredentialRejected = "CredentialRejected";

        /// <summary>The value of <see cref="ConfluenceErrorKind.ScopeMissing"/>.</summary>
        public const string ScopeMissing = "ScopeMissing";

        /// <summary>The value of <see cref="ConfluenceErrorKind.ScopedTokenAtSite"/>.</summary>
        public const string ScopedTokenAtSite = "ScopedTokenAtSite";

        /// <summary>The value of <see cref="ConfluenceErrorKind.PermissionDenied"/>.</summary>
        public const string PermissionDenied = "PermissionDenied";

        /// <summary>The value of <see cref="ConfluenceErrorKind.XsrfRejected"/>.</summary>
        public const string XsrfRejected = "XsrfRejected";

        /// <summary>The value of <see cref="ConfluenceErrorKind.AnalyticsNotPermitted"/>.</summary>
        public const string AnalyticsNotPermitted = "AnalyticsNotPermitted";

        /// <summary>The value of <see cref="ConfluenceErrorKind.RestrictionsNotPermitted"/>.</summary>
        public const string RestrictionsNotPermitted = "RestrictionsNotPermitted";

        /// <summary>The value of <see cref="ConfluenceErrorKind.PlanRequired"/>.</summary>
        public const string PlanRequired = "PlanRequired";

        /// <summary>The value of <see cref="ConfluenceErrorKind.AppNotInstalled"/>.</summary>
        public const string AppNotInstalled = "AppNotInstalled";

        /// <summary>The value of <see cref="ConfluenceErrorKind.NotFound"/>.</summary>
        public const string NotFound = "NotFound";

        /// <summary>The value of <see cref="ConfluenceErrorKind.NotFoundOrCredentialRefused"/>.</summary>
        public const string NotFoundOrCredentialRefused = "NotFoundOrCredentialRefused";

        /// <summary>The value of <see cref="ConfluenceErrorKind.RouteNotFound"/>.</summary>
        public const string RouteNotFound = "RouteNotFound";

        /// <summary>The value of <see cref="ConfluenceErrorKind.SiteUnavailable"/>.</summary>
        public const string SiteUnavailable = "SiteUnavailable";

        /// <summary>The value of <see cref="ConfluenceErrorKind.GatewayPrefixMissing"/>.</summary>
        public const string GatewayPrefixMissing = "GatewayPrefixMissing";

        /// <summary>The value of <see cref="ConfluenceErrorKind.VersionConflict"/>.</summary>
        public const string VersionConflict = "VersionConflict";

        /// <summary>The value of <see cref="ConfluenceErrorKind.ConcurrentUpdate"/>.</summary>
        public const string ConcurrentUpdate = "ConcurrentUpdate";

        /// <summary>The value of <see cref="ConfluenceErrorKind.Conflict"/>.</summary>
        public const string Conflict = "Conflict";

        /// <summary>The value of <see cref="ConfluenceErrorKind.InvalidRequest"/>.</summary>
        public const string InvalidRequest = "InvalidRequest";

        /// <summary>The value of <see cref="ConfluenceErrorKind.InvalidCursor"/>.</summary>
        public const string InvalidCursor = "InvalidCursor";

        /// <summary>The value of <see cref="ConfluenceErrorKind.TitleExists"/>.</summary>
        public const string TitleExists = "TitleExists";

        /// <summary>The value of <see cref="ConfluenceErrorKind.AttachmentExists"/>.</summary>
        public const string AttachmentExists = "AttachmentExists";

        /// <summary>The value of <see cref="ConfluenceErrorKind.SpaceRolesRequired"/>.</summary>
        public const string SpaceRolesRequired = "SpaceRolesRequired";

        /// <summary>The value of <see cref="ConfluenceErrorKind.OperationRemoved"/>.</summary>
        public const string OperationRemoved = "OperationRemoved";

        /// <summary>The value of <see cref="ConfluenceErrorKind.PayloadTooLarge"/>.</summary>
        public const string PayloadTooLarge = "PayloadTooLarge";

        /// <summary>The value of <see cref="ConfluenceErrorKind.UnsupportedMediaType"/>.</summary>
        public const string UnsupportedMediaType = "UnsupportedMediaType";

        /// <summary>The value of <see cref="ConfluenceErrorKind.RateLimited"/>.</summary>
        public const string RateLimited = "RateLimited";

        /// <summary>The value of <see cref="ConfluenceErrorKind.Redirected"/>.</summary>
        public const string Redirected = "Redirected";

        /// <summary>The value of <see cref="ConfluenceErrorKind.Unavailable"/>.</summary>
        public const string Unavailable = "Unavailable";

        /// <summary>The value of <see cref="ConfluenceErrorKind.NotSupported"/>.</summary>
        public const string NotSupported = "NotSupported";

        /// <summary>The value of <see cref="ConfluenceErrorKind.ServerError"/>.</summary>
        public const string ServerError = "ServerError";

        /// <summary>The value of <see cref="ConfluenceErrorKind.ContentHostRefused"/>.</summary>
        public const string ContentHostRefused = "ContentHostRefused";

        /// <summary>The value of <see cref="ConfluenceErrorKind.FileLost"/>.</summary>
        public const string FileLost = "FileLost";
    }
}

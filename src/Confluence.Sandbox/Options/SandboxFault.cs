namespace Confluence.Sandbox;

/// <summary>What a sandbox does to an answer when it is told to. See <see cref="SandboxFaults"/>.</summary>
public enum SandboxFault
{
    /// <summary>429 with <c>Retry-After</c>, for a burst of requests.</summary>
    TooManyRequests,

    /// <summary>429 that names no time to wait.</summary>
    TooManyRequestsWithoutRetryAfter,

    /// <summary>503 with <c>Retry-After</c>.</summary>
    Unavailable,

    /// <summary>503 that names no time to wait.</summary>
    UnavailableWithoutRetryAfter,

    /// <summary>The connection is reset before a byte of the answer.</summary>
    ResetBeforeAnswer,

    /// <summary>The connection is closed in the middle of the body, before the length that the headers promise.</summary>
    ClosedInBody,

    /// <summary>The answer comes late, and is right.</summary>
    Slow,

    /// <summary>The body ends in the middle, although the answer is complete by its headers.</summary>
    TruncatedBody,

    /// <summary>A web page with status 200 that calls itself <c>application/json</c>, as proxies and login pages send.</summary>
    HtmlAsJson,
}

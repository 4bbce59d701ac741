using System.Net;
using Confluence.Generated.Answers;
using Confluence.Generated.Errors.Text;

namespace Confluence.Generated.Errors;

/// <summary>An answer, as errors describe it. Its texts are safe for messages only after <see cref="Clean"/>.</summary>
internal interface IFailedAnswer
{
    /// <summary>The status.</summary>
    HttpStatusCode StatusCode { get; }

    /// <summary>The part of the body that arrived.</summary>
    ReadOnlySpan<byte> Body { get; }

    /// <summary>The media type; null if none was named.</summary>
    string? ContentType { get; }

    /// <summary>The character set of the body; null if none was named.</summary>
    string? CharSet { get; }

    /// <summary>Whether the connection broke before the body was complete.</summary>
    bool IsBodyCutOff { get; }

    /// <summary>The host that redirects led to; null if the site itself answered.</summary>
    string? ContentHost { get; }

    /// <summary>The address that answered, and the one that the answer points to; each null if there is none.</summary>
    (Uri? Own, Uri? Target) Addresses { get; }

    /// <summary>The scheme of the credential that was sent; null for none.</summary>
    string? CredentialScheme { get; }

    /// <summary>The values that must not be shown if the server echoes them.</summary>
    SecretValues Secrets { get; }

    /// <summary>The id by which Atlassian can find the request; null if none was named.</summary>
    string? RequestId { get; }

    /// <summary>The wait that the answer asks for; null if it asks for none.</summary>
    TimeSpan? RetryAfter { get; }

    /// <summary>The quota in the answer; null if there is none.</summary>
    ConfluenceQuota? Quota { get; }

    /// <summary>The beginning of the body as text; null if there is none.</summary>
    string? Excerpt { get; }

    /// <summary>The title of a body that is a web page; null if it has none.</summary>
    string? PageTitle { get; }

    /// <summary>Gets the first value of a header; null if it did not arrive.</summary>
    string? Header(string name);

    /// <summary>Removes secrets from text of the answer, and limits its length; null if nothing is left of it.</summary>
    string? Clean(string? text, int maxLength);

    /// <summary>Gets the text of the body around a position; null if there is none.</summary>
    string? ExcerptAround(long position);
}

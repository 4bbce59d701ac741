using System.Net;
using Confluence.Generated.Answers;
using Confluence.Generated.Errors.Text;

namespace Confluence.Generated.Errors;

/// <summary>What errors tell of an answer. Texts of it are fit for messages only after <see cref="Clean"/>.</summary>
internal interface IFailedAnswer
{
    /// <summary>The status.</summary>
    HttpStatusCode StatusCode { get; }

    /// <summary>What arrived of the body.</summary>
    ReadOnlySpan<byte> Body { get; }

    /// <summary>The media type; null when none was named.</summary>
    string? ContentType { get; }

    /// <summary>The character set of the body; null when none was named.</summary>
    string? CharSet { get; }

    /// <summary>Whether the connection broke before the body was complete.</summary>
    bool IsBodyCutOff { get; }

    /// <summary>The host that redirects led to; null when the site itself answered.</summary>
    string? ContentHost { get; }

    /// <summary>The address that answered, and the one that the answer points to; each null when there is none.</summary>
    (Uri? Own, Uri? Target) Addresses { get; }

    /// <summary>The scheme of the credential that was sent; null for none.</summary>
    string? CredentialScheme { get; }

    /// <summary>What must not show of the answer, should the server echo it.</summary>
    SecretValues Secrets { get; }

    /// <summary>The id under which Atlassian can find the request; null when none was named.</summary>
    string? RequestId { get; }

    /// <summary>The wait that the answer asks for; null when it asks for none.</summary>
    TimeSpan? RetryAfter { get; }

    /// <summary>What the answer says about the quota; null when it says nothing.</summary>
    ConfluenceQuota? Quota { get; }

    /// <summary>The beginning of the body as text; null when there is none.</summary>
    string? Excerpt { get; }

    /// <summary>What the body calls itself if it is a web page; null when it has no title.</summary>
    string? PageTitle { get; }

    /// <summary>The first value of a header; null when it did not arrive.</summary>
    string? Header(string name);

    /// <summary>Text that came with the answer, without its secrets and not longer than so many characters; null when nothing is left of it.</summary>
    string? Clean(string? text, int maxLength);

    /// <summary>The text of the body around a position; null when there is none.</summary>
    string? ExcerptAround(long position);
}

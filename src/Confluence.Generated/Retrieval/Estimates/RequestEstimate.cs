using System.Diagnostics;

namespace Confluence.Generated.Retrieval;

/// <summary>How many requests a retrieval will take, as estimated before it begins.</summary>
/// <param name="Least">The number of requests that it takes at least.</param>
/// <param name="Likely">The number that it takes when each item that is looked into needs one request of each kind. Items with long lists need more.</param>
/// <param name="Parts">Where the requests go, in the order in which they are made first.</param>
[DebuggerDisplay("{ToString(),nq}")]
public sealed record RequestEstimate(long Least, long Likely, IReadOnlyList<RequestEstimatePart> Parts)
{
    /// <summary>The estimate in one line.</summary>
    /// <returns>For example <c>about 1,204 requests (at least 204)</c>.</returns>
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"about {Likely:N0} requests (at least {Least:N0})");
}

/// <summary>One purpose of the requests of a retrieval.</summary>
/// <param name="Purpose">What the requests are for: <c>versions of pages</c>.</param>
/// <param name="Requests">How many of them are likely.</param>
/// <param name="IsExact">Whether the number is known rather than guessed from what the site says about sizes.</param>
public sealed record RequestEstimatePart(string Purpose, long Requests, bool IsExact);

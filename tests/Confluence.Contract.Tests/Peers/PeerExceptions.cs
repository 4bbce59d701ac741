namespace Confluence.Contract.Tests.Peers;

/// <summary>The operations that NSwag cannot express or gets wrong, each with what shows it and why. A test fails when one no longer applies.</summary>
internal static class PeerExceptions
{
    private const string AllPartsRequired = "NSwag asks for every part of a form: a call without the optional comment cannot be made. With all parts both clients agree.";

    private const string NoOffset = "NSwag writes a time into a query without its fraction and without its offset, so the server takes it for a time of its own zone.";

    public static IReadOnlyDictionary<string, PeerException> All { get; } = new Dictionary<string, PeerException>(StringComparer.Ordinal)
    {
        ["v1 createAttachment"] = new("Value cannot be null. (Parameter 'comment')", AllPartsRequired),
        ["v1 createOrUpdateAttachments"] = new("Value cannot be null. (Parameter 'comment')", AllPartsRequired),
        ["v1 updateAttachmentData"] = new("Value cannot be null. (Parameter 'comment')", AllPartsRequired),
        ["v1 getViews"] = new("query fromDate=2026-03-04T05:08:09 instead of fromDate=2026-03-04T05:08:09.089Z", NoOffset),
        ["v1 getViewers"] = new("query fromDate=2026-03-04T05:08:09 instead of fromDate=2026-03-04T05:08:09.089Z", NoOffset),
    };
}

/// <summary>A known failure of the peer.</summary>
/// <param name="Difference">The one difference that is expected.</param>
/// <param name="Reason">Why the peer is wrong.</param>
internal sealed record PeerException(string Difference, string Reason);

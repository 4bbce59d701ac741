using System.Text.Json.Nodes;
using Confluence.Contract.Tests.Stub;

namespace Confluence.Contract.Tests.Peers;

/// <summary>Compares two requests by what they say: method, path, the query as a multiset, the body by its members or parts.</summary>
internal static class RequestComparison
{
    /// <summary>The differences; none when both say the same.</summary>
    /// <param name="own">The request of the library.</param>
    /// <param name="peer">The request of NSwag's client.</param>
    /// <param name="isComplete">Whether everything was set: what the peer adds then must say nothing, such as null.</param>
    /// <param name="unasked">Takes the members that the peer adds.</param>
    public static IEnumerable<string> Differences(ArrivedRequest own, ArrivedRequest peer, bool isComplete, ICollection<string> unasked)
    {
        if (own.Method != peer.Method || !own.Segments.SequenceEqual(peer.Segments, StringComparer.Ordinal))
        {
            yield return $"{peer.Method} {string.Join('/', peer.Segments)} instead of {own.Method} {string.Join('/', own.Segments)}";
        }

        if (!own.Query.SequenceEqual(peer.Query, StringComparer.Ordinal))
        {
            yield return $"query {string.Join(" & ", peer.Query)} instead of {string.Join(" & ", own.Query)}";
        }

        if (own.Header("Content-Type")?.StartsWith("multipart/", StringComparison.Ordinal) == true)
        {
            foreach (string difference in FormDifferences(FormPart.Read(own), FormPart.Read(peer)))
            {
                yield return difference;
            }
        }
        else if (own.Body.Length != 0 || peer.Body.Length != 0)
        {
            if (own.Body.Length == 0 || peer.Body.Length == 0 || !new BodyComparison(isComplete, unasked).SaySame(JsonNode.Parse(own.BodyText), JsonNode.Parse(peer.BodyText), "body"))
            {
                yield return $"body {peer.BodyText} instead of {own.BodyText}";
            }
        }
    }

    private static IEnumerable<string> FormDifferences(IReadOnlyList<FormPart> own, IReadOnlyList<FormPart> peer)
    {
        string ownNames = string.Join(", ", own.Select(static part => part.Name).Order(StringComparer.Ordinal));
        string peerNames = string.Join(", ", peer.Select(static part => part.Name).Order(StringComparer.Ordinal));
        if (ownNames != peerNames)
        {
            yield return $"parts {peerNames} instead of {ownNames}";
            yield break;
        }

        foreach (FormPart part in own)
        {
            FormPart other = peer.First(candidate => candidate.Name == part.Name);
            bool isSame = part.Content.AsSpan().SequenceEqual(other.Content) && part.FileName == other.FileName
                && string.Equals(part.ContentType, other.ContentType, StringComparison.OrdinalIgnoreCase);
            if (!isSame)
            {
                yield return $"part {other.Name} with file {other.FileName ?? "none"} of {other.ContentType} instead of file {part.FileName ?? "none"} of {part.ContentType}";
            }
        }
    }
}

using System.Text.Json;

namespace Confluence.Sandbox.Quota;

/// <summary>What a request costs: read off its answer, so that no route has to count.</summary>
internal static class RequestCost
{
    private const int CostOfIdentity = 2;

    /// <summary>The words in the last part of a path whose answers hold accounts or groups, which cost twice.</summary>
    private static readonly string[] s_identities = ["user", "users", "users-bulk", "bulk", "current", "group", "membersByGroupId", "memberof", "permissions"];

    /// <summary>Gives the points of a request.</summary>
    /// <param name="isRead">Whether the request only reads. Writes cost 1.</param>
    /// <param name="path">The path from the root of the site.</param>
    /// <param name="status">The status of the answer. Refusals cost 1, except that one for want of points costs nothing.</param>
    /// <param name="body">The body of the answer.</param>
    public static int Of(bool isRead, string path, int status, ReadOnlySpan<byte> body)
    {
        if (status == 429)
        {
            return 0;
        }

        int cost = s_identities.Contains(path[(path.LastIndexOf('/') + 1)..]) ? CostOfIdentity : 1;
        return isRead && status is >= 200 and < 300 ? 1 + (cost * Objects(body)) : 1;
    }

    /// <summary>Counts the objects of an answer: the results of a list, or 1.</summary>
    private static int Objects(ReadOnlySpan<byte> body)
    {
        if (body.IsEmpty || body[0] != (byte)'{')
        {
            return body.IsEmpty ? 0 : 1;
        }

        Utf8JsonReader reader = new(body);
        int count = 1;
        while (reader.Read())
        {
            if (reader is { CurrentDepth: 1, TokenType: JsonTokenType.PropertyName } && reader.ValueTextEquals("results"u8))
            {
                count = 0;
            }
            else if (reader is { CurrentDepth: 1, TokenType: JsonTokenType.EndArray })
            {
                return count;
            }
            else if (reader is { CurrentDepth: 2, TokenType: JsonTokenType.StartObject })
            {
                count++;
            }
        }

        return 1;
    }
}

using System.Text;
using WireMock;

namespace Confluence.Contract.Tests.Stub;

/// <summary>A request as it arrived.</summary>
/// <param name="method">The HTTP method.</param>
/// <param name="target">The path and the query as they stood on the wire.</param>
/// <param name="headers">The headers, each in one text.</param>
/// <param name="body">The body; empty for none.</param>
internal sealed class ArrivedRequest(string method, string target, IReadOnlyDictionary<string, string> headers, byte[] body)
{
    /// <summary>The header under which the stub keeps the target as it stood on the wire; WireMock has only a decoded one.</summary>
    public const string TargetHeader = "X-Contract-Target";

    private readonly string[] _target = target.Split('?', 2);

    public string Method => method;

    /// <summary>The segments of the path, each decoded on its own.</summary>
    public IReadOnlyList<string> Segments => [.. _target[0].Split('/').Select(Uri.UnescapeDataString)];

    /// <summary>The query, decoded and sorted: a multiset of <c>name=value</c>.</summary>
    public IReadOnlyList<string> Query => _target is [_, { Length: > 0 } query] ? [.. query.Split('&').Select(Uri.UnescapeDataString).Order(StringComparer.Ordinal)] : [];

    public byte[] Body => body;

    public string BodyText => Encoding.UTF8.GetString(body);

    public static ArrivedRequest Of(IRequestMessage message)
    {
        Dictionary<string, string> headers = new(StringComparer.OrdinalIgnoreCase);
        foreach ((string name, WireMock.Types.WireMockList<string> values) in message.Headers ?? new Dictionary<string, WireMock.Types.WireMockList<string>>())
        {
            headers[name] = string.Join(", ", values);
        }

        return new ArrivedRequest(message.Method, headers[TargetHeader], headers, message.BodyAsBytes ?? []);
    }

    /// <summary>The values of a header in one text; null when it did not arrive.</summary>
    public string? Header(string name) => headers.GetValueOrDefault(name);

    public override string ToString() => $"{method} {target} {BodyText}";
}

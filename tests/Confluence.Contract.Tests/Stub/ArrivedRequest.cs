using System.Text;
using WireMock;

namespace Confluence.Contract.Tests.Stub;

/// <summary>A request as it arrived.</summary>
internal sealed class ArrivedRequest(IRequestMessage message)
{
    /// <summary>The header under which the stub keeps the target as it stood on the wire; WireMock has only a decoded one.</summary>
    public const string TargetHeader = "X-Contract-Target";

    private readonly string[] _target = (message.Headers?[TargetHeader].ToString() ?? throw new ArgumentException("The target is missing.", nameof(message))).Split('?', 2);

    public string Method => message.Method;

    /// <summary>The segments of the path, each decoded on its own.</summary>
    public IReadOnlyList<string> Segments => [.. _target[0].Split('/').Select(Uri.UnescapeDataString)];

    /// <summary>The query, decoded and sorted: a multiset of <c>name=value</c>.</summary>
    public IReadOnlyList<string> Query => _target is [_, { Length: > 0 } query] ? [.. query.Split('&').Select(Uri.UnescapeDataString).Order(StringComparer.Ordinal)] : [];

    public byte[] Body => message.BodyAsBytes ?? [];

    public string BodyText => Encoding.UTF8.GetString(Body);

    /// <summary>The values of a header in one text; null when it did not arrive.</summary>
    public string? Header(string name) =>
        message.Headers is { } headers && headers.TryGetValue(name, out WireMock.Types.WireMockList<string>? values) ? string.Join(", ", values) : null;

    public override string ToString() => $"{Method} {string.Join('/', Segments)}?{string.Join('&', Query)} {BodyText}";
}

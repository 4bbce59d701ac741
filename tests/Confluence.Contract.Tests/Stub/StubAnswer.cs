using System.Text;

namespace Confluence.Contract.Tests.Stub;

/// <summary>One answer of the stub.</summary>
internal sealed record StubAnswer(int Status, string? MediaType, byte[] Body)
{
    /// <summary>Where a redirect leads to; null for none.</summary>
    public string? Location { get; init; }

    public static StubAnswer Json(int status, string json) => new(status, "application/json", Encoding.UTF8.GetBytes(json));
}

namespace Confluence.Generated.Tests.Contract.Wire;

/// <summary>One scripted answer.</summary>
internal sealed record WireAnswer(int Status, string? Body = null)
{
    public string ContentType { get; init; } = "application/json";

    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    public static WireAnswer Json(string body) => new(200, body);

    public WireAnswer With(string name, string value) => this with { Headers = new Dictionary<string, string>(Headers) { [name] = value } };
}

using System.Text;
using WireMock;

namespace Confluence.Generated.Tests.Contract.Wire;

/// <summary>A request as it arrived.</summary>
internal sealed class SentRequest(IRequestMessage message)
{
    public string Method => message.Method;

    public string Path => message.AbsolutePath;

    public byte[] Bytes => message.BodyAsBytes ?? [];

    public string Body => Encoding.UTF8.GetString(Bytes);

    /// <summary>The query as it stood on the wire, split at its ampersands and sorted: a multiset of encoded names and values.</summary>
    public IReadOnlyList<string> Query => message.RawQuery is { Length: > 0 } query ? [.. query.TrimStart('?').Split('&').Order(StringComparer.Ordinal)] : [];

    /// <summary>The values of a header in one text; null when it did not arrive.</summary>
    public string? Header(string name) =>
        message.Headers is { } headers && headers.TryGetValue(name, out WireMock.Types.WireMockList<string>? values) ? string.Join(", ", values) : null;

    /// <summary>Checks method, path, and the query as a multiset of encoded <c>name=value</c> pairs.</summary>
    public void Is(string method, string path, params string[] query)
    {
        Assert.Equal(method, Method);
        Assert.Equal(path, Path);
        Assert.Equal(query.Order(StringComparer.Ordinal), Query);
        HasClientHeaders();
    }

    /// <summary>Checks the headers that every request must have, and that no other one gives the caller away.</summary>
    private void HasClientHeaders()
    {
        string credential = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{WireServer.Email}:{WireServer.Token}"));
        Assert.Equal($"Basic {credential}", Header("Authorization"));
        Assert.Equal("application/json", Header("Accept"));
        Assert.Matches(@"^Confluence\.Generated/\d+\.\d+\.\d+\S* Contract-Tests/1\.0$", Header("User-Agent"));
        Assert.Null(Header("Cookie"));
        bool isWriteOfV1 = Path.StartsWith("/wiki/rest/", StringComparison.Ordinal) && Method != "GET";
        Assert.Equal(isWriteOfV1 ? "no-check" : null, Header("X-Atlassian-Token"));
        if (Method == "GET")
        {
            Assert.Null(Header("Content-Type"));
            Assert.Empty(Bytes);
        }
    }
}

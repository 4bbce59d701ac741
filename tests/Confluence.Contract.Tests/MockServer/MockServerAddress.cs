using Confluence.Contract.Tests.Documents;
using Confluence.Contract.Tests.Judges;
using Confluence.Generated;

namespace Confluence.Contract.Tests.MockServer;

/// <summary>A mock server and what it serves.</summary>
/// <param name="address">Its address.</param>
/// <param name="api">The API that it serves, at its root, as servers do that heed only the paths of a document; null for both under their full paths.</param>
internal sealed class MockServerAddress(Uri address, string? api)
{
    /// <summary>The variable that names the servers.</summary>
    public const string Variable = "CONFLUENCE_CONTRACT_URL";

    private const string WhatToWrite = "Write http://127.0.0.1:4010 for a server of both APIs, or v2=http://127.0.0.1:4010 v1=http://127.0.0.1:4011 for a server of each document.";

    /// <summary>The servers that a text names.</summary>
    /// <exception cref="ArgumentException">The text names no server of this machine.</exception>
    public static IReadOnlyList<MockServerAddress> Parse(string text)
    {
        MockServerAddress[] servers = [.. text.Split([' ', ',', ';'], StringSplitOptions.RemoveEmptyEntries).Select(ParseOne)];
        return servers.Length > 0 ? servers : throw new ArgumentException($"{Variable} is empty. {WhatToWrite}");
    }

    public bool Serves(ContractOperation operation) => api is null || operation.Api == api;

    /// <summary>A client with a token of OAuth: a mock server may heed that some operations take nothing else.</summary>
    public ConfluenceClient CreateClient() => new(address.GetLeftPart(UriPartial.Authority), new BearerTokenCredential(RequestJudge.Token), new ConfluenceClientOptions
    {
        // A mock server knows nothing of what answers carry though the document does not require it.
        Retry = { MaxRetries = 0 },
        HttpClient = new HttpClient(new PathHandler(api is null ? string.Empty : EffectiveDocuments.PathPrefix(api), address.AbsolutePath.TrimEnd('/'))),
    });

    private static MockServerAddress ParseOne(string entry)
    {
        string? api = entry.StartsWith("v2=", StringComparison.Ordinal) || entry.StartsWith("v1=", StringComparison.Ordinal) ? entry[..2] : null;
        return Uri.TryCreate(api is null ? entry : entry[3..], UriKind.Absolute, out Uri? address) && address is { IsLoopback: true, Scheme: "http" or "https" }
            ? new MockServerAddress(address, api)
            : throw new ArgumentException($"{Variable} holds '{entry}', which is no server on this machine; tests reach nothing beyond it. {WhatToWrite}");
    }

    /// <summary>Puts the path of the server in the place of the one that the document names.</summary>
    private sealed class PathHandler(string documented, string actual) : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Uri uri = request.RequestUri ?? throw new InvalidOperationException("The request has no address.");
            if (uri.AbsolutePath.StartsWith(documented, StringComparison.Ordinal))
            {
                request.RequestUri = new Uri(uri.GetLeftPart(UriPartial.Authority) + actual + uri.PathAndQuery[documented.Length..]);
            }

            return base.SendAsync(request, cancellationToken);
        }
    }
}

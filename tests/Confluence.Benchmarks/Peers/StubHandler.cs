using System.Net;
using System.Net.Http.Headers;

namespace Confluence.Benchmarks.Peers;

/// <summary>Answers every request at once with the same bytes: what is left to measure is the client.</summary>
internal sealed class StubHandler(byte[] answer) : HttpMessageHandler
{
    private static readonly MediaTypeHeaderValue s_json = new("application/json");

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK)
        {
            RequestMessage = request,
            Content = new ByteArrayContent(answer) { Headers = { ContentType = s_json } },
        });
}

using System.Net.Http.Json;
using Confluence.Benchmarks.Documents;
using Confluence.Benchmarks.Peers;
using Confluence.Generated;
using Confluence.Generated.V2.Models;

namespace Confluence.Benchmarks.Contenders;

/// <summary>A whole call over a handler that answers at once: what the client adds to reading.</summary>
internal static class Calling
{
    private const string Base = "https://example.atlassian.net/wiki/api/v2/";
    private const int Limit = PageListDocument.PageCount;

    public static ContenderGroup CreateList(PageListDocument document)
    {
        // The process ends with them; each contender has its own, as a user would.
        HttpClient plain = MakeHttpClient(document);
        ConfluenceClient own = new("example.atlassian.net", new ApiTokenCredential("somebody@example.com", "a-token-of-nobody"), new ConfluenceClientOptions { HttpClient = MakeHttpClient(document) });
        NSwagPeer.V2.NSwagConfluence peer = new(MakeHttpClient(document)) { BaseUrl = Base };
        byte[] utf8 = document.Utf8;
        return new ContenderGroup(
            "call GET /pages",
            document,
            document.Facts,
            [
                new Contender("Utf8JsonReader, scan", () => Reading.Scan(utf8), Witness: null) { IsScan = true },
                new Contender("HttpClient, bytes only", () => Wait(plain.GetByteArrayAsync(new Uri(Base + "pages?limit=250"))).Length, Witness: null),
                new Contender("own client", () => Wait(OwnAsync(own)).Count, () => [.. Wait(OwnAsync(own)).Select(Projections.Facts)]),
                new Contender(
                    "HttpClient + System.Text.Json source-generated",
                    () => Wait(SerializerAsync(plain)).Results.Count,
                    () => [.. Wait(SerializerAsync(plain)).Results.Select(Projections.Facts)]) { IsReference = true },
                new Contender(
                    "NSwag client",
                    () => Wait(peer.GetPagesAsync(limit: Limit)).Results.Count,
                    () => [.. Wait(peer.GetPagesAsync(limit: Limit)).Results.Select(Projections.Facts)]),
            ]);
    }

    private static HttpClient MakeHttpClient(PageListDocument document) => new(new StubHandler(document.Utf8));

    private static async Task<IReadOnlyList<Page>> OwnAsync(ConfluenceClient client)
    {
        await foreach (ResultPage<Page> page in client.Pages.GetPagesAsync(new() { PageSize = Limit }).AsPages().ConfigureAwait(false))
        {
            return page.Items;
        }

        throw new InvalidOperationException("The list has no page.");
    }

    private static async Task<SerializerPageList> SerializerAsync(HttpClient client) =>
        await client.GetFromJsonAsync(new Uri(Base + "pages?limit=250"), SerializerContext.Default.SerializerPageList).ConfigureAwait(false)
        ?? throw new InvalidOperationException("The answer is null.");

    // The stub answers at once, so nothing is waited for; a task that is not complete would be a change of what is measured.
    public static T Wait<T>(Task<T> task) =>
        task.IsCompleted ? task.GetAwaiter().GetResult() : throw new InvalidOperationException("A call over the stub did not complete at once; its time would hold a wait for another thread.");
}

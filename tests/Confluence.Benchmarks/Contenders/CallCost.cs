using Confluence.Benchmarks.Documents;
using Confluence.Benchmarks.Peers;
using Confluence.Generated;

namespace Confluence.Benchmarks.Contenders;

/// <summary>What a call costs above the request itself: one small page over a handler that answers at once, against a bare request for the same bytes. Nobody listens.</summary>
internal static class CallCost
{
    private const string Address = "https://example.atlassian.net/wiki/api/v2/pages/42";

    private static ReadOnlySpan<byte> SmallPage => """{"id":"42","status":"current","title":"Home","spaceId":"7","parentId":"1","authorId":"a","createdAt":"2026-01-02T03:04:05.678Z","version":{"number":3,"message":"","minorEdit":false,"authorId":"a","createdAt":"2026-01-02T03:04:05.678Z"},"body":{},"_links":{"webui":"/spaces/A/pages/42/Home"}}"""u8;

    public static ContenderGroup Create()
    {
        byte[] page = SmallPage.ToArray();
        HttpClient plain = new(new StubHandler(page));
        ConfluenceClient own = new("example.atlassian.net", new ApiTokenCredential("somebody@example.com", "a-token-of-nobody"), new ConfluenceClientOptions { HttpClient = new HttpClient(new StubHandler(page)) });
        Uri address = new(Address);
        return new ContenderGroup(
            "call GET /pages/{id}",
            PageListDocument.All[0],
            [],
            [
                new Contender("HttpClient, bytes only", () => Calling.Wait(plain.GetByteArrayAsync(address)).Length, Witness: null) { IsScan = true, IsReference = true },
                new Contender("own client, the page read", () => Calling.Wait(own.Pages.GetPageByIdAsync("42")).Id.Length, Witness: null),
            ])
        {
            IsWithoutDocument = true,
        };
    }
}

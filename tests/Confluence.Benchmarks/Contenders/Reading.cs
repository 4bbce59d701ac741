using System.Text.Json;
using Confluence.Benchmarks.Documents;
using Confluence.Benchmarks.Peers;
using Confluence.Generated.V2.Models;

namespace Confluence.Benchmarks.Contenders;

/// <summary>From bytes in memory to models.</summary>
internal static class Reading
{
    public static ContenderGroup Create(PageListDocument document)
    {
        byte[] utf8 = document.Utf8;
        var peer = NSwagModels.Of(client => client.GetPagesAsync(), list => list.Results);
        return new ContenderGroup(
            "read",
            document,
            document.Facts,
            [
                new Contender("Utf8JsonReader, scan", () => Scan(utf8), Witness: null) { IsScan = true },
                new Contender("Utf8JsonReader, scan + strings", () => ScanStrings(utf8), Witness: null),
                new Contender("own models", () => OwnModels.Read(utf8).Count, () => [.. OwnModels.Read(utf8).Select(Projections.Facts)]),
                new Contender("own models, bodies asked for", () => AskForBodies(OwnModels.Read(utf8)), () => [.. OwnModels.Read(utf8).Select(Projections.Facts)]),
                new Contender("own models under JsonSerializer", () => ReadConverted(utf8).Results.Count, () => [.. ReadConverted(utf8).Results.Select(Projections.Facts)]),
                new Contender("System.Text.Json source-generated", () => ReadSerializer(utf8).Results.Count, () => [.. ReadSerializer(utf8).Results.Select(Projections.Facts)]) { IsReference = true },
                new Contender("NSwag models", () => peer.Results(peer.Read(utf8)).Count(), () => [.. peer.Results(peer.Read(utf8)).Select(Projections.Facts)]),
            ]);
    }

    public static int Scan(byte[] utf8)
    {
        Utf8JsonReader reader = new(utf8);
        int tokens = 0;
        while (reader.Read())
        {
            tokens++;
        }

        return tokens;
    }

    public static SerializerPageList ReadSerializer(byte[] utf8) =>
        JsonSerializer.Deserialize(utf8, SerializerContext.Default.SerializerPageList) ?? throw new InvalidOperationException("The document is null.");

    private static ConvertedPageList ReadConverted(byte[] utf8) =>
        JsonSerializer.Deserialize(utf8, SerializerContext.Default.ConvertedPageList) ?? throw new InvalidOperationException("The document is null.");

    private static int ScanStrings(byte[] utf8)
    {
        Utf8JsonReader reader = new(utf8);
        int characters = 0;
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.String)
            {
                characters += reader.GetString()?.Length ?? 0;
            }
        }

        return characters;
    }

    private static int AskForBodies(List<Page> pages)
    {
        int characters = pages.Count;
        foreach (Page page in pages)
        {
            characters += page.Body?.Storage?.Value?.Length ?? 0;
        }

        return characters;
    }
}

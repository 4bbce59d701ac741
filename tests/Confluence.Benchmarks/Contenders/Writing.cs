using System.Text.Json;
using Confluence.Benchmarks.Documents;
using Confluence.Benchmarks.Peers;
using Confluence.Generated.V2.Models;

namespace Confluence.Benchmarks.Contenders;

/// <summary>From models to bytes. Each contender writes with the options that it would have in use, so their escapes differ.</summary>
internal static class Writing
{
    /// <summary>Writes a list again that was read, as one who stores or passes on does.</summary>
    public static ContenderGroup CreateList(PageListDocument document)
    {
        byte[] utf8 = document.Utf8;
        List<Page> own = OwnModels.Read(utf8);
        List<Page> asked = OwnModels.Read(utf8);
        asked.ForEach(page => _ = page.Body?.Storage?.Value);
        SerializerPageList serializer = Reading.ReadSerializer(utf8);
        var peer = NSwagModels.Of(client => client.GetPagesAsync(), list => list.Results);
        var peerList = peer.Read(utf8);
        return new ContenderGroup(
            "write what was read",
            document,
            document.Facts,
            [
                new Contender("Utf8JsonReader, scan", () => Reading.Scan(utf8), Witness: null) { IsScan = true },
                Make("own models", () => OwnModels.WriteList(own)),
                Make("own models, bodies asked for", () => OwnModels.WriteList(asked)),
                Make("System.Text.Json source-generated", () => JsonSerializer.SerializeToUtf8Bytes(serializer, SerializerContext.Default.SerializerPageList)) with { IsReference = true },
                Make("NSwag models", () => peer.Write(peerList)),
            ]);
    }

    /// <summary>Writes a request for each page of the document.</summary>
    public static ContenderGroup CreateUpdates(PageListDocument document)
    {
        byte[] utf8 = document.Utf8;
        PageFacts[] expected = [.. document.Facts.Select(Projections.Update)];
        PageUpdateRequest[] own = [.. expected.Select(OwnUpdate)];
        SerializerPageUpdate[] serializer = [.. expected.Select(SerializerUpdate)];
        return new ContenderGroup(
            "write updates",
            document,
            expected,
            [
                new Contender("Utf8JsonReader, scan", () => Reading.Scan(utf8), Witness: null) { IsScan = true },
                MakeEach("own models", own, OwnModels.Write),
                MakeEach("System.Text.Json source-generated", serializer, update => JsonSerializer.SerializeToUtf8Bytes(update, SerializerContext.Default.SerializerPageUpdate)) with { IsReference = true },
            ]);
    }

    private static Contender Make(string name, Func<ReadOnlyMemory<byte>> write) => new(name, () => write().Length, () => PageListReader.Read(write()));

    private static Contender MakeEach<T>(string name, T[] values, Func<T, ReadOnlyMemory<byte>> write) => new(
        name,
        () =>
        {
            int length = 0;
            foreach (T value in values)
            {
                length += write(value).Length;
            }

            return length;
        },
        () => [.. values.Select(value => PageListReader.ReadOne(write(value)))]);

    // The document's facts are complete; a fact that is missing here is a mistake that Verify shows.
    private static PageUpdateRequest OwnUpdate(PageFacts page) => new()
    {
        Id = page.Id ?? "",
        Status = new ContentStatus(page.Status ?? ""),
        Title = page.Title ?? "",
        SpaceId = page.SpaceId,
        Body = new PageBodyWrite { Representation = BodyWriteRepresentation.Storage, Value = page.Body?.Value },
        Version = new VersionUpdate { Number = page.Version?.Number, Message = page.Version?.Message },
    };

    private static SerializerPageUpdate SerializerUpdate(PageFacts page) => new()
    {
        Id = page.Id ?? "",
        Status = page.Status ?? "",
        Title = page.Title ?? "",
        SpaceId = page.SpaceId,
        Body = new SerializerBodyText { Representation = "storage", Value = page.Body?.Value },
        Version = new SerializerVersion { Number = page.Version?.Number, Message = page.Version?.Message },
    };
}

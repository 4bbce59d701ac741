using System.Text.Json;
using Confluence.Cli.Texts;

namespace Confluence.Cli.Lines;

/// <summary>
/// The member <c>_retrieval</c> of a line: <c>kind</c> of the line, <c>source</c> and <c>retrievedAt</c>; for what stands on a page or blog post,
/// its id as <c>contentId</c>; of what can be opened in a browser, the address as <c>webUrl</c>; under <c>parts</c>, what further requests gave, as it came; under <c>gaps</c>, what could not be got of it.
/// </summary>
/// <param name="Kind">What the line holds, such as <c>page</c>.</param>
/// <param name="Source">Where it came from: the address of the site, or which sandbox.</param>
/// <param name="At">When it was read.</param>
internal sealed record RetrievalNote(string Kind, string Source, DateTimeOffset At)
{
    /// <summary>Gets the id of the page or blog post that it stands on; null for what stands alone.</summary>
    public string? ContentId { get; init; }

    /// <summary>Gets the address to open in a browser; null when it is not known.</summary>
    public Uri? WebUrl { get; init; }

    /// <summary>Gets what came along with it, by name.</summary>
    public IReadOnlyList<RetrievedPart> Parts { get; init; } = [];

    /// <summary>Gets what could not be got of it.</summary>
    public IReadOnlyList<string> Gaps { get; init; } = [];

    /// <summary>Writes the value of the member.</summary>
    public void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("kind"u8, Kind);
        writer.WriteString("source"u8, Source);
        writer.WriteString("retrievedAt"u8, TimeText.Iso(At));
        if (ContentId is not null)
        {
            writer.WriteString("contentId"u8, ContentId);
        }

        if (WebUrl is not null)
        {
            writer.WriteString("webUrl"u8, WebUrl.AbsoluteUri);
        }

        if (Parts.Count > 0)
        {
            writer.WriteStartObject("parts"u8);
            foreach (RetrievedPart part in Parts)
            {
                writer.WritePropertyName(part.Name);
                part.WriteValue(writer);
            }

            writer.WriteEndObject();
        }

        if (Gaps.Count > 0)
        {
            writer.WriteStartArray("gaps"u8);
            foreach (string gap in Gaps)
            {
                writer.WriteStringValue(gap);
            }

            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }
}

/// <summary>Something that came along with a page.</summary>
/// <param name="Name">Its name, that of <c>--include</c>.</param>
/// <param name="WriteValue">Writes it as it came.</param>
internal sealed record RetrievedPart(string Name, Action<Utf8JsonWriter> WriteValue)
{
    /// <summary>Makes a part of one model of the library.</summary>
    public static RetrievedPart Of<T>(string name, T model) => new(name, writer => JsonSerializer.Serialize(writer, model));

    /// <summary>Makes a part of a list of models of the library.</summary>
    public static RetrievedPart OfList<T>(string name, IReadOnlyList<T> models) => new(name, writer =>
    {
        writer.WriteStartArray();
        foreach (T model in models)
        {
            JsonSerializer.Serialize(writer, model);
        }

        writer.WriteEndArray();
    });
}

using Confluence.Generated.Json;
using Confluence.Generated.V2.Models;

namespace Confluence.Generated.V2.ReadModifyWrite;

/// <summary>A body that was read, in a representation that can be written: storage where it is there, because it loses nothing.</summary>
internal readonly struct WritableBody
{
    private const string Storage = "storage";
    private const string AtlasDocFormat = "atlas_doc_format";
    private const string Raw = "raw";

    private WritableBody(string representation, JsonText value)
    {
        Representation = representation;
        Value = value;
    }

    public string Representation { get; }

    public JsonText Value { get; }

    public static WritableBody Of(in RequestSource source, BodyDetails? body) => Choose(
        source,
        [(Storage, body?.Storage), (AtlasDocFormat, body?.AtlasDocFormat)],
        [
            ("view", body?.View), ("export_view", body?.ExportView), ("anonymous_export_view", body?.AnonymousExportView),
            ("styled_view", body?.StyledView), ("editor", body?.Editor),
        ],
        body?.AdditionalProperties.Keys);

    public static WritableBody Of(in RequestSource source, Body? body) => Choose(
        source, [(Storage, body?.Storage), (AtlasDocFormat, body?.AtlasDocFormat)], [], body?.AdditionalProperties.Keys);

    public static WritableBody Of(in RequestSource source, CustomContentBodyDetails? body) => Choose(
        source,
        [(Storage, body?.Storage), (AtlasDocFormat, body?.AtlasDocFormat), (Raw, body?.Raw)],
        [("view", body?.View)],
        body?.AdditionalProperties.Keys);

    public static WritableBody Of(in RequestSource source, CustomContentBody? body) => Choose(
        source, [(Storage, body?.Storage), (AtlasDocFormat, body?.AtlasDocFormat), (Raw, body?.Raw)], [], body?.AdditionalProperties.Keys);

    private static WritableBody Choose(
        in RequestSource source, (string Name, BodyContent? Body)[] writable, (string Name, BodyContent? Body)[] others, IEnumerable<string>? unknown)
    {
        foreach ((string name, BodyContent? body) in writable)
        {
            if (body is { HasValue: true })
            {
                return new WritableBody(name, body.ValueText);
            }
        }

        string asked = "Read it with BodyFormat = storage, or give a body of your own in the argument body.";
        string[] came = [.. others.Where(static other => other.Body is not null).Select(static other => other.Name), .. (unknown ?? []).Select(RequestSource.Shown)];
        throw source.Refuse(came.Length == 0
            ? $"was read without its body. {asked}"
            : $"was read with its body as {string.Join(", ", came)}, which cannot be written back. {asked}");
    }
}

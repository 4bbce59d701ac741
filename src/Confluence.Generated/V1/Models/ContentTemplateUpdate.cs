using System.Text.Json;
using Confluence.Generated.ReadModifyWrite;

namespace Confluence.Generated.V1.Models;

/// <content>Making the request from a template that was read.</content>
public sealed partial class ContentTemplateUpdate
{
    private const int LongestDescription = 100;

    /// <summary>
    /// Makes the request that writes a template back as it was read, apart from what the other arguments change. Nothing is sent yet, and nothing is read.
    /// </summary>
    /// <param name="template">
    /// The template as it was read, with its body (expand it) as <c>storage</c> or <c>atlas_doc_format</c> unless <paramref name="body"/> is given.
    /// </param>
    /// <param name="name">The new name; null keeps the one that was read.</param>
    /// <param name="body">The new body, in one form only; null keeps the one that was read, in its <c>storage</c> form when that came.</param>
    /// <param name="description">The new description, of at most 100 characters; null keeps the one that was read.</param>
    /// <returns>The request, for <see cref="TemplatesV1Client.UpdateContentTemplateAsync"/>.</returns>
    /// <remarks>
    /// A template has no version, so nobody else's change is noticed: the last one stays. The labels and the key of the space are sent as they were
    /// read; members that the document does not know are not sent.
    /// </remarks>
    /// <exception cref="ArgumentException">
    /// The template cannot be written as it was read: it belongs to a blueprint, its body came in another form or not at all, or its id or name did
    /// not come; or the description is too long. The message says what to do.
    /// </exception>
    public static ContentTemplateUpdate From(
        ContentTemplate template, string? name = null, ContentTemplateBodyCreate? body = null, string? description = null)
    {
        RequestSource source = new("template", template, nameof(template), template?.TemplateIdOrNull);
        if (!string.IsNullOrEmpty(template.ReferencingBlueprint))
        {
            throw source.Refuse("belongs to a blueprint, and Confluence updates no such template over the API. Change it in Confluence.");
        }

        if (description?.Length > LongestDescription)
        {
            throw source.Unusable(nameof(description), $"has {description.Length} characters; at most {LongestDescription} are allowed.");
        }

        return new ContentTemplateUpdate
        {
            TemplateId = source.Read("id", template.TemplateIdOrNull),
            Name = source.Text("name", template.NameOrNull, name),
            TemplateType = template.TemplateTypeOrNull is null or "" or PageTypeName.Values.Page
                ? PageTypeName.Page
                : throw source.Refuse($"is of the type {RequestSource.Shown(template.TemplateTypeOrNull)}; an update takes templates of pages only."),
            Body = body ?? Written(source, template.Body),
            Description = description ?? template.DescriptionOrNull,
            Labels = template.LabelsOrNull is null ? null : [.. template.LabelsOrNull.Select(Known)],
            Space = SpaceOf(source, template.Space),
        };
    }

    private static ContentTemplateBodyCreate Written(in RequestSource source, ContentTemplateBody? body)
    {
        if (body?.Storage?.Value is string storage)
        {
            return new ContentTemplateBodyCreate { Storage = new ContentBodyCreate { Representation = ContentBodyCreateRepresentation.Storage, Value = storage } };
        }

        return body?.AtlasDocFormat?.Value is string document
            ? new ContentTemplateBodyCreate { AtlasDocFormat = new ContentBodyCreate { Representation = ContentBodyCreateRepresentation.AtlasDocFormat, Value = document } }
            : throw source.Refuse("was read without its body as storage or atlas_doc_format. Read it with Expand = body, or give a body of your own in the argument body.");
    }

    // What a label came without, it goes back without: Confluence knows its own labels.
    private static LabelInfo Known(LabelInfo label) => new() { Prefix = label.PrefixOrNull!, Name = label.NameOrNull!, Id = label.IdOrNull!, Label = label.LabelOrNull! };

    // The space comes whole, in whatever shape; a template of the whole site has none.
    private static ContentTemplateUpdateSpace? SpaceOf(in RequestSource source, JsonElement? space)
    {
        if (space is null or { ValueKind: JsonValueKind.Null or JsonValueKind.Undefined })
        {
            return null;
        }

        return space is { ValueKind: JsonValueKind.Object } read && read.TryGetProperty("key", out JsonElement key) && key.ValueKind == JsonValueKind.String && key.GetString() is { Length: > 0 } text
            ? new ContentTemplateUpdateSpace { Key = text }
            : throw source.Refuse("was read with a space that has no key, which the update has to send. Read it again.");
    }
}

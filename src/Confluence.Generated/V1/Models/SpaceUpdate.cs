using System.Buffers;
using System.Text.Json;
using Confluence.Generated.V2.Models;
using Confluence.Generated.V2.ReadModifyWrite;

namespace Confluence.Generated.V1.Models;

/// <content>Making the request from a space that was read over v2, where spaces are read.</content>
public sealed partial class SpaceUpdate
{
    private const int LongestName = 200;
    private const string Personal = "personal";

    /// <summary>
    /// Makes the request that writes a space back as it was read, apart from what the other arguments change. Nothing is sent yet, and nothing is read.
    /// </summary>
    /// <param name="space">The space as it was read over v2.</param>
    /// <param name="name">The new name, of at most 200 characters; null keeps the one that was read.</param>
    /// <param name="description">The new description, as plain text; null keeps the plain one that was read, and leaves any other where it is.</param>
    /// <param name="homepageId">The page to make the homepage; null leaves it.</param>
    /// <returns>The request, for <see cref="SpacesV1Client.UpdateSpaceAsync"/> with the key of the space.</returns>
    /// <remarks>
    /// A space has no version, so nobody else's change is noticed: the last one stays. Homepage and status are not sent as they were read, nor is the type, except
    /// that of a personal space, which would otherwise become a global one. Permissions and labels have calls of their own.
    /// </remarks>
    /// <exception cref="ArgumentException">The space was read without its name, or an argument is one that Confluence refuses.</exception>
    public static SpaceUpdate From(SpaceDetails space, string? name = null, string? description = null, string? homepageId = null)
    {
        RequestSource source = new("space", space, nameof(space), space?.KeyOrNull);
        return From(source, space.NameOrNull, space.TypeOrNull?.Value, name, description ?? space.Description?.Plain?.Value, homepageId);
    }

    /// <inheritdoc cref="From(SpaceDetails, string?, string?, string?)"/>
    public static SpaceUpdate From(Space space, string? name = null, string? description = null, string? homepageId = null)
    {
        RequestSource source = new("space", space, nameof(space), space?.KeyOrNull);
        return From(source, space.NameOrNull, space.TypeOrNull?.Value, name, description ?? space.Description?.Plain?.Value, homepageId);
    }

    private static SpaceUpdate From(in RequestSource source, string? name, string? type, string? newName, string? description, string? homepageId)
    {
        if (newName?.Length > LongestName)
        {
            throw source.Unusable("name", $"has {newName.Length} characters; at most {LongestName} are allowed.");
        }

        return new SpaceUpdate
        {
            Name = source.Text("name", name, newName),

            // Without it, the API takes the update of a personal space for the wish to make it global.
            Type = type == Personal ? type : null,
            Description = description is null ? null : new SpaceDescriptionCreate { Plain = new SpaceDescriptionCreatePlain { Value = description, Representation = "plain" } },
            Homepage = source.OptionalId(nameof(homepageId), homepageId) is string homepage ? Reference(homepage) : null,
        };
    }

    private static JsonElement Reference(string id)
    {
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter writer = new(buffer))
        {
            writer.WriteStartObject();
            writer.WriteString("id"u8, id);
            writer.WriteEndObject();
        }

        return JsonElement.Parse(buffer.WrittenSpan);
    }
}

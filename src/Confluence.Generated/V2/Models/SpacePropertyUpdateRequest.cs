using System.Text.Json;
using Confluence.Generated.V2.ReadModifyWrite;

namespace Confluence.Generated.V2.Models;

/// <content>Making the request from a property that was read.</content>
public sealed partial class SpacePropertyUpdateRequest
{
    /// <summary>
    /// Makes the request that writes a space property back as it was read, apart from what the other arguments change. Nothing is sent yet, and nothing is read.
    /// </summary>
    /// <param name="property">The property as it was read, with its version.</param>
    /// <param name="value">The new value; null keeps the one that was read. For the value null of JSON, give an element that holds it.</param>
    /// <param name="message">The comment on the new version; null for none.</param>
    /// <returns>The request, for <see cref="SpacePropertiesClient.UpdateSpacePropertyByIdAsync"/>, with the id of the property.</returns>
    /// <remarks>
    /// The key cannot be changed. The version number is the one that was read plus 1. Where somebody else has saved the property since it was read,
    /// the call fails with status 409: read it again and make the request anew. Members that the document does not know are not sent.
    /// </remarks>
    /// <exception cref="ArgumentException">The property was read without its key, value or version, or the value is the default element.</exception>
    public static SpacePropertyUpdateRequest From(SpaceProperty property, JsonElement? value = null, string? message = null)
    {
        RequestSource source = new("space property", property, nameof(property), property?.KeyOrNull);
        return new SpacePropertyUpdateRequest
        {
            Key = string.IsNullOrEmpty(property.KeyOrNull) ? throw source.Refuse("was read without its key. Read it again.") : property.KeyOrNull,
            Value = source.Value(property.Value, value),
            Version = new VersionUpdate { Number = source.NextVersion(property.VersionOrNull?.NumberOrNull), Message = message },
        };
    }
}

using System.Text.Json;
using Confluence.Generated.V2.ReadModifyWrite;

namespace Confluence.Generated.V1.Models;

/// <content>Making the request from a property that was read.</content>
public sealed partial class UserPropertyUpdate
{
    /// <summary>Makes the request that writes a property of a user back, or another value for it. Nothing is sent yet, and nothing is read.</summary>
    /// <param name="property">The property as it was read.</param>
    /// <param name="value">The new value, a JSON object; null keeps the one that was read.</param>
    /// <returns>The request, for <see cref="UserPropertiesV1Client.UpdateUserPropertyAsync"/> with the user and the key.</returns>
    /// <remarks>A property of a user has no version, so nobody else's change is noticed: the last one stays. The key cannot be changed.</remarks>
    /// <exception cref="ArgumentException">The property was read without its value, or the value is no JSON object.</exception>
    public static UserPropertyUpdate From(UserProperty property, JsonElement? value = null)
    {
        RequestSource source = new("user property", property, nameof(property), property?.KeyOrNull);
        JsonElement written = source.Value(property.Value, value);
        return written.ValueKind == JsonValueKind.Object
            ? new UserPropertyUpdate { Value = written }
            : throw source.Unusable(nameof(value), $"is a JSON {written.ValueKind}; an update takes a JSON object. Put it into one.");
    }
}

using System.Globalization;
using System.Text.Json.Nodes;

namespace Confluence.Contract.Tests.Calls;

/// <summary>Makes values of the types that both clients take from the framework.</summary>
internal static class Scalar
{
    /// <summary>Makes a value of JSON; false when the type is none of the framework's scalars.</summary>
    public static bool TryMake(Type type, JsonNode json, out object? value)
    {
        value = type == typeof(string) ? PlannedParameter.TextOf(json)
            : type == typeof(int) ? int.Parse(json.ToJsonString(), CultureInfo.InvariantCulture)
            : type == typeof(long) ? long.Parse(json.ToJsonString(), CultureInfo.InvariantCulture)
            : type == typeof(double) ? double.Parse(json.ToJsonString(), CultureInfo.InvariantCulture)
            : type == typeof(bool) ? json.GetValue<bool>()
            : type == typeof(DateTimeOffset) ? Instant(json)
            : null;
        return value is not null;
    }

    /// <summary>A point in time, as a text in ISO 8601 or as milliseconds since 1970, which may be a text too.</summary>
    public static DateTimeOffset Instant(JsonNode json) => long.TryParse(PlannedParameter.TextOf(json), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long milliseconds)
        ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds)
        : DateTimeOffset.Parse(json.GetValue<string>(), CultureInfo.InvariantCulture);
}

using System.Text.Json.Serialization;

namespace Confluence.Generated.Tests.Raw;

/// <summary>A type of a caller's, read by a serializer context of the caller's.</summary>
internal sealed record Thing(string Id, int Size = 0);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Thing))]
[JsonSerializable(typeof(int?))]
[JsonSerializable(typeof(ThingOnPage))]
internal sealed partial class ThingContext : JsonSerializerContext;

/// <summary>A type of a caller's with a model of the library in it.</summary>
internal sealed record ThingOnPage(V2.Models.PageDetails Page);

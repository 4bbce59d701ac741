using System.Text.Json.Serialization;
using Confluence.Generated.V2.Models;

namespace Confluence.Benchmarks.Peers;

/// <summary>What somebody would write by hand for System.Text.Json: plain classes with settable members and text where the document has enums.</summary>
internal sealed class SerializerPageList
{
    public List<SerializerPage> Results { get; set; } = [];
}

/// <summary>A caller's own envelope around the models of this library, which bring their converter.</summary>
internal sealed class ConvertedPageList
{
    public List<Page> Results { get; set; } = [];
}

internal sealed class SerializerPage
{
    public string? Id { get; set; }

    public string? Status { get; set; }

    public string? Title { get; set; }

    public string? SpaceId { get; set; }

    public string? ParentId { get; set; }

    public string? ParentType { get; set; }

    public int? Position { get; set; }

    public string? AuthorId { get; set; }

    public string? OwnerId { get; set; }

    public string? LastOwnerId { get; set; }

    public string? Subtype { get; set; }

    public DateTimeOffset? CreatedAt { get; set; }

    public SerializerVersion? Version { get; set; }

    public SerializerBody? Body { get; set; }

    [JsonPropertyName("_links")]
    public SerializerLinks? Links { get; set; }
}

internal sealed class SerializerVersion
{
    public DateTimeOffset? CreatedAt { get; set; }

    public string? Message { get; set; }

    public int? Number { get; set; }

    public bool? MinorEdit { get; set; }

    public string? AuthorId { get; set; }
}

internal sealed class SerializerBody
{
    public SerializerBodyText? Storage { get; set; }

    [JsonPropertyName("atlas_doc_format")]
    public SerializerBodyText? AtlasDocFormat { get; set; }
}

internal sealed class SerializerBodyText
{
    public string? Representation { get; set; }

    public string? Value { get; set; }
}

internal sealed class SerializerLinks
{
    public string? Webui { get; set; }

    public string? Editui { get; set; }

    public string? Tinyui { get; set; }

    public string? Edituiv2 { get; set; }
}

/// <summary>The body of <c>PUT /pages/{id}</c>.</summary>
internal sealed class SerializerPageUpdate
{
    public required string Id { get; set; }

    public required string Status { get; set; }

    public required string Title { get; set; }

    public string? SpaceId { get; set; }

    public SerializerBodyText? Body { get; set; }

    public SerializerVersion? Version { get; set; }
}

/// <summary>Reading by metadata and writing by the fast path, which is what the generator of System.Text.Json makes by default.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(SerializerPageList))]
[JsonSerializable(typeof(SerializerPageUpdate))]
[JsonSerializable(typeof(ConvertedPageList))]
internal sealed partial class SerializerContext : JsonSerializerContext;

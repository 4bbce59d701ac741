using Confluence.Benchmarks.Documents;
using Confluence.Benchmarks.Peers;
using Confluence.Generated.V2.Models;

namespace Confluence.Benchmarks.Contenders;

/// <summary>The models of each contender as facts.</summary>
internal static class Projections
{
    public static PageFacts Facts(Page page) => new()
    {
        Id = page.Id,
        Status = page.Status.Value,
        Title = page.Title,
        SpaceId = page.SpaceId,
        ParentId = page.ParentId,
        ParentType = page.ParentType?.Value,
        Position = page.Position,
        AuthorId = page.AuthorId,
        OwnerId = page.OwnerId,
        LastOwnerId = page.LastOwnerId,
        CreatedAt = page.CreatedAt,
        Version = new VersionFacts(page.Version.CreatedAt, page.Version.Message, page.Version.Number, page.Version.MinorEdit, page.Version.AuthorId),
        Body = page.Body?.Storage is { } body ? new BodyFacts(body.Representation, body.Value) : null,
        Links = new LinkFacts(page.Links.WebUi, page.Links.EditUi, page.Links.TinyUi, page.Links.EditUiV2),
    };

    public static PageFacts Facts(SerializerPage page) => new()
    {
        Id = page.Id,
        Status = page.Status,
        Title = page.Title,
        SpaceId = page.SpaceId,
        ParentId = page.ParentId,
        ParentType = page.ParentType,
        Position = page.Position,
        AuthorId = page.AuthorId,
        OwnerId = page.OwnerId,
        LastOwnerId = page.LastOwnerId,
        CreatedAt = page.CreatedAt,
        Version = page.Version is { } version ? new VersionFacts(version.CreatedAt, version.Message, version.Number, version.MinorEdit, version.AuthorId) : null,
        Body = page.Body?.Storage is { } body ? new BodyFacts(body.Representation, body.Value) : null,
        Links = page.Links is { } links ? new LinkFacts(links.Webui, links.Editui, links.Tinyui, links.Edituiv2) : null,
    };

    // NSwag's nullability says that members are never null, and its enums have C# names; both are not so on the wire.
    public static PageFacts Facts(NSwagPeer.V2.PageBulk page) => new()
    {
        Id = page.Id,
        Status = WireName(page.Status.ToString()),
        Title = page.Title,
        SpaceId = page.SpaceId,
        ParentId = page.ParentId,
        ParentType = WireName(page.ParentType.ToString()),
        Position = page.Position,
        AuthorId = page.AuthorId,
        OwnerId = page.OwnerId,
        LastOwnerId = page.LastOwnerId,
        CreatedAt = page.CreatedAt,
        Version = new VersionFacts(page.Version.CreatedAt, page.Version.Message, page.Version.Number, page.Version.MinorEdit, page.Version.AuthorId),
        Body = page.Body?.Storage is { } body ? new BodyFacts(body.Representation, body.Value) : null,
        Links = new LinkFacts(page._links.Webui, page._links.Editui, page._links.Tinyui, page._links.Edituiv2),
    };

    /// <summary>The part of a page that an update sends.</summary>
    public static PageFacts Update(PageFacts page) => new()
    {
        Id = page.Id,
        Status = page.Status,
        Title = page.Title,
        SpaceId = page.SpaceId,
        Version = new VersionFacts(null, page.Version?.Message, page.Version?.Number + 1, null, null),
        Body = new BodyFacts("storage", page.Body?.Value ?? ""),
    };

    private static string WireName(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}

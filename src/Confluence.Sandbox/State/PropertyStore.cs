using System.Collections.Concurrent;
using System.Collections.Immutable;
using Confluence.Sandbox.Content;

namespace Confluence.Sandbox.State;

/// <summary>A property of content or of a space.</summary>
/// <param name="Id">The id.</param>
/// <param name="Key">The key, once for each owner.</param>
/// <param name="Json">The value, as JSON.</param>
/// <param name="Version">The current version.</param>
/// <param name="AuthorId">The account id of who created it.</param>
/// <param name="CreatedAt">When it was created.</param>
internal sealed record Property(long Id, string Key, string Json, VersionInfo Version, string AuthorId, DateTimeOffset CreatedAt);

/// <summary>The properties as they are now. Every page and blog post has those that the editor writes, as on a real site.</summary>
internal sealed class PropertyStore(Site site)
{
    private readonly ConcurrentDictionary<long, ImmutableList<Property>> _changed = new();

    /// <summary>Gives the properties of an owner. The ids of content and of spaces are told apart by their numbers.</summary>
    public IReadOnlyList<Property> Of(long ownerId) => _changed.TryGetValue(ownerId, out ImmutableList<Property>? properties)
        ? properties
        : site.Ids.FindPage(ownerId) is PagePlace place ? MadeUp(place) : [];

    public Property? Find(long ownerId, long id) => Of(ownerId).FirstOrDefault(property => property.Id == id);

    /// <summary>Stores a new or changed property. The caller holds the write lock.</summary>
    public void Store(long ownerId, Property property) =>
        _changed[ownerId] = [.. Of(ownerId).Where(other => other.Id != property.Id), property];

    /// <summary>Removes a property. The caller holds the write lock.</summary>
    public void Remove(long ownerId, long id) => _changed[ownerId] = [.. Of(ownerId).Where(property => property.Id != id)];

    private Property[] MadeUp(PagePlace place)
    {
        GeneratedContent made = site.MadeUp[place.Kind];
        VersionInfo version = made.Version(place.Ordinal, 1) with { Message = "" };
        bool wide = new Draw(site.Seed, EntityKind.Property, place.Index).OneIn(3, Aspect.Kind);
        return [Make(0, "content-appearance-published", wide ? "\"full-width\"" : "\"default\""), Make(1, "editor", "\"v2\"")];

        Property Make(int slot, string key, string json) =>
            new(IdScheme.PropertyId(place, slot), key, json, version, version.AuthorId, version.CreatedAt);
    }
}

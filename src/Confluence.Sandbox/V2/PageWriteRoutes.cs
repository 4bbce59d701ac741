using System.Text.Json;
using Confluence.Sandbox.Content;
using Confluence.Sandbox.Http;
using Confluence.Sandbox.Refusals;
using Confluence.Sandbox.State;
using Microsoft.AspNetCore.Http;

namespace Confluence.Sandbox.V2;

/// <summary>Writing pages and blog posts: create, update, rename, move to the trash, purge. Only a page has a parent, an owner, and a way to change its title alone.</summary>
internal static class PageWriteRoutes
{
    public static void Add(RouteTable routes)
    {
        foreach (PageKind kind in PageKinds.All)
        {
            routes.Add("POST", kind.Segment(), exchange => CreateAsync(exchange, kind));
            routes.Add("PUT", kind.Segment() + "/{}", exchange => UpdateAsync(exchange, kind));
            routes.Add("DELETE", kind.Segment() + "/{}", exchange => Delete(exchange, kind));
        }

        routes.Add("PUT", "pages/{}/title", RenameAsync);
    }

    private static async Task CreateAsync(Exchange exchange, PageKind kind)
    {
        using JsonDocument document = await JsonRequest.ReadObjectAsync(exchange).ConfigureAwait(false);
        JsonElement root = document.RootElement;
        Site site = exchange.Site;
        bool rootLevel = exchange.Flag("root-level");
        long spaceId = JsonRequest.OptionalId(root, "spaceId") ?? throw V2Error.InvalidBody("'spaceId' is required");
        if (!site.Ids.TryGetSpace(spaceId, out int space))
        {
            throw V2Error.NoSuch("space", Exchange.Text(spaceId));
        }

        bool draft = Status(root, otherwise: "current") == "draft";
        string title = draft ? JsonRequest.OptionalText(root, "title") ?? "" : JsonRequest.RequiredText(root, "title");
        PageRules.RequireShort(title);
        StoredBody body = PageBody.Read(root) ?? new StoredBody(Representations.Storage, "");
        long? parent = kind == PageKind.Page ? JsonRequest.OptionalId(root, "parentId") : null;
        DateTimeOffset? createdAt = kind == PageKind.BlogPost ? JsonRequest.OptionalDate(root, "createdAt") : null;

        Page page;
        lock (site.WriteLock)
        {
            if (parent is long parentId)
            {
                PageRules.RequireParent(site, parentId, space);
            }
            else if (!rootLevel && kind == PageKind.Page)
            {
                parent = PageRules.HomepageOf(site, space);
            }

            DateTimeOffset now = site.Now();
            long id = site.NextId();
            page = new Page
            {
                Id = id,
                Kind = kind,
                Place = null,
                Space = space,
                Title = title,
                Status = draft ? PageStatus.Draft : PageStatus.Current,
                ParentId = parent,
                Position = new Draw(site.Seed, EntityKind.Page, id).Below(5_000, Aspect.Position),
                AuthorId = site.CallerId,
                OwnerId = site.CallerId,
                CreatedAt = createdAt ?? now,
                GeneratedVersions = 0,
                StoredVersions = [new StoredVersion(new VersionInfo(1, "", false, site.CallerId, now), title, body)],
            };
            PageRules.RequireUnusedTitle(site, page);
            site.Store(page);
            site.Tasks.BodyWritten(page, before: "");
        }

        WritePage(exchange, page, body);
    }

    private static async Task UpdateAsync(Exchange exchange, PageKind kind)
    {
        using JsonDocument document = await JsonRequest.ReadObjectAsync(exchange).ConfigureAwait(false);
        JsonElement root = document.RootElement;
        Site site = exchange.Site;
        long id = exchange.Id();
        if ((JsonRequest.OptionalId(root, "id") ?? throw V2Error.InvalidBody("'id' is required")) != id)
        {
            throw V2Error.InvalidBody("'id' in the request body differs from the id in the path");
        }

        bool draft = Status(root, otherwise: null) == "draft";
        string title = JsonRequest.RequiredText(root, "title");
        PageRules.RequireShort(title);
        StoredBody body = PageBody.Read(root) ?? throw V2Error.InvalidBody("'body' is required");
        (int number, string message, bool minorEdit) = JsonRequest.Version(root);
        long? parent = kind == PageKind.Page ? JsonRequest.OptionalId(root, "parentId") : null;
        long? spaceId = JsonRequest.OptionalId(root, "spaceId");
        string? owner = kind == PageKind.Page ? JsonRequest.OptionalText(root, "ownerId") : null;

        Page page;
        lock (site.WriteLock)
        {
            page = Find(exchange, kind);
            bool wasDraft = page.Status == PageStatus.Draft;
            if (draft && !wasDraft)
            {
                throw V2Error.InvalidBody($"The sandbox keeps no draft beside a published {kind.Noun()}; update it with status current");
            }

            int expected = wasDraft ? 1 : page.VersionCount + 1;
            if (number != expected)
            {
                throw V2Error.StaleVersion(kind.Noun(), page.VersionCount, number);
            }

            if (spaceId is long otherSpace && otherSpace != site.Ids.SpaceId(page.Space))
            {
                throw V2Error.InvalidBody($"A {kind.Noun()} cannot be moved to another space by an update");
            }

            if (parent is long parentId)
            {
                PageRules.RequireParent(site, parentId, page.Space);
                PageRules.RequireNoCycle(site, page.Id, parentId);
            }

            if (owner is not null && !site.Ids.TryGetUser(owner, out _))
            {
                throw V2Error.InvalidBody($"There is no account with id {owner}");
            }

            PageStatus status = draft ? PageStatus.Draft : page.Status == PageStatus.Archived ? PageStatus.Archived : PageStatus.Current;
            Page changed = page with
            {
                Title = title,
                Status = status,
                ParentId = kind == PageKind.Page ? parent ?? PageRules.ParentThatStays(site, page) : null,
                OwnerId = owner ?? page.OwnerId,
                LastOwnerId = owner is null || owner == page.OwnerId ? page.LastOwnerId : page.OwnerId,
            };
            PageRules.RequireUnusedTitle(site, changed);

            // An update that changes nothing succeeds and makes no version, as on a real site.
            if (changed != page || site.Body(page, page.VersionCount, body.Representation) != body.Value)
            {
                StoredVersion version = new(new VersionInfo(expected, message, minorEdit, site.CallerId, site.Now()), title, body);
                string before = site.Body(page, page.VersionCount, Representations.Storage);
                page = changed with { StoredVersions = wasDraft ? [version] : changed.StoredVersions.Add(version) };
                site.Store(page);
                site.Tasks.BodyWritten(page, before);
            }
        }

        WritePage(exchange, page, body);
    }

    private static async Task RenameAsync(Exchange exchange)
    {
        using JsonDocument document = await JsonRequest.ReadObjectAsync(exchange).ConfigureAwait(false);
        Site site = exchange.Site;
        string title = JsonRequest.RequiredText(document.RootElement, "title");
        PageRules.RequireShort(title);
        bool draft = Status(document.RootElement, otherwise: null) == "draft";

        Page page;
        lock (site.WriteLock)
        {
            page = Find(exchange, PageKind.Page);
            if (draft != (page.Status == PageStatus.Draft) || page.Status == PageStatus.Trashed)
            {
                throw V2Error.NoSuch("page", exchange.Value(0));
            }

            PageRules.RequireUnusedTitle(site, page with { Title = title });
            if (title != page.Title)
            {
                StoredBody body = new(Representations.Storage, site.Body(page, page.VersionCount, Representations.Storage));
                int number = draft ? 1 : page.VersionCount + 1;
                StoredVersion version = new(new VersionInfo(number, "", false, site.CallerId, site.Now()), title, body);
                page = page with { Title = title, StoredVersions = draft ? [version] : page.StoredVersions.Add(version) };
                site.Store(page);
            }
        }

        WritePage(exchange, page, body: null);
    }

    private static Task Delete(Exchange exchange, PageKind kind)
    {
        Site site = exchange.Site;
        bool purge = exchange.Flag("purge");
        bool draft = exchange.Flag("draft");
        lock (site.WriteLock)
        {
            Page page = Find(exchange, kind);
            if (draft != (page.Status == PageStatus.Draft))
            {
                throw V2Error.NoSuch(kind.Noun(), exchange.Value(0));
            }

            if (purge && !draft && page.Status != PageStatus.Trashed)
            {
                throw V2Error.InvalidBody($"The {kind.Noun()} {exchange.Value(0)} is not in the trash; only what is in the trash can be purged");
            }

            if (!purge && page.Status == PageStatus.Trashed)
            {
                throw V2Error.NoSuch(kind.Noun(), exchange.Value(0));
            }

            if (page.Status != PageStatus.Trashed)
            {
                site.Tree.MoveChildrenUp(page);
            }

            site.Store(page with { Status = purge || draft ? PageStatus.Purged : PageStatus.Trashed });
        }

        exchange.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }

    private static Page Find(Exchange exchange, PageKind kind) => exchange.Site.FindPage(exchange.Id()) is Page page && page.Kind == kind
        ? page
        : throw PageRoutes.Missing(exchange, kind);

    /// <summary>Answers with the page; its body is in the representation it was written in, and null after a change of title only.</summary>
    private static void WritePage(Exchange exchange, Page page, StoredBody? body)
    {
        V2List.WriteLinkHeader(exchange, null);
        exchange.WriteObject(writer =>
        {
            PageJson.WriteMembers(writer, exchange, page, page.VersionCount);
            if (body is null)
            {
                writer.WriteNull("body"u8);
            }
            else
            {
                string format = body.Representation == Representations.Wiki ? Representations.Storage : body.Representation;
                PageJson.WriteBody(writer, exchange.Site, page, page.VersionCount, format);
            }

            PageJson.WriteLinks(writer, exchange, page, withBase: true);
        });
    }

    private static string Status(JsonElement root, string? otherwise)
    {
        string status = JsonRequest.OptionalText(root, "status") ?? otherwise ?? throw V2Error.InvalidBody("'status' is required");
        return status is "current" or "draft" ? status : throw V2Error.InvalidBody("'status' must be current or draft");
    }
}

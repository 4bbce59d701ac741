using System.Text.Json;
using Confluence.Sandbox.Content;
using Confluence.Sandbox.Http;
using Confluence.Sandbox.Refusals;
using Confluence.Sandbox.State;
using Microsoft.AspNetCore.Http;

namespace Confluence.Sandbox.V2;

/// <summary>Writing comments: on pages and blog posts, replies, new versions, resolving, deleting for good.</summary>
internal static class CommentWriteRoutes
{
    public static void Add(RouteTable routes)
    {
        foreach (bool inline in (ReadOnlySpan<bool>)[false, true])
        {
            string name = CommentRoutes.Name(inline);
            routes.Add("POST", name, exchange => CreateAsync(exchange, inline));
            routes.Add("PUT", name + "/{}", exchange => UpdateAsync(exchange, inline));
            routes.Add("DELETE", name + "/{}", exchange => Delete(exchange, inline));
        }
    }

    private static async Task CreateAsync(Exchange exchange, bool inline)
    {
        Site site = exchange.Site;
        using JsonDocument document = await JsonRequest.ReadObjectAsync(exchange).ConfigureAwait(false);
        JsonElement root = document.RootElement;
        StoredBody body = PageBody.Read(root) ?? throw V2Error.InvalidBody("'body' is required");
        Comment comment;
        lock (site.WriteLock)
        {
            (Page page, Comment? parent) = Target(site, root, inline);
            comment = new Comment
            {
                Id = site.NextId(),
                Seat = null,
                PageId = page.Id,
                PageKind = page.Kind,
                Inline = inline,
                ParentId = parent?.Id,
                ResolutionStatus = "open",
                Selection = !inline ? null : parent is null ? InlineSelection.Read(root, site.PlainText(page)) : site.Comments.SelectionOf(parent),
                GeneratedVersions = 0,
                StoredVersions = [new StoredCommentVersion(new VersionInfo(1, "", false, site.CallerId, site.Now()), body)],
            };
            site.Comments.Store(comment);
        }

        exchange.Response.Headers.Location = $"{exchange.Base}/api/v2/{CommentRoutes.Name(inline)}/{Exchange.Text(comment.Id)}";
        Write(exchange, comment, body.Representation, StatusCodes.Status201Created);
    }

    /// <summary>Finds what a new comment is on: exactly one of a page, a blog post and another comment.</summary>
    private static (Page Page, Comment? Parent) Target(Site site, JsonElement root, bool inline)
    {
        if (root.TryGetProperty("attachmentId", out _) || root.TryGetProperty("customContentId", out _))
        {
            throw V2Error.InvalidBody("The sandbox has comments on pages and blog posts only");
        }

        long? pageId = JsonRequest.OptionalId(root, "pageId");
        long? postId = JsonRequest.OptionalId(root, "blogPostId");
        long? parentId = JsonRequest.OptionalId(root, "parentCommentId");
        if ((pageId, postId, parentId) is not ((not null, null, null) or (null, not null, null) or (null, null, not null)))
        {
            throw V2Error.InvalidBody("Exactly one of 'pageId', 'blogPostId' and 'parentCommentId' is required");
        }

        if (parentId is long id)
        {
            return site.Comments.Find(id) is Comment parent && parent.Inline == inline && site.FindPage(parent.PageId) is Page page && Site.IsVisible(page.Status)
                ? (page, parent)
                : throw V2Error.NoSuch("comment", Exchange.Text(id));
        }

        PageKind kind = pageId is null ? PageKind.BlogPost : PageKind.Page;
        long target = pageId ?? postId ?? 0;
        return site.FindPage(target) is Page found && found.Kind == kind && Site.IsVisible(found.Status)
            ? (found, null)
            : throw V2Error.NoSuch(kind.Noun(), Exchange.Text(target));
    }

    private static async Task UpdateAsync(Exchange exchange, bool inline)
    {
        Site site = exchange.Site;
        using JsonDocument document = await JsonRequest.ReadObjectAsync(exchange).ConfigureAwait(false);
        JsonElement root = document.RootElement;
        bool? resolved = inline && root.TryGetProperty("resolved", out JsonElement flag)
            ? flag.ValueKind is JsonValueKind.True or JsonValueKind.False ? flag.GetBoolean() : throw V2Error.InvalidBody("'resolved' must be true or false")
            : null;
        StoredBody? body = PageBody.Read(root);
        if (body is null && resolved is null)
        {
            throw V2Error.InvalidBody("'body' is required");
        }

        (int number, string message, _) = JsonRequest.Version(root);
        Comment comment;
        lock (site.WriteLock)
        {
            comment = CommentRoutes.Required(exchange, inline);
            if (number != comment.VersionCount + 1)
            {
                throw V2Error.StaleVersion("comment", comment.VersionCount, number);
            }

            Comment changed = resolved is bool wanted ? Resolve(site, comment, wanted) : comment;

            // Neither an unchanged body nor a new resolution makes a version, as on a real site.
            if (body is not null && site.Comments.Body(comment, comment.VersionCount, body.Representation) != body.Value)
            {
                StoredCommentVersion version = new(new VersionInfo(number, message, false, site.CallerId, site.Now()), body);
                changed = changed with { StoredVersions = changed.StoredVersions.Add(version) };
            }

            if (changed != comment)
            {
                site.Comments.Store(changed);
                comment = changed;
            }
        }

        Write(exchange, comment, body?.Representation ?? Representations.Storage, StatusCodes.Status200OK);
    }

    private static Comment Resolve(Site site, Comment comment, bool resolved)
    {
        if (resolved == comment.ResolutionStatus is "resolved")
        {
            return comment;
        }

        return comment with
        {
            ResolutionStatus = resolved ? "resolved" : "reopened",
            Resolution = new Resolution(site.CallerId, site.Now()),
        };
    }

    /// <summary>Deletes a comment for good, and with it the replies to it.</summary>
    private static Task Delete(Exchange exchange, bool inline)
    {
        Site site = exchange.Site;
        lock (site.WriteLock)
        {
            Queue<Comment> doomed = new([CommentRoutes.Required(exchange, inline)]);
            while (doomed.TryDequeue(out Comment? comment))
            {
                foreach (Comment reply in site.Comments.RepliesTo(comment))
                {
                    doomed.Enqueue(reply);
                }

                site.Comments.Store(comment with { Deleted = true });
            }
        }

        exchange.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }

    /// <summary>Answers with the comment; its body is in the representation it was written in.</summary>
    private static void Write(Exchange exchange, Comment comment, string representation, int status)
    {
        string format = representation == Representations.Wiki ? Representations.Storage : representation;
        V2List.WriteLinkHeader(exchange, null);
        exchange.WriteObject(writer => CommentJson.WriteMembers(writer, exchange, comment, comment.VersionCount, format, withBase: true), status);
    }
}

using Confluence.Generated.Retrieval;

namespace Confluence.Cli.Lines;

/// <summary>Writes what the library retrieved as the site sent it.</summary>
internal static class ModelLines
{
    /// <summary>Writes a user as the search, the group or the lookup gave it.</summary>
    public static void Write(JsonLine line, RetrievedUser user, LineOrigin origin)
    {
        RetrievalNote retrieval = origin.Now("user");
        if (user.Account is { } account)
        {
            line.Write(account, retrieval);
        }
        else if (user.Profile is { } profile)
        {
            line.Write(profile, retrieval);
        }
        else
        {
            line.Write(user.Lookup ?? throw new ArgumentException($"The user {user.AccountId} was retrieved without what the site sent.", nameof(user)), retrieval);
        }
    }

    /// <summary>Writes a page or blog post as the list gave it; what further requests gave stands among its parts.</summary>
    /// <param name="line">The line.</param>
    /// <param name="page">The page or blog post.</param>
    /// <param name="include">What was asked to come along.</param>
    /// <param name="gaps">What could not be got of it.</param>
    /// <param name="origin">Where it came from.</param>
    public static void Write(JsonLine line, RetrievedPage page, PageParts include, IReadOnlyList<string> gaps, LineOrigin origin)
    {
        RetrievalNote retrieval = origin.Now(page.Kind == PageKind.BlogPost ? "blogpost" : "page") with { WebUrl = page.WebUrl, Parts = [.. Parts(page, include)], Gaps = gaps };
        line.Write(page.Content ?? throw new ArgumentException($"The {page.Kind} {page.Id} was retrieved without what the site sent.", nameof(page)), retrieval);
    }

    /// <summary>Writes something that was done. The site has no such thing in one piece, so its JSON is the library's.</summary>
    public static void Write(JsonLine line, ActivityEvent activity, LineOrigin origin) => line.Write(activity, origin.Now("activity"));

    private static IEnumerable<RetrievedPart> Parts(RetrievedPage page, PageParts include)
    {
        // A list carries one body, which stands in the object itself: the one in storage format, where that was asked for.
        bool isAtlasDocListed = !include.HasFlag(PageParts.StorageBody);
        if (!isAtlasDocListed && page.AtlasDocFormat is { } document)
        {
            yield return RetrievedPart.Of("atlas_doc_format", document);
        }

        if (page.View is { } view)
        {
            yield return RetrievedPart.Of("view", view);
        }

        if (page.Space is { } space)
        {
            yield return RetrievedPart.Of("space", space);
        }

        if (page.Versions is { } versions)
        {
            yield return RetrievedPart.OfList("versions", versions);
        }

        if (page.Labels is { } labels)
        {
            yield return RetrievedPart.OfList("labels", labels);
        }

        if (page.Properties is { } properties)
        {
            yield return RetrievedPart.OfList("properties", properties);
        }

        if (page.Attachments is { } attachments)
        {
            yield return RetrievedPart.OfList("attachments", attachments);
        }
    }
}

using System.Text.Json;
using Confluence.Generated.Retrieval.Activity.Events;
using Confluence.Generated.Retrieval.Options;
using Confluence.Generated.Retrieval.Pages.Walking;
using Confluence.Generated.V2;

namespace Confluence.Generated.Retrieval.Activity.Sources;

/// <summary>Who created and edited a page.</summary>
internal sealed class VersionActivity(ActivityOptions options, PageWalkState walk) : ActivitySource("The versions", options, walk)
{
    public override ActivitySources Flag => ActivitySources.Versions;

    public override Task<RetrievalGap?> ReadAsync(PageEvents events, CancellationToken cancellationToken)
    {
        RetrievedPage page = events.Page;
        events.Add(ActivityEvent.On(page, ActivityKind.Created, $"created:{page.Id}", page.AuthorId, page.CreatedAt, version: 1));

        // The version that came with the page is the last one: when it is the first, or too old, no other can be wanted.
        if (page.Version is { NumberOrNull: <= 1 } || (Options.Since is { } since && page.Version?.CreatedAtOrNull < since))
        {
            return Task.FromResult<RetrievalGap?>(null);
        }

        // The page itself tells of its first version and of its last; with two, those are all.
        if (page.Version is { NumberOrNull: 2 } last)
        {
            Add(events, last.NumberOrNull, last.AuthorIdOrNull, last.CreatedAtOrNull, last.MinorEditOrNull, last.Message, last.AdditionalProperties);
            return Task.FromResult<RetrievalGap?>(null);
        }

        return page.Kind == PageKind.BlogPost
            ? EachAsync(
                events,
                Client.Versions.GetBlogPostVersionsAsync(page.Id, Options.Each(new GetBlogPostVersionsOptions()), cancellationToken),
                version => Add(events, version.NumberOrNull, version.AuthorIdOrNull, version.CreatedAtOrNull, version.MinorEditOrNull, version.Message, version.AdditionalProperties),
                cancellationToken)
            : EachAsync(
                events,
                Client.Versions.GetPageVersionsAsync(page.Id, Options.Each(new GetPageVersionsOptions()), cancellationToken),
                version => Add(events, version.NumberOrNull, version.AuthorIdOrNull, version.CreatedAtOrNull, version.MinorEditOrNull, version.Message, version.AdditionalProperties),
                cancellationToken);
    }

    private static void Add(PageEvents events, int? number, string? authorId, DateTimeOffset? at, bool? isMinor, string? message, IReadOnlyDictionary<string, JsonElement> rest)
    {
        if (number is > 1)
        {
            events.Add(ActivityEvent.On(
                events.Page, ActivityKind.Edited, FormattableString.Invariant($"edited:{events.Page.Id}:{number}"), authorId, at, version: number, isMinorEdit: isMinor,
                contributorIds: Contributors(rest), message: message));
        }
    }

    // Not in the document, and sent all the same.
    private static IReadOnlyList<string>? Contributors(IReadOnlyDictionary<string, JsonElement> rest) =>
        rest.TryGetValue("contributorIds", out JsonElement ids) && ids.ValueKind == JsonValueKind.Array && ids.GetArrayLength() > 1
            ? [.. ids.EnumerateArray().Select(static id => id.ValueKind == JsonValueKind.String ? id.GetString() : null).OfType<string>()]
            : null;
}

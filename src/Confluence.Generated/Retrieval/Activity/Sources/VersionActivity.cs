using System.Text.Json;
using Confluence.Generated.V2;

namespace Confluence.Generated.Retrieval;

/// <summary>Who created and edited a page.</summary>
internal sealed class VersionActivity(ConfluenceClient client, ActivityOptions options, RetrievalGaps gaps) : ActivitySource(client, options, gaps)
{
    public override ActivitySources Flag => ActivitySources.Versions;

    protected override string What => "The versions";

    public override async Task ReadAsync(RetrievedPage page, List<ActivityEvent> events, CancellationToken cancellationToken)
    {
        events.Add(ActivityEvent.On(page, ActivityKind.Created, $"created:{page.Id}", page.AuthorId, page.CreatedAt, version: 1));

        // The version that came with the page is the last one: when it is the first, or too old, no other can be wanted.
        if (page.Version is { Number: <= 1 } || (Options.Since is { } since && page.Version?.CreatedAt < since))
        {
            return;
        }

        if (page.Kind == PageKind.BlogPost)
        {
            GetBlogPostVersionsOptions call = Options.Each(new GetBlogPostVersionsOptions { Limit = LargestPage });
            await foreach (var version in Client.Versions.GetBlogPostVersionsAsync(page.Id, call, cancellationToken).ConfigureAwait(false))
            {
                Add(page, events, version.Number, version.AuthorId, version.CreatedAt, version.MinorEdit, version.Message, version.AdditionalProperties);
            }
        }
        else
        {
            GetPageVersionsOptions call = Options.Each(new GetPageVersionsOptions { Limit = LargestPage });
            await foreach (var version in Client.Versions.GetPageVersionsAsync(page.Id, call, cancellationToken).ConfigureAwait(false))
            {
                Add(page, events, version.Number, version.AuthorId, version.CreatedAt, version.MinorEdit, version.Message, version.AdditionalProperties);
            }
        }
    }

    private static void Add(RetrievedPage page, List<ActivityEvent> events, int? number, string? authorId, DateTimeOffset? at, bool? isMinor, string? message, IReadOnlyDictionary<string, JsonElement> rest)
    {
        if (number is > 1)
        {
            events.Add(ActivityEvent.On(
                page, ActivityKind.Edited, FormattableString.Invariant($"edited:{page.Id}:{number}"), authorId, at, version: number, isMinorEdit: isMinor,
                contributorIds: Contributors(rest), message: message));
        }
    }

    // Not in the document, and sent all the same.
    private static IReadOnlyList<string>? Contributors(IReadOnlyDictionary<string, JsonElement> rest) =>
        rest.TryGetValue("contributorIds", out JsonElement ids) && ids.ValueKind == JsonValueKind.Array && ids.GetArrayLength() > 1
            ? [.. ids.EnumerateArray().Select(static id => id.ValueKind == JsonValueKind.String ? id.GetString() : null).OfType<string>()]
            : null;
}

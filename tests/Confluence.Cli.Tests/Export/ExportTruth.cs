using System.Text.Json;
using Confluence.Sandbox;

namespace Confluence.Cli.Tests.Export;

/// <summary>Compares an export with what the sandbox holds, line by line.</summary>
internal static class ExportTruth
{
    public static void AssertEqual(SandboxTruth truth, TemporaryFolder folder)
    {
        string[] contents = [.. truth.PageIds, .. truth.BlogPostIds];
        Assert.Equal(truth.AccountIds.Order(StringComparer.Ordinal), Lines(folder, "users.ndjson").Select(user => Text(user, "accountId")).Order(StringComparer.Ordinal));
        Assert.Equal(truth.SpaceIds, Lines(folder, "spaces.ndjson").Select(space => Text(space, "id")));
        Assert.Equal(truth.PageIds.Order(StringComparer.Ordinal), Ids(folder, "pages.ndjson"));
        Assert.Equal(truth.BlogPostIds.Order(StringComparer.Ordinal), Ids(folder, "blogposts.ndjson"));
        Assert.All(Lines(folder, "pages.ndjson").Concat(Lines(folder, "blogposts.ndjson")), page =>
        {
            string id = Text(page, "id");
            Assert.Equal(truth.PageTitle(id), Text(page, "title"));
            Assert.Equal(truth.PageStorageBody(id), Text(page.GetProperty("body").GetProperty("storage"), "value"));
            Assert.Equal(truth.PageVersionCount(id), page.GetProperty("version").GetProperty("number").GetInt32());
        });

        List<JsonElement> comments = Lines(folder, "comments.ndjson");
        Assert.Equal(
            contents.SelectMany(truth.Comments).Select(comment => $"{comment.ContentId} {comment.Id} {(comment.IsInline ? "inlineComment" : "footerComment")}").Order(StringComparer.Ordinal),
            comments.Select(comment => $"{Text(Retrieval(comment), "contentId")} {Text(comment, "id")} {Text(Retrieval(comment), "kind")}").Order(StringComparer.Ordinal));
        Assert.All(comments, comment => Assert.NotEmpty(Text(comment.GetProperty("body").GetProperty("storage"), "value")));
        Assert.Equal(
            contents.SelectMany(truth.Attachments).Where(attachment => attachment.Status != "trashed").Select(attachment => $"{attachment.ContentId} {attachment.Id} {attachment.Title}").Order(StringComparer.Ordinal),
            Lines(folder, "attachments.ndjson").Select(attachment => $"{Text(Retrieval(attachment), "contentId")} {Text(attachment, "id")} {Text(attachment, "title")}").Order(StringComparer.Ordinal));
        Assert.Equal(contents.SelectMany(id => Keys(truth, id)).Order(StringComparer.Ordinal), Lines(folder, "activity.ndjson").Select(line => Text(line, "key")).Order(StringComparer.Ordinal));
    }

    public static JsonElement Manifest(TemporaryFolder folder) => JsonElement.Parse(File.ReadAllText(folder.File("manifest.json")));

    public static List<JsonElement> Lines(TemporaryFolder folder, string name) => [.. File.ReadLines(folder.File(name)).Select(line => JsonElement.Parse(line))];

    public static IEnumerable<string> Ids(TemporaryFolder folder, string name) => Lines(folder, name).Select(line => Text(line, "id")).Order(StringComparer.Ordinal);

    public static string Text(JsonElement element, string name) =>
        element.GetProperty(name).GetString() ?? throw new InvalidOperationException($"The member {name} is null.");

    private static JsonElement Retrieval(JsonElement line) => line.GetProperty("_retrieval");

    // The names of all events, made of nothing but the truth.
    private static IEnumerable<string> Keys(SandboxTruth truth, string id)
    {
        foreach (SandboxVersion version in truth.Versions(id))
        {
            yield return version.Number == 1 ? $"created:{id}" : $"edited:{id}:{version.Number}";
        }

        foreach (SandboxComment comment in truth.Comments(id))
        {
            foreach (SandboxVersion version in comment.Versions)
            {
                yield return version.Number > 1 ? $"comment-edited:{comment.Id}:{version.Number}" : comment.ParentId is null ? $"commented:{comment.Id}" : $"replied:{comment.Id}";
            }
        }

        foreach (SandboxAttachment attachment in truth.Attachments(id).Where(attachment => attachment.Status != "trashed"))
        {
            foreach (SandboxVersion version in attachment.Versions)
            {
                yield return $"attached:{attachment.Id}:{version.Number}";
            }
        }

        foreach (SandboxTask task in truth.Tasks(id))
        {
            yield return $"task-created:{task.Id}";
            if (task.IsComplete)
            {
                yield return $"task-completed:{task.Id}";
            }
        }

        foreach (string liker in truth.PageLikes(id))
        {
            yield return $"liked:{id}:{liker}";
        }
    }
}

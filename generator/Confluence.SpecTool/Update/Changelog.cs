namespace Confluence.SpecTool.Update;

/// <summary>Drafts the line of the changelog for a new revision.</summary>
internal static class Changelog
{
    private const string Unreleased = "## [Unreleased]";
    private const string Changed = "### Changed";

    /// <summary>The changelog with a draft for a document: a new line, or instead of the draft for an earlier revision of the same that was not released either.</summary>
    public static string Draft(string changelog, DocumentUpdate update)
    {
        List<string> lines = [.. changelog.Split('\n')];
        int start = lines.FindIndex(line => line.StartsWith(Unreleased, StringComparison.Ordinal));
        if (start < 0)
        {
            return changelog;
        }

        int end = lines.FindIndex(start + 1, line => line.StartsWith("## ", StringComparison.Ordinal));
        end = end < 0 ? lines.Count : end;
        string opening = $"- The {update.Api} document of ";
        string draft = $"{opening}{update.To}: {update.Changes.Sentence()}.";
        int section = lines.FindIndex(start, end - start, line => line == Changed);
        if (section < 0)
        {
            lines.InsertRange(start + 1, ["", Changed, "", draft]);
            return string.Join('\n', lines);
        }

        lines.Insert(section + 2, draft);
        return string.Join('\n', lines);
    }
}

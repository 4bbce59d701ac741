namespace Confluence.Cli.Export;

/// <summary>The files of an export.</summary>
internal static class ExportFiles
{
    public const string Users = "users.ndjson";
    public const string Spaces = "spaces.ndjson";
    public const string Pages = "pages.ndjson";
    public const string BlogPosts = "blogposts.ndjson";
    public const string Comments = "comments.ndjson";
    public const string Attachments = "attachments.ndjson";
    public const string Activity = "activity.ndjson";
    public const string Manifest = "manifest.json";

    /// <summary>Gets the files that hold the data of the spaces, one space after the other.</summary>
    public static IReadOnlyList<string> OfSpaces { get; } = [Pages, BlogPosts, Comments, Attachments, Activity];

    /// <summary>Gets all files with data.</summary>
    public static IReadOnlyList<string> Data { get; } = [Users, Spaces, .. OfSpaces];
}

namespace Confluence.Sandbox.Content;

/// <summary>The names of body representations.</summary>
internal static class Representations
{
    public const string Storage = "storage";
    public const string AtlasDocFormat = "atlas_doc_format";
    public const string Wiki = "wiki";

    /// <summary>Gets those that lists can give.</summary>
    public static IReadOnlyList<string> Primary { get; } = [Storage, AtlasDocFormat];

    /// <summary>Gets those that a single page or comment can give.</summary>
    public static IReadOnlyList<string> Single { get; } =
        [Storage, AtlasDocFormat, "view", "export_view", "anonymous_export_view", "styled_view", "editor"];

    /// <summary>Gets those that a caller can write.</summary>
    public static IReadOnlyList<string> Writable { get; } = [Storage, AtlasDocFormat, Wiki];
}
